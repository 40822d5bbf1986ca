import { and, assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { endTimes, FREE } from './context.ts';
import { criminal, dangerPoint } from './setup.ts';

const WARNERS = ['operator', 'case_manager', 'supervisor', 'police_liaison'] as const;

const imposedNow = [
  criminal.assign(({ event }) =>
    event.type === 'restraint.imposed'
      ? {
          restraint: event.payload.kind,
          restrainedFrom: event.payload.from,
          terms: event.payload.terms ?? [],
          ...endTimes(event.payload.plannedEnd),
          warned: false,
        }
      : {},
  ),
  ...dangerPoint,
] as const;
const ended = [criminal.assign(FREE), ...dangerPoint] as const;
const tellAtOnce = [
  notify('supervisor', 'release.upcoming'),
  notify('case_manager', 'release.upcoming'),
] as const;

const into = (child: string) =>
  ({ target: `#criminal.open.restraint.imposed.${child}`, reenter: true, actions: imposedNow }) as const;

const imposed = [
  { guard: and(['withinCeiling', 'nobodyToWarn']), ...into('unwatched') },
  { guard: and(['withinCeiling', 'becomesCustodial', 'endGiven']), ...into('dated') },
  { guard: and(['withinCeiling', 'becomesCustodial']), ...into('undated') },
] as const;

/** From nothing to a milder measure: he walks about under terms that she must know. */
const fromNothing = {
  'restraint.imposed': [...imposed, { guard: 'withinCeiling', ...into('untold') }],
} as const;
/** From custody to a milder measure is a release: without a warning beforehand she is told at once. */
const fromMeasure = {
  'restraint.imposed': [
    ...imposed,
    { guard: and(['withinCeiling', 'asAnnounced', 'endGiven']), ...into('dated') },
    { guard: and(['withinCeiling', 'asAnnounced']), ...into('undated') },
    { guard: 'withinCeiling', ...into('untold') },
  ],
} as const;

const learned = criminal.assign(({ event }) =>
  event.type === 'end.learned' ? { ...endTimes(event.payload.plannedEnd), warned: false } : {},
);
const learnedInto = (child: string) =>
  ({ target: `#criminal.open.restraint.imposed.${child}`, reenter: true, actions: learned }) as const;

const survivorDied = [
  criminal.assign({ survivorDied: true }),
  notify('supervisor', 'death.recorded'),
] as const;

const measure = criminal.createStateConfig({
  meta: { title: title('措施、刑罚执行中', 'A measure or sentence is running'), deadlines: ['measureEnd'] },
  initial: 'undated',
  states: {
    unwatched: { meta: { title: title('无须告知', 'Nobody to be told'), waitsFor: WARNERS } },
    untold: {
      meta: {
        title: title('未羁押，待告知受害人', 'At liberty, she is to be told'),
        deadlines: ['releaseTold'],
      },
      entry: [criminal.assign({ untold: true }), ...tellAtOnce],
      exit: criminal.assign({ untold: false }),
      on: { 'survivor.warned': [{ guard: 'endKnown', target: 'dated' }, 'undated'] },
    },
    dated: {
      meta: {
        title: title('期满时间已知，待告知', 'End known, warning ahead'),
        deadlines: ['releaseWarning'],
      },
      on: {
        'survivor.warned': 'warned',
        'warning.missed': { target: 'late', actions: tellAtOnce },
      },
    },
    late: {
      meta: {
        title: title('即将释放，仍未告知', 'About to be released, not told'),
        deadlines: ['releaseTold'],
      },
      on: { 'survivor.warned': 'warned' },
    },
    undated: {
      meta: { title: title('期满时间未知', 'End not known'), deadlines: ['endAsked'] },
      on: { 'end.asked': { target: 'undated', reenter: true } },
    },
    warned: {
      meta: { title: title('已告知期满时间', 'She knows when it ends'), waitsFor: WARNERS },
      entry: assign({ warned: true }),
    },
  },
  on: {
    ...fromMeasure,
    'end.learned': [
      { guard: and(['withinCeiling', 'nobodyToWarn']), ...learnedInto('unwatched') },
      { guard: and(['withinCeiling', 'stillUntold']), ...learnedInto('untold') },
      { guard: 'withinCeiling', ...learnedInto('dated') },
    ],
    'restraint.ended': [
      { guard: 'nobodyToWarn', target: 'none', actions: ended },
      { guard: 'diedInCustody', target: 'none', actions: ended },
      { guard: 'asAnnounced', target: 'none', actions: ended },
      { target: 'released', actions: ended },
    ],
    'end.passed': [
      { guard: 'nobodyToWarn', target: 'none', actions: ended },
      { guard: 'alreadyWarned', target: 'none', actions: ended },
      { target: 'released', actions: ended },
    ],
    'terms.breached': { actions: [...dangerPoint, notify('handler', 'danger.foreseen')] },
    'death.recorded': { guard: 'survivorDies', target: '.unwatched', actions: survivorDied },
  },
});

/** What is done to his liberty. No way leads from custody to liberty without her being told, or a clock for it. */
export const restraint = criminal.createStateConfig({
  meta: { title: title('强制措施与执行', 'Restraint') },
  initial: 'none',
  states: {
    none: {
      meta: { title: title('未采取措施或者已解除', 'None'), waitsFor: WARNERS },
      on: {
        ...fromNothing,
        'death.recorded': { guard: 'survivorDies', actions: survivorDied },
      },
    },
    imposed: measure,
    released: {
      meta: {
        title: title('已释放，待告知受害人', 'Released, she is to be told'),
        deadlines: ['releaseTold'],
      },
      entry: [criminal.assign({ untold: true }), ...tellAtOnce],
      exit: criminal.assign({ untold: false }),
      on: {
        ...fromNothing,
        'survivor.warned': 'none',
        'death.recorded': { guard: 'survivorDies', target: 'none', actions: survivorDied },
      },
    },
  },
});
