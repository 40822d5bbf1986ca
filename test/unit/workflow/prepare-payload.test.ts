import { expect, test } from 'vitest';
import { Payload, Stamped } from '#src/workflow/field.ts';
import { PastInstant, PlannedInstant } from '#src/workflow/instant-schema.ts';
import { preparePayload } from '#src/workflow/prepare-payload.ts';

const SCHEMA = Payload({ heldAt: PastInstant(), plannedFor: PlannedInstant() });
const NOW = '2026-01-05T09:00:00.000+08:00';
const BOUNDS = {
  earliest: '2000-01-01T00:00:00.000+08:00',
  latest: NOW,
  drawId: () => 'id',
  seal: () => 'digest',
};
const prepared = (heldAt: string, plannedFor: string) =>
  preparePayload(SCHEMA, { heldAt, plannedFor }, BOUNDS);
const pointers = (heldAt: string, plannedFor: string) => {
  const answer = prepared(heldAt, plannedFor);
  return 'problems' in answer ? answer.problems.map(({ pointer }) => pointer) : [];
};

test('what is planned may lie ahead, what happened may not, and both become canonical', () => {
  expect(prepared(NOW, '2034-01-20T00:00:00Z')).toMatchObject({
    payload: { heldAt: NOW, plannedFor: '2034-01-20T08:00:00.000+08:00' },
  });
  expect(pointers('2026-01-06T09:00:00+08:00', NOW)).toEqual(['/heldAt']);
});

test('no plan is before 2000 or after 2099', () => {
  expect(pointers(NOW, '1999-12-31T00:00:00+08:00')).toEqual(['/plannedFor']);
  expect(pointers(NOW, '2099-12-31T23:59:59+08:00')).toEqual([]);
  expect(pointers(NOW, '2100-01-01T00:00:00+08:00')).toEqual(['/plannedFor']);
});

test('what the product says by itself stands in the log, whether or not it was sent, and is nothing else', () => {
  const schema = Payload({ inner: Payload({ scale: Stamped('nine-two.v1', '量表', 'Scale') }) });
  const stamped = { payload: { inner: { scale: 'nine-two.v1' } } };
  expect(preparePayload(schema, { inner: {} }, BOUNDS)).toMatchObject(stamped);
  expect(preparePayload(schema, { inner: { scale: 'nine-two.v1' } }, BOUNDS)).toMatchObject(stamped);
  expect(preparePayload(schema, { inner: { scale: 'nine-two.v2' } }, BOUNDS)).toHaveProperty('problems');
});
