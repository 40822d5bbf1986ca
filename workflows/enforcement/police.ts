import { and } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { nextLimit } from './case-limit.ts';
import { enforcement, startCriminal } from './setup.ts';
import { timedIn, timedOut } from './time-out.ts';

const POLICE = ['police_liaison', 'case_manager'] as const;

const caseOpened = {
  'case.opened': {
    target: 'administrative',
    actions: enforcement.assign({
      caseOpenedAt: ({ event }) => event.occurredAt,
      caseRule: 'P9',
    }),
  },
} as const;
const ends = {
  'crime.filed': {
    target: '#enforcement.open.police.settled',
    actions: [startCriminal, notify('case_manager', 'sanction.decided')],
  },
  'police.closed': {
    guard: and(['lawfulReason', 'courtTold']),
    target: '#enforcement.open.police.settled',
    actions: notify('supervisor', 'sanction.decided'),
  },
} as const;

const extended = enforcement.assign({ caseRule: ({ context }) => nextLimit(context) ?? context.caseRule });
const goesOut = enforcement.assign(({ context, event }) =>
  event.type === 'time.excluded' ? timedOut(context, event.payload, event.occurredAt) : {},
);
const comesBack = enforcement.assign(({ context, event }) =>
  event.type === 'time.resumed' ? timedIn(context, event.payload.kind, event.occurredAt) : {},
);

/** 公安机关: stops him, protects her, keeps evidence, then answers. "A family matter" is no answer. */
export const police = enforcement.createStateConfig({
  meta: { title: title('公安机关', 'Police') },
  initial: 'alerted',
  states: {
    alerted: {
      meta: { title: title('待处置', 'Alerted'), deadlines: ['arrival'] },
      always: { guard: 'notForPolice', target: 'settled' },
      on: { 'scene.reached': 'onScene', ...caseOpened, ...ends },
    },
    onScene: {
      meta: { title: title('已到场', 'On the scene'), deadlines: ['inquiry'] },
      on: { 'scene.secured': 'secured', ...caseOpened, ...ends },
    },
    secured: {
      meta: { title: title('已制止、取证', 'Secured'), deadlines: ['inquiry'] },
      on: { ...caseOpened, ...ends },
    },
    administrative: {
      meta: { title: title('治安案件办理中', 'Public-security case') },
      initial: 'counting',
      states: {
        counting: {
          meta: { title: title('办案期限计算中', 'The time runs'), deadlines: ['caseLimit'] },
          on: {
            'limit.extended': { guard: 'extensible', target: 'counting', reenter: true, actions: extended },
            'time.excluded': { guard: 'standsOut', target: 'standing', actions: goesOut },
          },
        },
        // 鉴定、听证的时间不计入: the clock stands still, and what is out has a clock of its own.
        standing: {
          meta: {
            title: title('鉴定、听证中，办案期限中止', 'The time stands still'),
            deadlines: ['timeOut'],
          },
          on: {
            'limit.extended': { guard: 'extensible', actions: extended },
            'time.excluded': { guard: and(['standsOut', 'notOutYet']), actions: goesOut },
            'time.resumed': [
              { guard: and(['isOut', 'othersOut']), actions: comesBack },
              { guard: 'isOut', target: 'counting', actions: comesBack },
            ],
          },
        },
      },
      on: {
        'punishment.decided': {
          guard: and(['withinPoliceCeiling', 'policeDaysGiven', 'groundFitsVictim']),
          target: 'settled',
          actions: [enforcement.assign({ punished: true }), notify('case_manager', 'sanction.decided')],
        },
        ...ends,
      },
    },
    settled: {
      meta: { title: title('公安机关已处理', 'The police are done'), waitsFor: POLICE },
      entry: enforcement.assign({ police: 'settled' }),
      // What looked like an offence turns out to be a crime.
      on: { 'crime.filed': { actions: startCriminal } },
    },
  },
});

/** 通报法院: a duty that no progress of the police cancels (意见 17). */
export const courtNotice = enforcement.createStateConfig({
  meta: { title: title('通报法院', 'Notice to the court') },
  initial: 'none',
  states: {
    none: {
      meta: { title: title('无须通报', 'None'), waitsFor: POLICE },
      entry: enforcement.assign({ notice: 'none' }),
      always: { guard: 'noticeOwed', target: 'due' },
      on: { 'order.found': { target: 'due', actions: enforcement.assign({ orderInForce: true }) } },
    },
    due: {
      meta: { title: title('须通报法院', 'Due'), deadlines: ['courtNotice'] },
      entry: enforcement.assign({ notice: 'due', noticeOwed: false }),
      on: { 'court.noticed': 'given' },
    },
    given: {
      meta: { title: title('已通报法院', 'Given'), waitsFor: POLICE },
      entry: enforcement.assign({ notice: 'given' }),
      on: { 'court.noticed': {} },
    },
  },
});
