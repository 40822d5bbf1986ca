// A process with the built-in Postgres, for tests that must end one from outside. `node embedded-child.ts folder`.
// It writes one line of JSON: {url} or {refused}. SIGTERM: it stops in order. SIGINT: it first asks the database once
// more, and writes {answered}. A line on standard input: it dies of an error nobody catches.
import { type EmbeddedPostgres, openEmbeddedPostgres } from '#db/embedded.ts';
import { ask } from './embedded-process.ts';

const [dataDir = ''] = process.argv.slice(2);
const lines: string[] = [];

try {
  const postgres = await openEmbeddedPostgres({ dataDir, log: (line) => lines.push(line), durable: false });
  process.on('SIGINT', () => void answerAndStop(postgres));
  process.on('SIGTERM', () => void stop(postgres));
  process.stdin.once('data', () => {
    throw new Error('planned');
  });
  say({ url: postgres.url, lines });
} catch (error) {
  say({ refused: (error as Error).message });
}

async function answerAndStop(postgres: EmbeddedPostgres): Promise<void> {
  say({ answered: await ask(postgres.url, 'select 1') });
  await stop(postgres);
}

async function stop(postgres: EmbeddedPostgres): Promise<void> {
  await postgres[Symbol.asyncDispose]();
  process.exit(0);
}

function say(answer: object): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
