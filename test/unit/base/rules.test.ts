import { expect, test } from 'vitest';
import { isRuleCode, RULES, type RuleCode, ruleOf } from '#src/base/rules.ts';

const CODES: readonly string[] = RULES.map(({ code }) => code);

// Every duty of the law brief that has a period; a duty without one is a guard of a workflow.
const FAMILIES =
  'R1-R9 C1-C10 C12-C14 C16-C17 P1-P2 P5-P18 P20-P20 L1-L4 L6-L9 X1-X6 M1-M4 S1-S2 J1-J1 V1-V1 H1-H18';

test('every code is there once', () => {
  expect(CODES.length).toBeGreaterThan(100);
  expect(new Set(CODES).size).toBe(CODES.length);
});

test('every duty with a period has a row under its bare code', () => {
  const absent = FAMILIES.split(' ')
    .flatMap(codesOf)
    .filter((code) => !isRuleCode(code));
  // H3 and H4 differ by risk and by day: only their lettered rows exist.
  expect(absent).toEqual(['H3', 'H4']);
});

test('a statute row cites its article, a policy row says that it is none', () => {
  for (const rule of RULES) {
    if (rule.kind === 'statute') expect(rule.article, rule.code).toMatch(/\S+ \S/);
    else expect(rule.article, rule.code).toMatch(/^平台规定/);
  }
});

test('where the law gives no number, ours is the row beside it, marked as policy', () => {
  const unnumbered = RULES.filter(({ amount }) => amount === null);
  expect(unnumbered.length).toBeGreaterThan(10);
  for (const { code, kind } of unnumbered) {
    const house = RULES.find((rule) => rule.code === `${code}p`);
    expect(house, code).toMatchObject({ kind: 'policy' });
    expect(house?.amount, code).not.toBeNull();
    expect(kind, code).toBe('statute');
  }
});

test('every row speaks Chinese and English, in all four places', () => {
  for (const { code, title, trigger, dutyBody, consequence } of RULES) {
    for (const words of [title, trigger, dutyBody, consequence]) {
      expect(words.zh, code).toMatch(/\p{Script=Han}/u);
      expect(words.en, code).toMatch(/[a-z]/i);
      expect(words.en, code).not.toMatch(/\p{Script=Han}/u);
    }
  }
});

test('amounts are whole, but for quarters of an hour', () => {
  for (const { code, amount, unit } of RULES) {
    if (amount === null) continue;
    const parts = unit === 'hour' ? amount * 4 : amount;
    expect(Number.isInteger(parts) && parts >= 0, code).toBe(true);
  }
});

test('only statutory hours have grace, only days and months roll, and no period of ours does either', () => {
  for (const { code, amount, unit, rolls, grace, kind } of RULES) {
    const hasGrace = kind === 'statute' && unit === 'hour' && amount !== null;
    expect(grace, code).toBe(hasGrace ? 'next_hour' : 'none');
    if (rolls) expect(unit, code).toMatch(/^(day|month)$/);
    if (rolls && kind === 'policy') expect(code).toBe('C7bp'); // by analogy with a statutory ten days
  }
});

test('no holiday moves validity, detention or shelter', () => {
  for (const code of ['C5', 'C8b', 'P12b', 'P13', 'P14', 'P14b', 'P14c', 'S1'] as const) {
    expect(ruleOf(code).rolls, code).toBe(false);
  }
});

test('the periods of the old and the new public-security law meet without a gap', () => {
  expect(ruleOf('P9old').inForce.to).toBe('2025-12-31');
  expect(ruleOf('P9').inForce.from).toBe('2026-01-01');
});

test('a code is recognised from outside, and nothing else is', () => {
  for (const code of CODES) expect(isRuleCode(code)).toBe(true);
  for (const text of ['', 'c2', 'C2 ', 'C22', 'toString', '__proto__']) expect(isRuleCode(text)).toBe(false);
});

test('a misspelt code does not compile, a derived one does', () => {
  const derived: RuleCode = 'R1p';
  expect(ruleOf(derived).amount).toBe(1);
  // @ts-expect-error: not a code
  expect(() => ruleOf('C22')).toThrow(/C22/);
});

function codesOf(range: string): string[] {
  const [, letter, first, last] = /^([A-Z])(\d+)-[A-Z](\d+)$/.exec(range) ?? [];
  const codes: string[] = [];
  for (let number = Number(first); number <= Number(last); number += 1) codes.push(`${letter}${number}`);
  return codes;
}
