import { expect, test } from 'vitest';
import { isRuleCode, RULES, type Rule, type RuleCode, ruleInForce, ruleOf } from '#src/base/rules.ts';

const ROWS: readonly Rule[] = RULES;
const CODES: readonly string[] = RULES.map(({ code }) => code);

const FAMILIES = 'R1-R9 C1-C17 P1-P20 L1-L9 X1-X6 M1-M4 S1-S2 J1-J1 V1-V1 H1-H18';
// Guards and fields of workflows: the law gives them a code here and no period.
const CONDITIONS = ['C11', 'C15', 'P3', 'P4', 'P19', 'L5'];

test('every code is there once', () => {
  expect(CODES.length).toBeGreaterThan(100);
  expect(new Set(CODES).size).toBe(CODES.length);
});

test('every code of the law has a row under its bare name', () => {
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
  const unnumbered = RULES.filter(({ code, amount }) => amount === null && !CONDITIONS.includes(code));
  expect(unnumbered.length).toBeGreaterThan(10);
  for (const { code, kind } of unnumbered) {
    const house = RULES.find((rule) => rule.code === `${code}p`);
    expect(house, code).toMatchObject({ kind: 'policy' });
    expect(house?.amount, code).not.toBeNull();
    expect(kind, code).toBe('statute');
  }
});

test('a condition of law has no period, and none of ours stands in for one', () => {
  for (const code of CONDITIONS) {
    expect(RULES.find((rule) => rule.code === code)).toMatchObject({ amount: null, mayTighten: false });
    expect(CODES).not.toContain(`${code}p`);
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

test.each([
  ['P9', '2025-12-31', 'P9old'],
  ['P9', '2026-01-01', 'P9'],
  ['P9old', '2025-12-31', 'P9old'],
  ['P9old', '2026-01-01', 'P9'],
  ['P9b', '2025-12-31', 'P9oldb'],
  ['P14b', '2025-06-01', 'P14oldb'],
  ['P10', '2024-02-29', 'P10old'],
  ['C5', '2016-03-01', 'C5'],
  ['P2', '2024-12-06', 'P2'],
  // What the table knows no dates of is bounded by nothing; nor is what is ours.
  ['C12', '2001-01-01', 'C12'],
  ['P2', '2030-01-01', 'P2'],
  ['H42', '2001-01-01', 'H42'],
] as const)('%s of a case that began on %s is governed by %s', (code, date, governing) => {
  expect(ruleInForce(code, date)?.code).toBe(governing);
});

test.each([
  ['P9c', '2025-12-31'],
  ['P12b', '2025-12-31'],
  ['P13', '2025-12-31'],
  ['P10b', '2025-12-31'],
  ['P2', '2024-12-05'],
  ['C5', '2016-02-29'],
  ['C4', '2022-03-02'],
  ['L1', '2021-12-31'],
] as const)('nothing governs %s on %s: that law was not yet made', (code, date) => {
  expect(ruleInForce(code, date)).toBeNull();
});

test('the rows of one line follow each other day by day, and are alike but for their dates', () => {
  const successors = ROWS.filter(({ succeeds }) => succeeds !== null);
  expect(successors.length).toBeGreaterThan(7);
  for (const rule of successors) {
    const before = ROWS.find(({ code }) => code === rule.succeeds);
    expect(before, rule.code).toMatchObject({ unit: rule.unit, rolls: rule.rolls, kind: rule.kind });
    expect(dayAfter(before?.inForce.to ?? ''), rule.code).toBe(rule.inForce.from);
    expect(ROWS.filter(({ succeeds }) => succeeds === rule.succeeds)).toHaveLength(1);
  }
  // A row that ended is somebody's predecessor, or nobody would ever be led to what came after it.
  const ended = ROWS.filter(({ inForce }) => inForce.to !== null).map(({ code }) => code);
  expect(ended.sort()).toEqual(successors.map(({ succeeds }) => String(succeeds)).sort());
});

test('only a body’s duty to act may be tightened: no right, ceiling, validity, bar, retention, nor what has no number', () => {
  const may = (code: RuleCode) => ruleOf(code).mayTighten;
  for (const code of [
    'C2',
    'C3',
    'C4',
    'P2',
    'P7',
    'P9',
    'P16',
    'P17',
    'L1',
    'L2',
    'X4',
    'R3',
    'R1p',
    'H12',
  ] as const)
    expect(may(code), code).toBe(true);
  const never =
    'C5 C7 C8b C10 C12 C16b C16c M2 M4 M4b P10 P10b P12b P13 P14 P15 P16f P18 S1 V1b X3 X5 L3p H18';
  for (const code of never.split(' ').filter(isRuleCode)) expect(may(code), code).toBe(false);
  for (const { code, amount, mayTighten } of RULES) if (!amount) expect(mayTighten, code).toBe(false);
});

test('time is excluded only from the time for a public-security case, from the old one for appraisal alone', () => {
  const excluding = ROWS.filter(({ excludes }) => excludes.length > 0);
  expect(excluding.map(({ code, excludes }) => `${code} ${excludes.join('+')}`).sort()).toEqual([
    'P9 appraisal+hearing',
    'P9b appraisal+hearing',
    'P9c appraisal+hearing',
    'P9old appraisal',
    'P9oldb appraisal',
  ]);
});

test('what was not read in its official text says so', () => {
  const unread = ROWS.filter(({ isVerified }) => !isVerified).map(({ code }) => code);
  for (const code of ['C16c', 'M3', 'L8', 'P18b', 'P20d', 'P11old'] as const) expect(unread).toContain(code);
  for (const code of ['C2', 'C5', 'P9', 'P9old', 'L1', 'X4'] as const) expect(unread).not.toContain(code);
});

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
