import { answerOf, answerWithTag, api } from './client.ts';
import { drawKey } from './draw-key.ts';
import { ConnectionLost, isRefusal, RequestRefused } from './problem.ts';
import { sessionNow } from './session.ts';

/**
 * How the words on the screen stand to what the server has. Only `saved` is saved; `away` is tried again by itself,
 * `stale` (another window saved meanwhile) and `refused` wait for the person.
 */
export type SaveState =
  | { readonly kind: 'untouched' | 'saving' | 'away' }
  | { readonly kind: 'saved'; readonly savedAt: string }
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'refused'; readonly error: unknown };

type Content = Readonly<Record<string, unknown>>;
type Attempt = { readonly key: string; readonly content: Content; readonly etag: string | null };

/** A draft: its id, its kind, and when it was read, its version and when that was saved. */
export type DraftToSave = {
  readonly id: string;
  readonly kind: string;
  /** The case or track it is about, by which it is found again. */
  readonly subject?: string;
  readonly read: { readonly etag: string; readonly savedAt: string } | null;
};

const QUIET_MS = 700;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 15_000;

/** Saves one draft for as long as its page is there, again and again, one request at a time. */
export class DraftSaver {
  readonly #draft: DraftToSave;
  readonly #listeners = new Set<() => void>();
  #state: SaveState;
  #etag: string | null;
  #unsaved: Content | null = null;
  // Sent again as it is until it was answered: it may have arrived, and only the same key tells that it did.
  #attempt: Attempt | null = null;
  #running: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRemoved = false;
  /** Ends the wait before the next attempt. */
  #hurry = (): void => undefined;

  constructor(draft: DraftToSave) {
    const { read } = draft;
    this.#draft = draft;
    this.#etag = read?.etag ?? null;
    this.#state = read === null ? { kind: 'untouched' } : { kind: 'saved', savedAt: read.savedAt };
  }

  readonly stateNow = (): SaveState => this.#state;

  readonly subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  /** The words have changed; they are saved shortly. */
  change(content: Content): void {
    this.#unsaved = content;
    if (this.#isRemoved || this.#state.kind === 'stale') return;
    if (this.#state.kind !== 'away') this.#show({ kind: 'saving' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#start(), QUIET_MS);
  }

  /** Saves what is unsaved at once; true when the server has all of it. */
  async saveNow(): Promise<boolean> {
    if (this.#unsaved !== null || this.#attempt !== null) await this.#start();
    return this.#state.kind === 'saved';
  }

  /** After `stale`: what is on this screen replaces what the other window saved. */
  overwrite(): void {
    if (this.#state.kind !== 'stale') return;
    this.#etag = `"${this.#state.version}"`;
    this.#show({ kind: 'saving' });
    void this.#start();
  }

  /** The draft is no longer needed. */
  async remove(): Promise<void> {
    this.#isRemoved = true;
    clearTimeout(this.#timer);
    await this.#running;
    await answerOf(api.DELETE('/api/drafts/{id}', { params: { path: { id: this.#draft.id } } }));
  }

  /**
   * A last attempt while the page goes: the browser sends it even after the page is gone. It is the attempt that this page
   * makes anyway, under its key: when the page stays after all, nobody takes it for another window's. Null: all is saved,
   * or must not be saved without the person.
   */
  saveWhileLeaving(): Promise<unknown> | null {
    const session = sessionNow();
    if (this.#isRemoved || this.#state.kind === 'stale' || !('csrfToken' in session)) return null;
    const attempt = this.#nextAttempt();
    if (attempt === null) return null;
    const headers = {
      'content-type': 'application/json',
      'x-csrf-token': session.csrfToken,
      'idempotency-key': attempt.key,
      ...(attempt.etag !== null && { 'if-match': attempt.etag }),
    };
    const body = JSON.stringify(bodyOf(this.#draft, attempt.content));
    const sent = { method: 'PUT', keepalive: true, headers, body };
    // What was typed since goes after it, with the version that this one makes.
    this.#hurry();
    const copy = fetch(`/api/drafts/${this.#draft.id}`, sent).catch(() => undefined);
    return Promise.all([copy, this.#running]);
  }

  #start(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    let delayMs = FIRST_RETRY_MS;
    while (!this.#isRemoved && (this.#attempt !== null || this.#unsaved !== null)) {
      try {
        await this.#sendOnce();
        delayMs = FIRST_RETRY_MS;
      } catch (error) {
        if (!this.#mayGoOn(error)) return;
        if (isRepeatable(error)) await this.#untilOnlineOr(delayMs);
        delayMs = Math.min(delayMs * 2, LAST_RETRY_MS);
      }
    }
  }

  /** What is sent next: what was not answered yet, else what is unsaved. */
  #nextAttempt(): Attempt | null {
    if (this.#attempt === null && this.#unsaved !== null) {
      this.#attempt = { key: drawKey(), content: this.#unsaved, etag: this.#etag };
      this.#unsaved = null;
    }
    return this.#attempt;
  }

  async #sendOnce(): Promise<void> {
    const attempt = this.#nextAttempt();
    if (attempt === null) return;
    const { key, content, etag } = attempt;
    const { id } = this.#draft;
    const headers = { 'idempotency-key': key, ...(etag !== null && { 'if-match': etag }) };
    const call = api.PUT('/api/drafts/{id}', {
      params: { path: { id } },
      headers,
      body: bodyOf(this.#draft, content),
    });
    const saved = await answerWithTag(call);
    this.#etag = saved.etag;
    this.#attempt = null;
    const isAll = this.#unsaved === null;
    this.#show(isAll ? { kind: 'saved', savedAt: saved.answer.savedAt } : { kind: 'saving' });
  }

  /** Whether another attempt makes sense without the person. */
  #mayGoOn(error: unknown): boolean {
    if (isRepeatable(error)) {
      this.#show({ kind: 'away' });
      return true;
    }
    this.#unsaved ??= this.#attempt?.content ?? null;
    this.#attempt = null;
    if (isRefusal(error, 'not_found')) {
      // It is past its day, or another window removed it: what is here is kept anew.
      this.#etag = null;
      return true;
    }
    const version = error instanceof RequestRefused ? error.problem.currentVersion : undefined;
    this.#show(version === undefined ? { kind: 'refused', error } : { kind: 'stale', version });
    return false;
  }

  async #untilOnlineOr(delayMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#hurry = resolve;
    const timer = setTimeout(resolve, delayMs);
    window.addEventListener('online', this.#hurry, { once: true });
    await promise;
    clearTimeout(timer);
    window.removeEventListener('online', this.#hurry);
  }

  #show(state: SaveState): void {
    this.#state = state;
    for (const tell of this.#listeners) tell();
  }
}

function bodyOf({ kind, subject }: DraftToSave, content: Content) {
  return { kind, content, ...(subject !== undefined && { subject }) };
}

/** No answer, or one that says: later. */
function isRepeatable(error: unknown): boolean {
  if (error instanceof ConnectionLost) return true;
  return error instanceof RequestRefused && [429, 503].includes(error.problem.status);
}
