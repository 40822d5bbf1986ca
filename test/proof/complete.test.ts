import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadEveryWorkflow } from '#test/support/load-every-workflow.ts';
import { plants as productPlants } from './products/plants.ts';
import type { Proof } from './prove.ts';

/** A proof as it is found in its folder; null: there is none. */
type Found = { readonly id: string; readonly proof: Proof | null };

const PLANTS_MIN = 40;

const fileOf = (id: string, part: string) => new URL(`./${id}${part}.ts`, import.meta.url);

async function findProof(id: string): Promise<Found> {
  const parts = ['/abstraction', '/rules', '/plants'].map((part) => fileOf(id, part));
  if (![...parts, fileOf(id, '.test')].every((file) => existsSync(file))) return { id, proof: null };
  const modules = await Promise.all(parts.map(async ({ href }) => (await import(href)) as Partial<Proof>));
  return { id, proof: Object.assign({}, ...modules) as Proof };
}

/** What is missing before every path of these workflows counts as proved. */
function missingFrom(found: readonly Found[]): string[] {
  return found.flatMap(({ id, proof }) => {
    if (proof === null) return [`${id}: no proof`];
    const { abstraction, rules, plants } = proof;
    const foreign = abstraction.workflow.id === id ? [] : [`${id}: walks ${abstraction.workflow.id}`];
    return [
      ...foreign,
      ...unplanted(rules, plants).map((says) => `${id}: nothing was planted for “${says}”`),
    ];
  });
}

function unplanted(rules: Proof['rules'], plants: Proof['plants']): string[] {
  const broken = plants.map(({ breaks }) => breaks);
  return rules.map(({ says }) => says).filter((says) => !broken.includes(says));
}

describe('every path is proved', () => {
  const found: Found[] = [];
  beforeAll(async () => {
    const ids = new Set((await loadEveryWorkflow()).map(({ file }) => file));
    found.push(...(await Promise.all([...ids].map((id) => findProof(id)))));
  });

  test('of every workflow there is, and each rule was seen to fail', () => {
    expect(found.length).toBeGreaterThan(15);
    expect(missingFrom(found)).toEqual([]);
  });

  test('with enough planted violations', () => {
    const planted = found.flatMap(({ proof }) => proof?.plants ?? []);
    expect(planted.length + productPlants.length).toBeGreaterThanOrEqual(PLANTS_MIN);
    console.log(`${planted.length} plants in ${found.length} workflows, ${productPlants.length} in products`);
  });

  test('in every product too, each rule was seen to fail', () => {
    const rules = new Set(productPlants.flatMap(([, , all]) => all.map(({ says }) => says)));
    const broken = new Set(productPlants.map(([says]) => says));
    expect([...rules].filter((says) => !broken.has(says))).toEqual([]);
    expect(rules.size).toBeGreaterThan(0);
  });

  test('a planted workflow without a proof, one with that of another, and a rule without a plant are found', async () => {
    expect(missingFrom([await findProof('nowhere')])).toEqual(['nowhere: no proof']);
    const [one, other] = found.filter(({ proof }) => proof !== null);
    const [plant] = one?.proof?.plants ?? [];
    if (!one?.proof || !other?.proof || plant === undefined) throw new Error('no proof to spoil');
    expect(missingFrom([{ id: one.id, proof: other.proof }])).toEqual([`${one.id}: walks ${other.id}`]);
    const spoilt = { ...one.proof, plants: [] };
    expect(missingFrom([{ id: one.id, proof: spoilt }])).toHaveLength(one.proof.rules.length);
  });
});
