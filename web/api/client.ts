import createClient from 'openapi-fetch';
import { sendRequest } from './send-request.ts';
import { type Problem, RequestRefused } from './problem.ts';
import type { paths } from './paths.gen.ts';

/** The API, with the types of its own description (`npm run docs` writes them). */
export const api = createClient<paths>({ fetch: sendRequest, credentials: 'same-origin' });

/** What an operation answers when it succeeds. */
export type AnswerOf<
  Path extends keyof paths,
  Method extends keyof paths[Path],
> = paths[Path][Method] extends { responses: infer Responses } ? Content<Success<Responses>> : never;

/** One thing of a list. */
export type ItemOf<Path extends keyof paths> =
  AnswerOf<Path, 'get' & keyof paths[Path]> extends { items: readonly (infer Item)[] } ? Item : never;

type Success<Responses> = Responses extends { 200: infer Ok }
  ? Ok
  : Responses extends { 201: infer Made }
    ? Made
    : never;
type Content<Answer> = Answer extends { content: { 'application/json': infer Body } } ? Body : never;

type Outcome<T> = { readonly data?: T; readonly error?: unknown; readonly response: Response };

/** The answer of a call, or `RequestRefused`. `await answerOf(api.GET('/api/rules'))` */
export async function answerOf<T>(call: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  throw new RequestRefused(problemIn(error, response.status));
}

/** As `answerOf`, with the version that the next event on it needs: `If-Match: etag`. */
export async function answerWithTag<T>(call: Promise<Outcome<T>>): Promise<{ answer: T; etag: string }> {
  const outcome = await call;
  return {
    answer: await answerOf(Promise.resolve(outcome)),
    etag: outcome.response.headers.get('etag') ?? '',
  };
}

/** A proxy on the way answers in other shapes; then the status is all there is. */
function problemIn(body: unknown, status: number): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body) return body as Problem;
  return { status, code: 'unavailable', title: `HTTP ${status}` };
}
