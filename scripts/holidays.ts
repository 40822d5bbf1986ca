import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { connect } from '#db/connect.ts';
import { StartRefused } from '#src/base/start-refused.ts';
import { NoticeRefusedError } from '#src/calendar/calendar-errors.ts';
import type { HolidayNotice } from '#src/calendar/holiday-notice.ts';
import { readNotice } from '#src/calendar/read-notice.ts';
import { loadConfig } from '#src/config/config.ts';
import { noFault } from '#src/engine/fault-points.ts';
import { foreseeHolidays, type HolidayOutcome, importHolidays } from '#src/engine/import-holidays.ts';
import { loadWorkflows } from '#src/load-workflows.ts';
import { openDatabase } from '#src/open-database.ts';

// Checks or imports a year's holiday notice: npm run -s holidays -- check FILE, npm run -s holidays -- import FILE. Prints as JSON
// which running deadlines it moves. The file: {"year": 2027, "notice": {"number": "…", "title": "…"},
// "restDays": [{"name": "元旦", "from": "2027-01-01", "to": "2027-01-03"}], "swappedWorkdays": [{"date": "…", "for": "元旦"}]}
const USAGE = 'Usage: npm run -s holidays -- check|import <file>';

class UsageError extends Error {}

const REFUSALS = [UsageError, NoticeRefusedError, StartRefused];

try {
  await run(process.argv.slice(2));
} catch (error) {
  // Anything else is a bug and keeps its stack.
  if (!REFUSALS.some((refusal) => error instanceof refusal)) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}

async function run([action, file, ...rest]: readonly string[]): Promise<void> {
  if ((action !== 'check' && action !== 'import') || file === undefined || rest.length > 0)
    throw new UsageError(USAGE);
  const notice = readNotice(await textOf(file));
  const { unchanged, moved } = await withDatabase(action, notice);
  const { year, document } = notice;
  console.log(JSON.stringify({ action, year, document, unchanged, moved }, null, 2));
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`The file ${file} cannot be read (${(error as { code?: string }).code}).`, {
      cause: error,
    });
  }
}

async function withDatabase(action: 'check' | 'import', notice: HolidayNotice): Promise<HolidayOutcome> {
  await using stack = new AsyncDisposableStack();
  const url = await openDatabase(loadConfig({ demo: false }, []), stack, console.error);
  const { pool } = stack.use(connect(url, { maxConnections: 2 }));
  const parts = { pool, workflows: await loadWorkflows(), drawId: randomUUID, fault: noFault };
  return await (action === 'check' ? foreseeHolidays(parts, notice) : importHolidays(parts, notice));
}
