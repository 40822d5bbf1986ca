import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** A part of the bench that has a process to itself: it answers requests, one at a time, until it is disposed. */
export type Part<Request> = AsyncDisposable & {
  readonly answer: (request: Request) => Promise<unknown>;
};

/** The part as the process that measures sees it. */
export type RemotePart<Request> = AsyncDisposable & {
  readonly ask: <T>(request: Request) => Promise<T>;
};

type Said =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly message: string };

const PROGRAM = resolve(import.meta.dirname, '../bench.ts');
const START_TIMEOUT_MS = 60_000;
// The longest round is some ten seconds; lateness waits for what it has put in.
const ANSWER_TIMEOUT_MS = 60_000;

/** Starts a part in a process of its own and waits until it is open. Throws with its words when it fails. */
export async function startPart<Request>(name: string, options: object): Promise<RemotePart<Request>> {
  const child = fork(PROGRAM, ['--part', name, JSON.stringify(options)]);
  const part: RemotePart<Request> = {
    ask: async <T>(request: Request) => {
      child.send(request as object);
      return (await heard(child, name, ANSWER_TIMEOUT_MS)) as T;
    },
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
  try {
    await heard(child, name, START_TIMEOUT_MS);
    return part;
  } catch (error) {
    await part[Symbol.asyncDispose]();
    throw error;
  }
}

/** The life of a part within its process: it ends with the process that started it. */
export async function servePart(open: () => Promise<Part<unknown>>): Promise<void> {
  const say = (said: Said) => process.send?.(said);
  const explain = (error: unknown) =>
    error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.once('disconnect', () => process.exit(0));
  try {
    const part = await open();
    process.on('message', (request) => {
      part.answer(request).then(
        (answer) => say({ kind: 'answer', answer }),
        (error: unknown) => say({ kind: 'failed', message: explain(error) }),
      );
    });
    say({ kind: 'ready' });
  } catch (error) {
    say({ kind: 'failed', message: explain(error) });
  }
}

async function heard(child: ChildProcess, name: string, timeoutMs: number): Promise<unknown> {
  const ended = new AbortController();
  const end = () => ended.abort();
  const timer = setTimeout(end, timeoutMs);
  child.once('exit', end);
  try {
    const [said] = (await once(child, 'message', { signal: ended.signal })) as [Said];
    if (said.kind === 'failed') throw new Error(`${name}: ${said.message}`);
    return said.kind === 'answer' ? said.answer : null;
  } catch (error) {
    if (!ended.signal.aborted) throw error;
    throw new Error(`${name} ended or did not answer within ${timeoutMs / 1000} s`, { cause: error });
  } finally {
    clearTimeout(timer);
    child.off('exit', end);
  }
}
