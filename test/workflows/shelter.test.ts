import type { TSchema } from 'typebox';
import { describe, expect, test } from 'vitest';
import { ruleOf } from '#src/base/rules.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import { computeDue } from '#src/calendar/compute-due.ts';
import { startOfRule } from '#src/calendar/start.ts';
import { OPENED_AT, type Story, tell } from '#test/support/step-with.ts';
import { DECLINE_GROUNDS } from '#workflows/shelter/codes.ts';
import { workflow } from '#workflows/shelter.ts';

const timer = { role: 'system' } as const;
const ADULT = { source: 'ngo', resident: 'adult', minors: 0, previousStays: 0 } as const;
const MOTHER = { ...ADULT, minors: 2 } as const;
const CHILD = { ...ADULT, resident: 'minor', source: 'police' } as const;
const conditions = { apart: true, staffOfHerSex: true, free: true, mayLeave: true } as const;
const ADMITTED = { site: 'FS01', zone: 'women', admittedAt: OPENED_AT, ...conditions } as const;
const LEAVE = { written: true, spokenAlone: true, destination: 'own_home' } as const;
const LEFT = { leftAt: OPENED_AT, minors: 'none' } as const;
const UNTIL = '2026-02-15T00:00:00.000+08:00';
const HANDED = {
  to: 'mother',
  verifiedBy: 'police',
  notTheAbuser: true,
  signed: true,
  handedAt: OPENED_AT,
} as const;
const INQUIRY = { kind: 'illness_claim', through: 'police' } as const;
const locked = (to: string) => ({ kind: 'notify', to, notice: 'location.locked' });

function housed(input: object = ADULT): Story {
  const story = tell(workflow, input);
  story.send('stay.admitted', ADMITTED);
  return story;
}

test('a child that was taken away is nobody’s handover: where it is becomes a track, and she stays on', () => {
  const taken = { by: 'respondent', policeCalled: true, herWish: false } as const;
  const story = housed(MOTHER);
  const { effects, state } = story.send('minor.taken', taken);
  expect(effects).toContainEqual({
    kind: 'start_track',
    workflow: 'placement',
    input: { basis: 'other', child: 'minor' },
  });
  expect(state).toContain('housed.life.living');
  expect(story.context()).toMatchObject({ minors: 1 });
  expect(housed(ADULT).refused('minor.taken', taken)).toEqual(['minorsHere']);
});

describe('the request', () => {
  test('asks for no papers, and no earlier stay is a ground to turn her away', () => {
    expect(Object.keys(workflow.input.properties)).toEqual(['source', 'resident', 'minors', 'previousStays']);
    expect(Object.keys(DECLINE_GROUNDS).join()).not.toMatch(/repeat|paper|household|stay/);
    const again = housed({ ...ADULT, previousStays: 3 });
    expect(again.now().facts).toMatchObject({ shelter: 'housed', repeat: 'yes' });
  });

  test.each([
    ['site.full', {}],
    ['request.declined', { ground: 'needs_hospital' }],
  ])('after %s somebody stays responsible until she has arrived somewhere safe', (type, payload) => {
    const story = tell(workflow, ADULT);
    expect(story.send(type, payload).state).toEqual(['unplaced']);
    expect(story.now().facts.shelter).toBe('requested');
    const found = story.send('alternative.found', { kind: 'other_site', arrived: true });
    expect(found.state).toEqual(['placedElsewhere']);
  });

  test('nobody withdraws a child', () => {
    expect(tell(workflow, CHILD).refused('request.withdrawn', { spokenAlone: true })).toEqual([
      'residentIsAdult',
    ]);
  });
});

describe('the stay', () => {
  test('ends after ten days that no holiday moves, with a review on the seventh', () => {
    const due = (rule: 'S1' | 'S1review') => {
      const row = ruleOf(rule);
      const start = startOfRule(row, '2026-09-24T15:00:00.000+08:00');
      return computeDue(row, start, { calendar: CHINA_CALENDAR, onUnknownYear: 'provisional' }).safeDue;
    };
    expect(due('S1')).toBe('2026-10-04T24:00');
    expect(due('S1review')).toBe('2026-10-01T24:00');
    expect(workflow.deadlines['stayLimit']).toMatchObject({ rule: 'S1', anchor: { context: 'admittedAt' } });
  });

  test('when it ends nobody is turned out: what is due is a filing', () => {
    const story = housed();
    const { state } = story.send('limit.reached', {}, timer);
    expect(state).toEqual(['housed.life.living', 'housed.term.overdue']);
    story.send('extension.filed', { until: UNTIL, filedAt: OPENED_AT });
    expect(story.now().state).toContain('housed.term.extended');
    expect(story.send('limit.reached', {}, timer).state).toContain('housed.term.overdue');
  });

  test('is extended only into the future', () => {
    expect(housed().refused('extension.filed', { until: OPENED_AT, filedAt: OPENED_AT })).toEqual([
      'untilAhead',
    ]);
  });

  test('its clock runs on whatever she plans', () => {
    const story = housed();
    for (const [type, payload] of [
      ['leave.requested', LEAVE],
      ['leave.withdrawn', {}],
      ['site.found', { present: true }],
      ['resident.relocated', { site: 'FS02' }],
    ] as const) {
      expect(story.send(type, payload).exited).not.toContain('housed.term.usual');
    }
  });
});

