import { parseArgs } from 'node:util';
import { connect } from '#db/connect.ts';
import { StartRefused } from '#src/base/start-refused.ts';
import { loadConfig } from '#src/config/config.ts';
import { FIRST_TRACK } from '#src/engine/move-tracks.ts';
import { loadMoves, versionsOf } from '#src/load-moves.ts';
import { loadWorkflows } from '#src/load-workflows.ts';
import { openDatabase } from '#src/open-database.ts';
import { type MovesOrder, runMoves } from './moves/run-moves.ts';

// Moves running tracks to another version of their workflow: npm run -s moves -- check shelter 1 2 shows what that would do
// and changes nothing; apply does it, one track at a time, and may be stopped and run again. Exit code 1: something stayed
// behind; 2: refused, nothing was done.
const USAGE =
  'Usage: npm run -s moves -- check|apply <workflow> <from> <to> [--limit <count>] [--after <track>] [--json]';

// A million is more than there are; a list without an end would be none.
const OPTIONS = {
  limit: { type: 'string', default: '1000000' },
  after: { type: 'string', default: FIRST_TRACK },
  json: { type: 'boolean', default: false },
} as const;

class UsageError extends Error {}

type Asked = MovesOrder & {
  readonly move: { readonly workflow: string; readonly from: number; readonly to: number };
};

try {
  await run(readArguments(process.argv.slice(2)));
} catch (error) {
  // Anything else is a bug and keeps its stack.
  if (!(error instanceof UsageError) && !(error instanceof StartRefused)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function run(asked: Asked): Promise<void> {
  const workflows = await loadWorkflows();
  const versions = versionsOf(await loadMoves(), workflows, asked.move);
  await using stack = new AsyncDisposableStack();
  const url = await openDatabase(loadConfig({ demo: false }, []), stack, console.error);
  const { pool } = stack.use(connect(url, { maxConnections: 2 }));
  const behind = await runMoves(asked, { pool, workflows, versions }, (line) => console.log(line));
  if (behind > 0) process.exitCode = 1;
}

function readArguments(args: readonly string[]): Asked {
  const { positionals, values } = splitArguments(args);
  const [action, workflow, from = '', to = '', ...rest] = positionals;
  if (action !== 'check' && action !== 'apply') throw new UsageError(USAGE);
  if (workflow === undefined || rest.length > 0 || !isCount(from) || !isCount(to))
    throw new UsageError(USAGE);
  if (!isCount(values.limit)) throw new UsageError('--limit takes a whole number of tracks.');
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(values.after))
    throw new UsageError('--after takes the id of a track.');
  return {
    action,
    move: { workflow, from: Number(from), to: Number(to) },
    range: { after: values.after, limit: Number(values.limit) },
    json: values.json,
  };
}

function splitArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // parseArgs throws for unknown or incomplete options; the usage says all of it shorter.
    throw new UsageError(USAGE, { cause: error });
  }
}

function isCount(text: string): boolean {
  return /^[1-9]\d{0,6}$/.test(text);
}
