// A process with the built-in Postgres, for tests that must end one from outside. `node embedded-child.ts folder`.
// It writes one line of JSON: {url} or {refused}. SIGTERM: it stops in order. SIGINT: it first asks the database once
// more, and writes {answered}. A line on standard input: it dies of an error nobody catches.
import pg from 'pg';
import { openEmbeddedPostgres } from '#db/embedded.ts';

const [dataDir = ''] = process.argv.slice(2);
const lines: string[] = [];

try {
  const postgres = await openEmbeddedPostgres({ dataDir, log: (line) => lines.push(line), durable: true });
  process.on('SIGINT', async () => {
    const client = new pg.Client(postgres.url);
    await client.connect();
    const { rows } = await client.query<{ answered: number }>('select 1 as answered');
    await client.end();
    await postgres[Symbol.asyncDispose]();
    say(rows[0] ?? {});
    process.exit(0);
  });
  process.on('SIGTERM', async () => {
    await postgres[Symbol.asyncDispose]();
    process.exit(0);
  });
  process.stdin.once('data', () => {
    throw new Error('planned');
  });
  say({ url: postgres.url, lines });
} catch (error) {
  say({ refused: (error as Error).message });
}

function say(answer: object): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
