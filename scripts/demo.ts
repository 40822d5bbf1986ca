import { ServerRefused } from './demo/client.ts';
import { play } from './demo/play.ts';
import { createPrinter } from './demo/print.ts';

// npm run demo: plays one call over HTTP against a running server and prints what happened.
const baseUrl = (process.env['BASE_URL'] ?? 'http://127.0.0.1:3000').replace(/\/+$/, '');

try {
  await play(
    baseUrl,
    createPrinter((line) => console.log(line)),
  );
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

function explain(error: unknown): string {
  if (error instanceof ServerRefused && error.code === 'credentials_invalid') {
    return `The server at ${baseUrl} has no demo logins: it was started with --no-demo, or on a database of its own.`;
  }
  if (error instanceof ServerRefused) return `The server refused a step of the demo: ${error.message}`;
  if (error instanceof TypeError)
    return `No server answers at ${baseUrl}. Start one with npm start, or set BASE_URL.`;
  return error instanceof Error ? error.message : String(error);
}