describe('leaving', () => {
  test('by her own written request, and then somebody asks after her on the third and the seventh day', () => {
    const story = housed();
    expect(story.refused('stay.ended', LEFT)).toEqual(['wayIsFree']);
    story.send('leave.requested', LEAVE);
    expect(story.send('stay.ended', LEFT).state).toEqual(['followUp']);
    expect(story.context()).toMatchObject({ followUpRule: 'H53', leftAt: OPENED_AT });
    story.send('visit.made', { spokenAlone: true });
    expect(story.context()['followUpRule']).toBe('H53b');
    const { state, effects } = story.send('visit.failed', {});
    expect(state).toEqual(['closed']);
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'followup.unsafe' });
  });

  test.each([{ destination: 'back_to_him' }, { destination: 'kin', knownToHim: true }])(
    'to %j is her right, and the case manager hears of it',
    (where) => {
      const { state, effects } = housed().send('leave.requested', { ...LEAVE, ...where });
      expect(state).toContain('housed.life.leaving');
      expect(effects).toContainEqual({ kind: 'notify', to: 'case_manager', notice: 'wish.doubtful' });
    },
  );

  test('her children leave with her or were handed over, one by one', () => {
    const story = housed(MOTHER);
    story.send('leave.requested', LEAVE);
    expect(story.refused('stay.ended', LEFT)).toEqual(['minorsAccountedFor']);
    story.send('minor.handed', HANDED);
    expect(story.context()['minors']).toBe(1);
    expect(story.send('stay.ended', { ...LEFT, minors: 'with_her' }).state).toEqual(['followUp']);
  });

  test('a child goes to nobody while its guardians are in doubt', () => {
    const story = housed(CHILD);
    expect(story.refused('leave.requested', LEAVE)).toEqual(['residentIsAdult']);
    for (const guardian of ['interested', 'neglectful', 'suspect'] as const) {
      expect(story.refused('minor.handed', HANDED, { facts: { guardian } })).toContain('guardianNotDoubted');
    }
    const known = { facts: { guardian: 'suspect', protectiveGuardian: 'known' } } as const;
    expect(story.send('minor.handed', HANDED, known).state).toEqual(['followUp']);
  });

  test('whoever comes again is taken in again', () => {
    const story = housed();
    story.send('leave.requested', LEAVE);
    story.send('stay.ended', LEFT);
    expect(story.send('stay.admitted', ADMITTED).facts).toMatchObject({ shelter: 'housed', repeat: 'yes' });
  });
});

describe('who is gone without a word', () => {
  test('and is an adult was free to go', () => {
    const story = housed();
    expect(story.send('absence.noted').state).toContain('housed.life.absent');
    expect(story.send('stay.ended', LEFT).state).toEqual(['followUp']);
  });

  test('and is a child is reported to the police and looked for; the stay goes on', () => {
    const story = housed(CHILD);
    expect(story.send('absence.noted').state).toContain('housed.life.missing');
    expect(story.refused('stay.ended', LEFT)).toEqual(['wayIsFree']);
    expect(story.send('loss.reported', { receiptKept: true }).state).toContain('housed.life.sought');
    expect(story.send('contact.made').state).toContain('housed.life.living');
  });
});

describe('when he looks for her', () => {
  test('an inquiry warns everybody and gets its own track, whose lock it is', () => {
    const story = housed();
    const { effects, facts } = story.send('inquiry.received', INQUIRY);
    expect(facts.location).toBe('unlocked');
    for (const to of ['supervisor', 'case_manager', 'handler']) expect(effects).toContainEqual(locked(to));
    expect(effects).toContainEqual({ kind: 'start_track', workflow: 'adverse', input: INQUIRY });
    const again = story.send('inquiry.received', INQUIRY, { facts: { inquiry: 'open' } });
    expect(again.effects.map(({ kind }) => kind)).not.toContain('start_track');
  });

  test('a place is kept secret after her death', () => {
    expect(housed().send('death.recorded').facts.location).toBe('locked');
  });

  test('who is found is moved, to another place than that one', () => {
    const story = housed();
    const { state, effects } = story.send('site.found', { present: true });
    expect(state).toContain('housed.life.relocating');
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'danger.foreseen' });
    expect(story.refused('resident.relocated', { site: 'FS01' })).toEqual(['anotherSite']);
    story.send('resident.relocated', { site: 'FS02' });
    expect(story.context()).toMatchObject({ site: 'FS02' });
  });
});

/** Fields whose value would name a place: none outside the vault, and where she is only as a code. */
function placeFields(schema: TSchema, path: string): string[] {
  const { properties, items } = schema as { properties?: Record<string, TSchema>; items?: TSchema };
  const here = /address|location|street|where|map/i.test(path) && !('x-sealed' in schema) ? [path] : [];
  const inner = Object.entries(properties ?? {}).flatMap(([key, field]) =>
    placeFields(field, `${path}/${key}`),
  );
  return [...here, ...inner, ...(items === undefined ? [] : placeFields(items, path))];
}

test('no event, input or notice of a shelter has room for an address', () => {
  const schemas = [workflow.input, ...Object.values(workflow.events).map(({ payload }) => payload)];
  expect(schemas.flatMap((schema) => placeFields(schema, ''))).toEqual([]);
  const planted = { properties: { siteAddress: { type: 'string' } } } as unknown as TSchema;
  expect(placeFields(planted, '')).toEqual(['/siteAddress']);
});
