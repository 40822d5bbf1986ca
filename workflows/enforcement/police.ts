import { and } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { enforcement, startCriminal } from './setup.ts';

const POLICE = ['police_liaison', 'case_manager'] as const;
/** 治安管理处罚法 as revised: 30 days and twice 30 more; before, once, from acceptance. */
const REVISED_FROM = '2026-01-01T00:00:00.000+08:00';

const caseOpened = {
  'case.opened': {
    target: 'administrative',
    actions: enforcement.assign({
      caseOpenedAt: ({ event }) => event.occurredAt,
      caseRule: ({ event }) => (event.occurredAt >= REVISED_FROM ? 'P9' : 'P9old'),
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
      meta: { title: title('治安案件办理中', 'Public-security case'), deadlines: ['caseLimit'] },
      on: {
        'limit.extended': {
          guard: 'extensible',
          target: 'administrative',
          reenter: true,
          actions: enforcement.assign({
            caseRule: ({ context }) => NEXT_LIMIT[context.caseRule] ?? context.caseRule,
          }),
        },
        'punishment.decided': {
          guard: and(['withinPoliceCeiling', 'policeDaysGiven']),
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

const NEXT_LIMIT = { P9: 'P9b', P9b: 'P9c', P9old: 'P9oldb' } as const as Readonly<
  Record<string, 'P9b' | 'P9c' | 'P9oldb'>
>;

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
