import { expect, test } from 'vitest';
import { assign } from 'xstate';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { eventsOfState } from '#src/workflow/list-states.ts';
import { isRefused, type Stepped, startTrack, stepTrack } from '#src/workflow/step-track.ts';
import { withoutGuards, withTransitions } from '#test/support/plant.ts';
import { pick, type Random, randomPayload, seededRandom } from '#test/support/random-payload.ts';
import { OPENED_AT, recorded } from '#test/support/step-with.ts';
import { workflow as activity } from '#workflows/activity.ts';
import { workflow as issue } from '#workflows/issue.ts';
import { workflow as visit } from '#workflows/visit.ts';

const WALKS = 120;
const STEPS = 60;
const HINTS = { ids: ['federation', 'person-1', 'person-2'], moment: OPENED_AT };

type Figure = { readonly value: number; readonly qualifier: string };
type Counted = {
  readonly funnel?: Readonly<Record<'enrolled' | 'trained' | 'registered' | 'employed' | 'dropped', number>>;
  readonly figures?: Readonly<Record<string, Figure | undefined>> | null;
  readonly collectedCount?: number;
  readonly closedCount?: number;
  readonly entries?: number;
};

/** What can be wrong with the counts of a track after a step. */
const MISCOUNTS: Readonly<Record<string, (after: Counted, before: Counted, type: string) => boolean>> = {
  'more were trained than enrolled': ({ funnel }) => funnel !== undefined && funnel.trained > funnel.enrolled,
  'more were registered than trained': ({ funnel }) =>
    funnel !== undefined && funnel.registered > funnel.trained,
  'more were employed than registered': ({ funnel }) =>
    funnel !== undefined && funnel.employed > funnel.registered,
  'fewer attendances than people': ({ figures }) => isMore(figures, 'people', 'attendances'),
  'fewer entries than households': ({ figures }) => isMore(figures, 'households', 'entries'),
  'more problems closed than collected': ({ figures }) => isMore(figures, 'issuesClosed', 'issuesCollected'),
  'a figure without 近、余、约': ({ figures }) =>
    Object.values(figures ?? {}).some((figure) => figure !== undefined && !figure.qualifier),
  'closed more often than collected': ({ closedCount = 0, collectedCount = 0 }) =>
    closedCount > collectedCount,
  'an entry that was none': (after, before, type) =>
    (after.entries ?? 0) - (before.entries ?? 0) !== (type === 'household.visited' ? 1 : 0),
};

function isMore(figures: Counted['figures'], part: string, whole: string): boolean {
  const value = figures?.[part]?.value;
  return value !== undefined && value > (figures?.[whole]?.value ?? -1);
}

/** Miscounts met on random walks; a kind is named once. */
function miscountsOf(workflow: Workflow): string[] {
  const found = new Set<string>();
  for (let seed = 0; seed < WALKS; seed += 1) {
    const random = seededRandom(seed);
    const payload = randomPayload(workflow.input, random, HINTS);
    let at = startTrack(workflow, { payload, openedAt: OPENED_AT, agency: 'federation' });
    for (let step = 0; step < STEPS && !at.isFinal; step += 1) {
      const { type, next } = randomStep(workflow, at, random);
      if (next === null) continue;
      const [before, after]: [Counted, Counted] = [at.snapshot.context, next.snapshot.context];
      for (const [says, isWrong] of Object.entries(MISCOUNTS))
        if (isWrong(after, before, type)) found.add(says);
      at = next;
    }
  }
  return [...found].sort();
}

function randomStep(workflow: Workflow, at: Stepped, random: Random): { type: string; next: Stepped | null } {
  const type = pick(random, eventsOfState(workflow, at.snapshot));
  const definition = workflow.events[type];
  if (definition === undefined) throw new Error(`${type} is not declared`);
  const payload = randomPayload(definition.payload, random, HINTS);
  const role = definition.roles[0] ?? 'system';
  const answer = stepTrack(workflow, at.snapshot, { type, payload, ...recorded({ role }) });
  return { type, next: isRefused(answer) ? null : answer };
}

test('INV-27: never more problems closed than collected, nor an entry that was none', () => {
  expect(miscountsOf(issue)).toEqual([]);
  expect(miscountsOf(visit)).toEqual([]);
});

test('INV-27 INV-30: a report and its funnel add up, whatever is counted in whatever order', () => {
  expect(miscountsOf(activity)).toEqual([]);
});

test('INV-27: planted miscounts are found', () => {
  const within = withoutGuards(activity, ['closedWithinCollected', 'entriesAtLeastHouseholds']);
  expect(miscountsOf(within)).toEqual([
    'fewer entries than households',
    'more problems closed than collected',
  ]);
  const twice = withTransitions(issue, 'open', {
    'issue.triaged': { actions: assign({ closedCount: 2 } as never) },
  });
  expect(miscountsOf(twice)).toEqual(['closed more often than collected']);
  const absent = withTransitions(visit, 'open', {
    'danger.met': { actions: assign({ entries: 9 } as never) },
  });
  expect(miscountsOf(absent)).toEqual(['an entry that was none']);
});

test('INV-30: a planted funnel that widens, and attendances below people, are found', () => {
  expect(miscountsOf(withoutGuards(activity, ['funnelNarrows']))).toEqual([
    'more were employed than registered',
    'more were registered than trained',
    'more were trained than enrolled',
  ]);
  expect(miscountsOf(withoutGuards(activity, ['attendancesAtLeastPeople']))).toEqual([
    'fewer attendances than people',
  ]);
});
