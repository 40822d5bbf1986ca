import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fits } from '#src/workflow/check-input.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { isRefused, type Stepped, startTrack, stepTrack } from '#src/workflow/step-track.ts';
import { withoutGuards } from '#test/support/plant.ts';
import { OPENED_AT, recorded, type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/activity.ts';

const TRAINING = { kind: 'training', sessionCount: 12 };
const exactly = (value: number) => ({ value, qualifier: 'exact' });
const FIGURES = { people: exactly(90), attendances: exactly(120) };
const STEPS = ['enrolled', 'trained', 'registered', 'employed', 'dropped'] as const;

function held(input: object = TRAINING): Story {
  const story = tell(workflow, input);
  story.send('activity.approved', {}, { role: 'supervisor' });
  story.send('activity.scheduled', { at: OPENED_AT });
  story.send('activity.held');
  return story;
}

describe('the funnel of a training', () => {
  test('counts 400 enrolled, 376 trained, 104 registered, 64 employed, and 46 beside it', () => {
    const story = held();
    for (const [step, count] of [
      ['enrolled', 400],
      ['dropped', 24],
      ['trained', 376],
    ] as const)
      story.send(`participants.${step}`, { count });
    story.send('attendance.locked', { checked: true });
    story.send('participants.registered', { count: 104 });
    story.send('activity.reported', { figures: FIGURES });
    story.send('participants.employed', { count: 64 });
    story.send('spillover.counted', { count: 46 });
    expect(story.context()).toMatchObject({
      funnel: { enrolled: 400, trained: 376, registered: 104, employed: 64, dropped: 24 },
      spillOver: 46,
    });
  });

  test.each([
    ['trained', 1],
    ['dropped', 1],
    ['registered', 377],
    ['employed', 1],
  ])('never grows: %s by %i is refused', (step, count) => {
    const story = held();
    story.send('participants.enrolled', { count: 376 });
    story.send('participants.trained', { count: 376 });
    expect(story.refused(`participants.${step}`, { count })).toEqual(['funnelNarrows']);
  });

  test('is closed to attendance once that is locked, and belongs to trainings alone', () => {
    const story = held();
    story.send('attendance.locked', { checked: true });
    expect(story.refused('participants.trained', { count: 1 })).toEqual(['event_not_in_state']);
    expect(held({ ...TRAINING, kind: 'lecture' }).refused('participants.enrolled', { count: 1 })).toEqual([
      'isTraining',
    ]);
  });

  test('whatever is sent, it narrows; one that does not is found out', () => {
    expect(findWideFunnel(workflow)).toBe(false);
    expect(findWideFunnel(withoutGuards(workflow, ['funnelNarrows']))).toBe(true);
  });
});

describe('a report', () => {
  test.each([
    ['attendancesAtLeastPeople', { attendances: exactly(89) }],
    ['entriesAtLeastHouseholds', { households: exactly(336), entries: exactly(335) }],
    ['entriesAtLeastHouseholds', { households: exactly(336) }],
    ['closedWithinCollected', { issuesCollected: exactly(169), issuesClosed: exactly(170) }],
  ])('%s: refused with %j, as a correction too', (guard, more) => {
    const story = held();
    story.send('attendance.locked', { checked: true });
    const figures = { ...FIGURES, ...more };
    expect(story.refused('activity.reported', { figures })).toEqual([guard]);
    story.send('activity.reported', { figures: FIGURES });
    const correction = { figures, reason: { sealed: 'r' } };
    expect(story.refused('figures.corrected', correction, { role: 'supervisor' })).toEqual([guard]);
  });

  test('keeps how exactly each figure was counted, and takes none without saying so', () => {
    const story = held({ ...TRAINING, kind: 'outreach' });
    story.send('attendance.locked', { checked: true });
    const nearly = { value: 170, qualifier: 'nearly' };
    const figures = { ...FIGURES, issuesCollected: nearly, issuesClosed: nearly };
    story.send('activity.reported', { figures });
    expect(story.context()['figures']).toEqual(figures);
    const schema = workflow.events['activity.reported']?.payload;
    expect(schema && fits(schema, { figures: { ...FIGURES, people: { value: 90 } } })).toBe(false);
  });

  test('is corrected by a supervisor with all figures at once, as often as it takes', () => {
    const story = held();
    story.send('attendance.locked', { checked: true });
    story.send('activity.reported', { figures: FIGURES });
    const correction = { figures: FIGURES, reason: { sealed: 'r' } };
    for (const times of [1, 2]) {
      expect(story.send('figures.corrected', correction, { role: 'supervisor' }).state).toEqual([
        'reported.corrected',
      ]);
      expect(story.context()['corrections']).toBe(times);
    }
    expect(story.send('activity.archived').isFinal).toBe(true);
  });
});

/** Looks for a funnel that widens, over random counts in random order. */
function findWideFunnel(subject: Workflow): boolean {
  const counts = fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.integer({ min: 1, max: 5 })), {
    maxLength: 40,
  });
  const result = fc.check(
    fc.property(counts, (events) => {
      let at = startTrack(subject, { payload: TRAINING, openedAt: OPENED_AT, agency: 'federation' });
      for (const [type, payload] of [
        ['activity.approved', {}],
        ['activity.scheduled', { at: OPENED_AT }],
        ['activity.held', {}],
        ...events.map(([step, count]) => [`participants.${step}`, { count }] as const),
      ] as const) {
        const next = stepTrack(subject, at.snapshot, { type, payload, ...recorded({}) });
        if (!isRefused(next)) at = next;
      }
      return narrows(at);
    }),
    { numRuns: 100, seed: 7 },
  );
  return result.failed;
}

function narrows({ snapshot }: Stepped): boolean {
  const { enrolled, trained, registered, employed, dropped } = snapshot.context['funnel'] as Record<
    (typeof STEPS)[number],
    number
  >;
  return trained + dropped <= enrolled && registered <= trained && employed <= registered;
}
