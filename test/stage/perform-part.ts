import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPart } from './case-shelf.ts';
import { playCase } from './play-case.ts';
import { type Expectation, faultsOf, type RealCase } from './real-case.ts';
import type { Stage } from './stage.ts';

/** Declares the tests of one part of the shelf: each case is played once, each of its expectations is one test. */
export async function performPart(part: number, partCount: number): Promise<void> {
  const cases = await loadPart(part, partCount);
  for (const [name, realCase] of cases) {
    describe(`${name}: ${realCase.title.en}`, () => {
      perform(realCase);
    });
  }
  test('every fixture of this part is whole', () => {
    expect(Object.fromEntries(cases.map(([name, realCase]) => [name, faultsOf(realCase)]))).toEqual(
      Object.fromEntries(cases.map(([name]) => [name, []])),
    );
  });
}

type Asserted = Extract<Expectation, { readonly check: unknown }>;

function perform(realCase: RealCase): void {
  const played: { stage?: Stage } = {};
  beforeAll(async () => {
    played.stage = await playCase(realCase);
  });
  afterAll(() => played.stage?.[Symbol.asyncDispose]());

  const asserted = realCase.expects.filter((one): one is Asserted => 'check' in one);
  test.each(asserted.map(({ says, check }) => [says, check] as const))('%s', async (_says, check) => {
    if (played.stage === undefined) throw new Error('the story was not played');
    await check(played.stage);
  });
}
