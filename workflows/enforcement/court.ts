import { and } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { enforcement, startCriminal } from './setup.ts';

const COURT = ['court_liaison', 'case_manager'] as const;

const sanction = and([
  'courtHasPower',
  'oncePerAct',
  'sanctionNamed',
  'withinFineCeiling',
  'withinCourtCeiling',
]);

/** Whenever it sanctions, the court has the act before it, and what it did is on record: once for one act. */
const sanctions = {
  'sanction.decided': { guard: sanction, target: 'reviewing', actions: recordSanction() },
  'detention.taken': { guard: and(['courtHasPower', 'oncePerAct']), target: 'reviewing' },
} as const;

/** 法院: admonition is the floor; a fine or detention once for one act; the crime goes to the police. */
export const court = enforcement.createStateConfig({
  meta: { title: title('人民法院', 'Court') },
  initial: 'unaware',
  states: {
    unaware: {
      meta: { title: title('法院尚不知悉', 'Not told yet'), waitsFor: COURT },
      always: { guard: 'courtKnows', target: 'reviewing' },
      on: {
        'court.informed': 'reviewing',
        'court.noticed': 'reviewing',
        // Who sanctions knows.
        ...sanctions,
      },
    },
    reviewing: {
      meta: { title: title('法院审查处置', 'Court decides what to do'), deadlines: ['courtAction'] },
      entry: enforcement.assign({ court: 'open' }),
      initial: 'deciding',
      states: {
        deciding: {
          meta: { title: title('待采取措施', 'No measure yet'), waitsFor: COURT },
          on: {
            'respondent.admonished': {
              target: 'acted',
              actions: [enforcement.assign({ admonished: true }), notify('case_manager', 'sanction.decided')],
            },
            // Against the letter of the law, but it happens: written down as what it is, and shown to the supervisor.
            'measure.declined': {
              guard: and(['notAdmonished', 'wishFree']),
              target: 'acted',
              actions: [
                enforcement.assign({ reasonedNoMeasure: true }),
                notify('supervisor', 'handling.disputed'),
              ],
            },
          },
        },
        acted: {
          meta: { title: title('已采取措施', 'A measure was taken'), deadlines: ['conclusion'] },
          on: { 'respondent.admonished': { actions: enforcement.assign({ admonished: true }) } },
        },
      },
      on: {
        'sanction.decided': { guard: sanction, actions: recordSanction() },
        'crime.referred': {
          actions: [enforcement.assign({ referred: true }), startCriminal],
        },
        'court.concluded': {
          guard: 'admonishedOrReasoned',
          target: 'settled',
          actions: notify('case_manager', 'sanction.decided'),
        },
      },
    },
    settled: {
      meta: { title: title('法院已处置', 'The court is done'), waitsFor: COURT },
      entry: enforcement.assign({ court: 'settled' }),
      on: {
        'crime.referred': { actions: [enforcement.assign({ referred: true }), startCriminal] },
        ...sanctions,
        // It was done with an act that broke no order of its own; now it has one to answer for.
        'order.found': {
          guard: 'unadmonished',
          target: 'reviewing',
          actions: enforcement.assign({ reasonedNoMeasure: false }),
        },
      },
    },
  },
});

function recordSanction() {
  return enforcement.assign(({ event }) =>
    event.type === 'sanction.decided'
      ? {
          sanctioned: true,
          punished: true,
          fineYuan: event.payload.fineYuan ?? 0,
          detentionDays: event.payload.days ?? 0,
        }
      : {},
  );
}

/** 复议 of a fine or detention, by the upper court. It stays nothing. */
export const appeal = enforcement.createStateConfig({
  meta: { title: title('对罚款、拘留的复议', 'Reconsideration of the sanction') },
  initial: 'none',
  states: {
    none: {
      meta: { title: title('没有罚款、拘留决定', 'No such decision'), waitsFor: COURT },
      on: { 'sanction.decided': { guard: sanction, target: 'undelivered' } },
    },
    undelivered: {
      meta: { title: title('决定书待送达', 'Decision to be delivered'), waitsFor: COURT },
      entry: enforcement.assign({ appeal: 'open' }),
      on: {
        'decision.received': {
          target: 'open',
          actions: enforcement.assign({ receivedAt: ({ event }) => event.occurredAt }),
        },
      },
    },
    open: {
      meta: { title: title('可以申请复议', 'May be asked for'), deadlines: ['appeal'] },
      on: { 'appeal.filed': 'pending', 'appeal.lapsed': 'over' },
    },
    pending: {
      meta: { title: title('上级法院复议中', 'With the upper court'), deadlines: ['appealDecision'] },
      entry: enforcement.assign({ appeal: 'pending' }),
      on: { 'appeal.decided': [{ guard: 'toldOrally', target: 'toldOrally' }, { target: 'over' }] },
    },
    toldOrally: {
      meta: { title: title('已口头通知，待发决定书', 'Told orally'), deadlines: ['appealWritten'] },
      entry: enforcement.assign({ appeal: 'open' }),
      on: { 'ruling.written': 'over' },
    },
    over: {
      meta: { title: title('复议已结束', 'Over'), waitsFor: COURT },
      entry: enforcement.assign({ appeal: 'over' }),
    },
  },
});
