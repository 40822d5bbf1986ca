import { parseArgs } from 'node:util';
import { isRuleCode, type Rule, ruleOf } from '#src/base/rules.ts';
import {
  CalendarYearUnknownError,
  ExcludedDaysInvalidError,
  RuleHasNoPeriodError,
  StartInvalidError,
} from '#src/calendar/calendar-errors.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import { computeDue } from '#src/calendar/compute-due.ts';

// Computes one period and prints it as JSON: npm run -s deadline -- C2 2025-09-30T16:45 [--excluded-days 12]
const USAGE = 'Usage: npm run -s deadline -- <rule> <start> [--excluded-days <count>]';

class UsageError extends Error {}

const REFUSALS = [
  UsageError,
  CalendarYearUnknownError,
  ExcludedDaysInvalidError,
  RuleHasNoPeriodError,
  StartInvalidError,
];

try {
  console.log(JSON.stringify(answer(process.argv.slice(2)), null, 2));
} catch (error) {
  // Anything else is a bug and keeps its stack.
  if (!REFUSALS.some((refusal) => error instanceof refusal)) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}

function answer(args: readonly string[]) {
  const { rule, start, excludedDays } = readArguments(args);
  const due = computeDue(rule, start, { calendar: CHINA_CALENDAR, onUnknownYear: 'refuse', excludedDays });
  const { safeDue, legalDue, explanation } = due;
  return { rule: rule.code, start, safeDue, legalDue, explanation };
}

function readArguments(args: readonly string[]): { rule: Rule; start: string; excludedDays: number } {
  const { positionals, excluded } = splitArguments(args);
  const [code, start] = positionals;
  if (code === undefined || start === undefined || positionals.length > 2) throw new UsageError(USAGE);
  if (!isRuleCode(code)) throw new UsageError(`No rule has the code ${JSON.stringify(code)}.`);
  if (!/^\d{1,4}$/.test(excluded)) throw new UsageError('--excluded-days takes a whole number of days.');
  return { rule: ruleOf(code), start, excludedDays: Number(excluded) };
}

function splitArguments(args: readonly string[]): { positionals: string[]; excluded: string } {
  try {
    const options = { 'excluded-days': { type: 'string', default: '0' } } as const;
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { positionals, excluded: values['excluded-days'] };
  } catch (error) {
    // parseArgs throws for unknown or incomplete options; the usage says all of it shorter.
    throw new UsageError(USAGE, { cause: error });
  }
}
