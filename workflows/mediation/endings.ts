import { and } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { CASE_ALLOWS } from './guards.ts';
import { mediation, stopForViolence, tellOfDisclosure } from './setup.ts';

const DESK = ['mediator', 'case_manager', 'supervisor'] as const;

const confirmation = mediation.createStateConfig({
  meta: { title: title('司法确认', 'Judicial confirmation') },
  initial: 'open',
  states: {
    open: {
      meta: { title: title('可以共同申请', 'May be applied for'), deadlines: ['confirmation'] },
      on: {
        'confirmation.applied': 'applied',
        'confirmation.waived': 'notSought',
        'confirmation.expired': 'expired',
      },
    },
    applied: {
      meta: { title: title('人民法院审查中', 'With the court'), deadlines: ['courtAnswer'] },
      on: { 'confirmation.granted': 'confirmed', 'confirmation.refused': 'refused' },
    },
    confirmed: { meta: { title: title('已确认，可强制执行', 'Confirmed, enforceable'), waitsFor: DESK } },
    refused: { meta: { title: title('不予确认', 'Not confirmed'), waitsFor: DESK } },
    notSought: { meta: { title: title('不申请确认', 'Not sought'), waitsFor: DESK } },
    expired: { meta: { title: title('逾期不得再申请', 'Too late'), waitsFor: DESK } },
  },
});

const recordFollowUp = mediation.assign({
  followedUp: true,
  monitoredFrom: ({ event }) => event.occurredAt,
});

const keeping = mediation.createStateConfig({
  meta: { title: title('履行', 'Keeping it') },
  initial: 'monitored',
  states: {
    monitored: {
      meta: { title: title('回访中', 'Monitored'), deadlines: ['monitoring'] },
      on: {
        'followup.held': { target: 'monitored', reenter: true, actions: recordFollowUp },
        'agreement.fulfilled': { guard: 'followedUp', target: '#mediation.fulfilled' },
        'violence.disclosed': { target: 'suspended', actions: tellOfDisclosure },
      },
    },
    suspended: {
      meta: {
        title: title('发现家庭暴力，待重新评估', 'Violence disclosed, to be assessed again'),
        deadlines: ['reassessmentOfAgreement'],
      },
      on: {
        'mediation.resumed': {
          guard: and([...CASE_ALLOWS, 'afterDisclosure']),
          target: 'monitored',
          actions: mediation.assign({ disclosedAt: null }),
        },
      },
    },
  },
});

/** 协议生效: both may ask the court to confirm it while it is being followed up. */
export const agreement = mediation.createStateConfig({
  type: 'parallel',
  meta: { title: title('已达成协议', 'Agreed') },
  states: { confirmation, keeping },
  on: {
    'violence.occurred': stopForViolence,
    // What was agreed stays agreed; whoever follows it up must know what the case has come to.
    'mediation.locked': {
      guard: 'caseBars',
      actions: [notify('handler', 'mediation.stopped'), notify('case_manager', 'mediation.stopped')],
    },
    'agreement.breached': '#mediation.rights.afterBreach',
  },
});

/** 停止: nothing else can be recorded before the police have been told. */
export const stopped = mediation.createStateConfig({
  meta: { title: title('已停止，须报告公安机关', 'Stopped, police to be told'), deadlines: ['policeReport'] },
  on: { 'police.reported': 'rights.afterViolence' },
});

/** 告知途径 (PML 26): however it ended, she hears what else there is before the track is over. */
export const rights = mediation.createStateConfig({
  meta: { title: title('待告知维权途径', 'Rights to be told'), deadlines: ['rights'] },
  initial: 'afterBar',
  states: {
    afterBar: {
      meta: { title: title('不得调解', 'Barred') },
      on: { 'rights.told': '#mediation.barred' },
    },
    afterRefusal: {
      meta: { title: title('一方拒绝', 'Refused by one side') },
      on: { 'rights.told': '#mediation.refused' },
    },
    afterFailure: {
      meta: { title: title('调解不成', 'Failed') },
      on: { 'rights.told': '#mediation.failed' },
    },
    afterViolence: {
      meta: { title: title('因暴力停止', 'Stopped for violence') },
      on: { 'rights.told': '#mediation.ended' },
    },
    afterBreach: {
      meta: { title: title('协议未履行', 'Agreement broken') },
      on: { 'rights.told': '#mediation.breached' },
    },
  },
});

/** 不当调解: where the law bars it and somebody mediated all the same, a supervisor answers for what follows. */
export const misuse = mediation.createStateConfig({
  meta: { title: title('不当调解，待处置', 'Misused, to be answered'), deadlines: ['misuse'] },
  on: { 'misuse.answered': 'misused', 'violence.occurred': stopForViolence },
});
