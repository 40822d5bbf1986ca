import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterIn, MAIN_LANES, searchWith } from '#web/orders/board-filter.ts';
import { brokenBy } from '#web/orders/broken-measures.ts';
import { clockOf, countServices, nextBeside } from '#web/orders/order-clock.ts';
import { measuresOf, monthsLater, unitsOf } from '#web/orders/ruling-payload.ts';
import { choicesAt, wordsFor } from '#web/orders/schema-choices.ts';
import { needsOf } from '#web/orders/service-needs.ts';
import { BREACH_ACTS, MEASURES, SERVICE_METHODS, UNIT_KINDS } from '#workflows/protection-order/codes.ts';
import { LANES } from '#workflows/protection-order/lanes.ts';
import { monthsAfter } from '#workflows/protection-order/validity.ts';
import { workflow } from '#workflows/protection-order.ts';

const DUE = {
  ...{ deadlineId: 'd', title: { zh: '回访', en: 'Visit' }, rule: 'C13p' },
  ...{ safeDue: '2026-12-03T10:46', legalDue: '2026-12-03T10:46', safeDueAt: '' },
};
const ORDER = {
  ...{ trackId: 't', caseId: 'c', caseNumber: 'HL2026-TESTTEST', version: 1, agency: 'a', ownerAgency: 'o' },
  ...{ court: null, lane: 'in_force', laneTitle: { zh: '有效', en: 'In force' }, titles: [], urgent: false },
  ...{ madeAt: null, validUntil: '2027-05-30', services: [], reconsideration: null, changePending: null },
  ...{ due: DUE, holder: null, lastEvent: null, violation: null },
};

test('an order that is kept counts down to its end, and says the nearer clock beside it', () => {
  expect(clockOf(ORDER)?.at).toBe('2027-05-30T24:00');
  expect(nextBeside(ORDER)?.at).toBe(DUE.safeDue);
  expect(nextBeside({ ...ORDER, lane: 'to_serve' })).toBeNull();
});

test('a breach counts down to what answers it, and to the order’s own clock once nothing does', () => {
  const answerDue = { ...DUE, safeDue: '2026-11-30T11:01' };
  const answer = { trackId: 'e', agency: 'o', titles: [], due: answerDue, holder: null };
  const violation = { count: 1, reportedAt: null, answer };
  expect(clockOf({ ...ORDER, lane: 'violated', violation })?.at).toBe('2026-11-30T11:01');
  expect(clockOf({ ...ORDER, lane: 'violated', violation: { ...violation, answer: null } })?.at).toBe(
    DUE.safeDue,
  );
});

test('who was served late is served; who was not and is out of time is late', () => {
  const one = {
    ...{ title: { zh: '', en: '' }, mandatory: true, method: null, hasReceipt: false },
    ...{ failedAt: null, due: null },
  };
  const services = [
    { ...one, servedAt: '2026-11-30T10:46:00.000+08:00', isLate: true },
    { ...one, servedAt: null, isLate: true },
    { ...one, servedAt: null, isLate: false },
  ];
  expect(countServices({ services })).toEqual({ served: 1, all: 3, late: 1 });
});

test('a filter is its address, and changing it begins at the first page', () => {
  const filter = filterIn(new URLSearchParams('lane=applied&court=x&cursor=y&other=z'));
  expect(filter).toEqual({ lane: 'applied', court: 'x', cursor: 'y' });
  expect(searchWith(filter, { lane: null })).toBe('?court=x');
  expect(searchWith({}, {})).toBe('');
  expect(MAIN_LANES.every((lane) => LANES.some((known) => known.lane === lane))).toBe(true);
});

test('what an act breaks is a kind of measure there is, and every act is one that can be recorded', () => {
  const all = Object.keys(MEASURES).map((code, index) => ({
    ...{ id: `m${index}`, code, status: 'pending', dueOn: null },
  }));
  for (const act of Object.keys(BREACH_ACTS).filter((code) => !['damage', 'other'].includes(code)))
    expect([act, brokenBy([act], all).length > 0]).toEqual([act, true]);
  expect(brokenBy(['damage'], all)).toEqual([]);
  const contact = all.filter(({ code }) => code === 'no_contact');
  expect(brokenBy(['contact'], contact)).toEqual([contact[0]?.id]);
});

test('a way of service asks for what the workflow will ask for', () => {
  const codes = (method: string, isRespondent = false, movedOut = false) =>
    needsOf(method, { isRespondent, movedOut }).map(({ code }) => code);
  expect(Object.keys(SERVICE_METHODS).filter((method) => codes(method).length > 0)).toEqual([
    'left_behind',
    'electronic',
    'posted',
  ]);
  expect(codes('posted', true, true)).toEqual(['witnessed', 'addressHidden']);
  expect(codes('in_person', true, true)).toEqual(['addressHidden']);
  expect(codes('in_person', false, true)).toEqual([]);
});

test('months are counted as the workflow counts them', () => {
  const day = fc.date({
    min: new Date('2020-01-01'),
    max: new Date('2035-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 12 }), (date, months) => {
      const text = date.toISOString().slice(0, 10);
      expect(monthsLater(text, months)).toBe(monthsAfter(text, months));
    }),
  );
});

test('a ruling’s measures have short names of their own; what stays keeps its name', () => {
  const known = [{ id: 'm1', code: 'no_violence', status: 'pending', dueOn: null }];
  const made = measuresOf(['no_violence', 'keep_away', 'pay'], known);
  expect(made).toEqual([
    { id: 'm1', code: 'no_violence' },
    { id: 'm2', code: 'keep_away', place: 'home' },
    { id: 'm3', code: 'pay' },
  ]);
  // Short names of units are the kinds themselves, which their pattern allows.
  for (const { id } of unitsOf(Object.keys(UNIT_KINDS))) expect(id).toMatch(/^[a-z][a-z0-9_]{0,19}$/);
});

test('the words of codes come from the schema of the event', () => {
  const payload = workflow.events['order.granted']?.payload;
  const kinds = choicesAt(payload, 'measures', '[]', 'code');
  expect(kinds.map(({ code }) => code)).toEqual(Object.keys(MEASURES));
  expect(wordsFor(kinds, 'move_out').zh).toBe('责令迁出申请人住所');
  expect(wordsFor(kinds, 'unheard_of')).toEqual({ zh: 'unheard_of', en: 'unheard_of' });
  expect(choicesAt(undefined, 'method')).toEqual([]);
});
