import { and } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { accepted, type LetterContext } from './context.ts';
import { letter, punished } from './setup.ts';

const onTheScene = letter.assign(({ event }) =>
  event.type === 'scene.reached'
    ? {
        ...accepted(event.payload.acceptedAt ?? event.occurredAt, event.payload.injured),
        heardApart: event.payload.separated,
        wontStop: event.payload.wontStop,
        publicPlace: event.payload.publicPlace,
      }
    : {},
);
const taken = letter.assign(({ event }) =>
  event.type === 'report.accepted' ? accepted(event.occurredAt, event.payload.injured) : {},
);
/** Nobody took it down: that is written down as what it is. */
const turnedBack = [
  letter.assign({ shortcuts: ({ context }) => [...new Set([...context.shortcuts, 'no_receipt'])].sort() }),
  notify('supervisor', 'handling.disputed'),
  notify('case_manager', 'handling.disputed'),
] as const;
const begins = {
  'scene.reached': { target: '#warning-letter.deciding.scene', actions: onTheScene },
  'report.accepted': { target: '#warning-letter.deciding.verifying', actions: taken },
} as const;
const shortcutNoted = [
  letter.assign({
    shortcuts: ({ context, event }) =>
      event.type === 'decision.disputed'
        ? [...new Set([...context.shortcuts, event.payload.kind])].sort()
        : context.shortcuts,
  }),
  notify('supervisor', 'handling.disputed'),
  notify('case_manager', 'handling.disputed'),
] as const;

/** A shortcut is written down and ends nothing: the answer of the police is still owed. */
export const noted = { 'decision.disputed': { actions: shortcutNoted } } as const;

export const dispatched = letter.createStateConfig({
  meta: { title: title('已报案，待出警', 'Reported, police to come'), deadlines: ['arrival', 'receipt'] },
  on: {
    ...begins,
    ...noted,
    'report.transferred': 'misdirected',
    'report.turnedaway': { target: 'turnedAway', actions: turnedBack },
  },
});

export const misdirected = letter.createStateConfig({
  meta: {
    title: title('移送有管辖权的单位', 'Being moved to the right unit'),
    deadlines: ['transfer', 'receipt'],
  },
  on: {
    ...begins,
    ...noted,
    'report.turnedaway': { target: 'turnedAway', actions: turnedBack },
  },
});

const awaitedAgain = letter.assign({ awaitedFrom: ({ event }) => event.occurredAt });

export const turnedAway = letter.createStateConfig({
  meta: { title: title('未受理', 'Turned away'), deadlines: ['remedy', 'receipt'] },
  on: {
    ...begins,
    ...noted,
    'report.renewed': { target: 'dispatched', actions: awaitedAgain },
    'report.abandoned': 'abandoned',
  },
});

/** 七十二小时: from the acceptance of the report to an answer, one of five. */
export const deciding = letter.createStateConfig({
  meta: {
    title: title('处置中，待作出决定', 'To be decided'),
    deadlines: ['decision', 'appraisal', 'opinion'],
  },
  // Whoever decides no longer waits for it here: a case that goes on has its own clock for it.
  exit: letter.assign({ opinionAwaited: [] }),
  initial: 'scene',
  states: {
    scene: {
      meta: { title: title('现场处置', 'At the scene'), waitsFor: ['police_liaison', 'case_manager'] },
      on: { 'inquiry.needed': 'verifying' },
    },
    verifying: {
      meta: { title: title('查证中', 'Being verified'), waitsFor: ['police_liaison', 'case_manager'] },
    },
  },
  on: {
    ...noted,
    ...punished,
    'victim.heard': { actions: letter.assign({ heardApart: true }) },
    // 伤情鉴定 has its own time and takes none of the seventy-two hours (意见 8).
    'appraisal.commissioned': {
      actions: letter.assign(({ event }) =>
        event.type === 'appraisal.commissioned'
          ? { opinionAwaited: [opinionOf(event.occurredAt, event.payload.complex === true)] }
          : {},
      ),
    },
    'appraisal.received': { guard: 'opinionAwaited', actions: letter.assign({ opinionAwaited: [] }) },
    'letter.requested': { actions: letter.assign({ letterAsked: true }) },
    'letter.issued': {
      guard: and(['notToBePunished', 'factTestMet']),
      target: 'issued',
      actions: letter.assign({ outcome: 'warned' }),
    },
    'offender.educated': {
      guard: and(['notToBePunished', 'victimHeard', 'lightAndFirst', 'letterNotDue']),
      target: 'educated',
      actions: letter.assign({ outcome: 'educated' }),
    },
    'dispute.mediated': {
      guard: and(['victimHeard', 'mediable']),
      target: 'mediated',
      actions: [letter.assign({ outcome: 'mediated' }), notify('supervisor', 'sanction.decided')],
    },
    'case.dismissed': {
      guard: 'victimHeard',
      target: 'dismissed',
      actions: letter.assign({ outcome: 'none' }),
    },
  },
});

export const issued = letter.createStateConfig({
  meta: { title: title('已决定告诫，待送交', 'Decided, to be delivered'), deadlines: ['delivery'] },
  on: {
    ...noted,
    ...punished,
    'letter.delivered': {
      guard: 'deliveredProperly',
      target: 'delivered',
      actions: [
        letter.assign({
          deliveredAt: ({ event }) => event.occurredAt,
          unnotified: () => [{ id: 'committee' }, { id: 'federation' }, { id: 'governance' }],
        }),
        notify('case_manager', 'letter.delivered'),
        notify('supervisor', 'letter.delivered'),
        // A voucher for legal aid and shelter; whoever calls on her knows of it.
        notify({ handlersOf: 'consultation' }, 'letter.delivered'),
        notify({ handlersOf: 'shelter' }, 'letter.delivered'),
        notify({ handlersOf: 'visit' }, 'letter.delivered'),
      ],
    },
  },
});

/** 公安机关办理伤害案件规定 19: a day, or seven where the injury is complex. */
function opinionOf(from: string, isComplex: boolean): LetterContext['opinionAwaited'][number] {
  return { id: 'opinion', from, rule: isComplex ? 'P16d' : 'P16b' };
}
