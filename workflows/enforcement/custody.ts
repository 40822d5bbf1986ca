import { and, assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { warnBy } from './context.ts';
import { punishedByPolice, punishedUntold, takenIn, treated } from './police-taking.ts';
import { dangerPoint, doubled, enforcement, releaseUnwarned } from './setup.ts';

const WARNERS = ['operator', 'case_manager', 'supervisor'] as const;
const upcoming = [
  notify('supervisor', 'release.upcoming'),
  notify('case_manager', 'release.upcoming'),
] as const;
const freePolice = [
  enforcement.assign({ policeHeld: false, policeEndsAt: null, policeWarnBy: null }),
  ...dangerPoint,
] as const;
const freeCourt = [
  enforcement.assign({ courtHeld: false, courtEndsAt: null, courtWarnBy: null }),
  ...dangerPoint,
] as const;
const letGo = [...freeCourt, ...releaseUnwarned] as const;

/** She knows that he is free; a detention that was decided meanwhile is taken up now. */
const toldOfPolice = {
  'survivor.warned': [
    { guard: and(['ofPolice', 'detentionDue']), target: 'decided' },
    { guard: 'ofPolice', target: 'none' },
  ],
} as const;
const toldOfCourt = {
  'survivor.warned': [
    { guard: and(['ofCourt', 'detentionDue']), target: 'approved' },
    { guard: 'ofCourt', target: 'none' },
  ],
} as const;

/** 行政拘留: no way leads out of it without her being told, or a clock for telling her. */
export const policeCustody = enforcement.createStateConfig({
  meta: { title: title('行政拘留', 'Detention by the police') },
  initial: 'none',
  states: {
    none: {
      meta: { title: title('未被行政拘留', 'Not detained'), waitsFor: WARNERS },
      on: {
        ...treated,
        ...punishedByPolice,
      },
    },
    decided: {
      meta: {
        title: title('已决定拘留，待执行', 'Decided, to be carried out'),
        deadlines: ['policeExecution'],
      },
      on: {
        ...takenIn,
        ...treated,
        'custody.postponed': {
          target: 'postponed',
          // He is about, and knows what awaits him.
          actions: [enforcement.assign({ policeDue: false }), ...dangerPoint],
        },
      },
    },
    postponed: {
      meta: { title: title('暂缓、不执行', 'Suspended, or not carried out'), waitsFor: WARNERS },
      on: { ...takenIn, ...treated },
    },
    held: {
      meta: { title: title('行政拘留中', 'Detained'), deadlines: ['policeEnd'] },
      initial: 'dated',
      states: {
        dated: {
          meta: { title: title('待告知释放时间', 'Warning ahead'), deadlines: ['policeWarning'] },
          on: {
            'survivor.warned': { guard: 'ofPolice', target: 'warned' },
            'policewarning.missed': { target: 'late', actions: upcoming },
          },
        },
        late: {
          meta: {
            title: title('即将释放，仍未告知', 'About to be free, not told'),
            deadlines: ['releaseTold'],
          },
          on: { 'survivor.warned': { guard: 'ofPolice', target: 'warned' } },
        },
        warned: {
          meta: { title: title('已告知', 'She knows'), waitsFor: WARNERS },
          on: {
            'detainee.released': {
              guard: and(['ofPolice', 'policeEndNear']),
              target: '#enforcement.open.policeCustody.none',
              actions: freePolice,
            },
            'policedetention.ended': { target: '#enforcement.open.policeCustody.none', actions: freePolice },
          },
        },
      },
      on: {
        ...treated,
        'detainee.released': {
          guard: 'ofPolice',
          target: 'untold',
          actions: [...freePolice, ...releaseUnwarned],
        },
        'policedetention.ended': { target: 'untold', actions: [...freePolice, ...releaseUnwarned] },
      },
    },
    untold: {
      meta: { title: title('已释放，待告知受害人', 'Free, she is to be told'), deadlines: ['releaseTold'] },
      entry: enforcement.assign({ policeUntold: true }),
      exit: enforcement.assign({ policeUntold: false }),
      on: { ...treated, ...punishedUntold, ...toldOfPolice },
    },
  },
});

const courtTakes = enforcement.assign(({ event }) =>
  event.type === 'detention.began'
    ? { courtHeld: true, courtEndsAt: event.payload.endsAt, courtWarnBy: warnBy(event.payload.endsAt) }
    : {},
);
const began = [
  { guard: and(['withinCourtCeiling', 'heldAlready']), target: 'held', actions: [courtTakes, ...doubled] },
  { guard: 'withinCourtCeiling', target: 'held', actions: courtTakes },
] as const;
const sanction = and([
  'courtHasPower',
  'oncePerAct',
  'sanctionNamed',
  'withinFineCeiling',
  'withinCourtCeiling',
  'courtDetains',
]);

const held = enforcement.createStateConfig({
  meta: { title: title('司法拘留中', 'Detained'), deadlines: ['courtEnd', 'familyNotice', 'handover'] },
  initial: 'dated',
  states: {
    dated: {
      meta: { title: title('待告知释放时间', 'Warning ahead'), deadlines: ['courtWarning'] },
      on: {
        'survivor.warned': { guard: 'ofCourt', target: 'warned' },
        'courtwarning.missed': { target: 'late', actions: upcoming },
      },
    },
    late: {
      meta: {
        title: title('即将释放，仍未告知', 'About to be free, not told'),
        deadlines: ['courtReleaseTold'],
      },
      on: { 'survivor.warned': { guard: 'ofCourt', target: 'warned' } },
    },
    warned: {
      meta: { title: title('已告知', 'She knows'), waitsFor: WARNERS },
      on: {
        'detainee.released': {
          guard: and(['ofCourt', 'courtEndNear']),
          target: '#enforcement.open.courtCustody.none',
          actions: freeCourt,
        },
        'courtdetention.ended': { target: '#enforcement.open.courtCustody.none', actions: freeCourt },
      },
    },
  },
  on: {
    'detainee.released': { guard: 'ofCourt', target: 'untold', actions: letGo },
    'courtdetention.ended': { target: 'untold', actions: letGo },
    'appeal.decided': {
      guard: 'appealRevokes',
      target: 'untold',
      actions: letGo,
    },
    'family.told': {},
    'custody.acknowledged': {},
  },
});

/** 司法拘留: decided by the court, kept by the police (民诉法 118). */
export const courtCustody = enforcement.createStateConfig({
  meta: { title: title('司法拘留', 'Detention by the court') },
  initial: 'none',
  states: {
    none: {
      meta: { title: title('未被司法拘留', 'Not detained'), waitsFor: WARNERS },
      on: {
        'sanction.decided': { guard: sanction, target: 'approved' },
        'detention.taken': {
          guard: and(['courtHasPower', 'oncePerAct']),
          target: 'unapproved',
          actions: assign({ courtHeld: true }),
        },
      },
    },
    approved: {
      meta: { title: title('已决定，待执行', 'Decided, to be carried out'), deadlines: ['execution'] },
      entry: enforcement.assign({ courtDue: true }),
      exit: enforcement.assign({ courtDue: false }),
      on: {
        'detention.began': began,
        'appeal.decided': [
          { guard: and(['appealRevokes', 'courtHolds']), target: 'untold', actions: letGo },
          { guard: 'appealRevokes', target: 'none' },
        ],
        // Early, or the decision was dropped: whoever was taken before it comes free, and she is to know.
        'detainee.released': [
          { guard: and(['ofCourt', 'courtHolds']), target: 'untold', actions: letGo },
          { guard: 'ofCourt', target: 'none' },
        ],
      },
    },
    unapproved: {
      meta: {
        title: title('先行拘留，待批准', 'Taken, to be approved'),
        deadlines: ['approval', 'familyNotice'],
      },
      on: {
        'sanction.decided': { guard: sanction, target: 'approved' },
        'approval.refused': { target: 'untold', actions: letGo },
        'family.told': {},
      },
    },
    held,
    untold: {
      meta: {
        title: title('已释放，待告知受害人', 'Free, she is to be told'),
        deadlines: ['courtReleaseTold'],
      },
      entry: enforcement.assign({ courtUntold: true }),
      exit: enforcement.assign({ courtUntold: false }),
      on: {
        'sanction.decided': { guard: sanction, actions: enforcement.assign({ courtDue: true }) },
        ...toldOfCourt,
      },
    },
  },
});
