import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isRuleCode, type Rule, ruleOf } from '#src/base/rules.ts';
import {
  CalendarYearUnknownError,
  ExcludedDaysInvalidError,
  NoticeRefusedError,
  RuleHasNoPeriodError,
  StartInvalidError,
} from '#src/calendar/calendar-errors.ts';
import { calendarWith } from '#src/calendar/china-calendar.ts';
import { computeAnswer } from '#src/calendar/compute-answer.ts';
import { readNotice } from '#src/calendar/read-notice.ts';

// Computes one period and prints it as JSON, the same as POST /api/deadlines/compute: npm run -s deadline -- C2 2025-09-30T16:45
const USAGE = 'Usage: npm run -s deadline -- <rule> <start> [--excluded-days <count>] [--holidays <file>]';
const HELP = `${USAGE}

  <rule>           a code of GET /api/rules, such as C2
  <start>          YYYY-MM-DDTHH:mm for hours, else YYYY-MM-DD, in Asia/Shanghai
  --excluded-days  days that do not count, such as an appraisal's
  --holidays       a file as npm run holidays takes it, for a year that this build does not know; may be given again

It asks no server and no database: it knows the holiday years of this build and those of --holidays. A year that was
imported into a site's database is known to the site's POST /api/deadlines/compute.`;

class UsageError extends Error {}

const REFUSALS = [
  UsageError,
  CalendarYearUnknownError,
  ExcludedDaysInvalidError,
  NoticeRefusedError,
  RuleHasNoPeriodError,
  StartInvalidError,
];

try {
  const args = process.argv.slice(2);
  console.log(args.includes('--help') ? HELP : JSON.stringify(answer(args), null, 2));
} catch (error) {
  // Anything else is a bug and keeps its stack.
  if (!REFUSALS.some((refusal) => error instanceof refusal)) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}

function answer(args: readonly string[]) {
  const { rule, start, excludedDays, files } = readArguments(args);
  const calendar = calendarWith(files.map((file) => readNotice(textOf(file))));
  return computeAnswer(rule, start, { calendar, excludedDays });
}

type Arguments = {
  readonly rule: Rule;
  readonly start: string;
  readonly excludedDays: number;
  readonly files: readonly string[];
};

function readArguments(args: readonly string[]): Arguments {
  const { positionals, excluded, files } = splitArguments(args);
  const [code, start] = positionals;
  if (code === undefined || start === undefined || positionals.length > 2) throw new UsageError(USAGE);
  if (!isRuleCode(code)) throw new UsageError(`No rule has the code ${JSON.stringify(code)}.`);
  if (!/^\d{1,4}$/.test(excluded)) throw new UsageError('--excluded-days takes a whole number of days.');
  return { rule: ruleOf(code), start, excludedDays: Number(excluded), files };
}

function splitArguments(args: readonly string[]): {
  positionals: string[];
  excluded: string;
  files: string[];
} {
  try {
    const options = {
      'excluded-days': { type: 'string', default: '0' },
      holidays: { type: 'string', multiple: true, default: [] as string[] },
    } as const;
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { positionals, excluded: values['excluded-days'], files: values.holidays };
  } catch (error) {
    // parseArgs throws for unknown or incomplete options; the usage says all of it shorter.
    throw new UsageError(USAGE, { cause: error });
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as { code?: string };
    throw new UsageError(`The file ${file} cannot be read (${code}).`, { cause: error });
  }
}
