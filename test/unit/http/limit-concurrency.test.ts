import { expect, test } from 'vitest';
import { limitConcurrency } from '#src/http/limit-concurrency.ts';

test('so many run at once, so many wait in their order, the next one is refused', async () => {
  const inTurn = limitConcurrency({ atOnceCount: 2, waitingLimit: 2, retryAfterSeconds: 7 });
  const gates = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
  const started: number[] = [];
  const works = gates.map((gate, index) =>
    inTurn(async () => {
      started.push(index);
      await gate.promise;
      return index;
    }),
  );
  await Promise.resolve();
  expect(started).toEqual([0, 1]);
  await expect(inTurn(async () => 5)).rejects.toMatchObject({
    code: 'throttled',
    details: { retryAfterSeconds: 7 },
  });
  gates[1]?.resolve();
  await works[1];
  await expect.poll(() => started).toEqual([0, 1, 2]);
  for (const gate of gates) gate.resolve();
  expect(await Promise.all(works)).toEqual([0, 1, 2, 3]);
});

test('work that fails leaves its place to the next', async () => {
  const inTurn = limitConcurrency({ atOnceCount: 1, waitingLimit: 5, retryAfterSeconds: 1 });
  const failing = inTurn(() => Promise.reject(new Error('no')));
  const next = inTurn(async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
  expect(await inTurn(async () => 'again')).toBe('again');
});
