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
  #attempt: { key: string; content: Content; etag: string | null } | null = null;
  #running: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRemoved = false;

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

  /** A last attempt while the page goes: the browser sends it even after the page is gone. Null: all is saved. */
  saveWhileLeaving(): Promise<unknown> | null {
    const content = this.#unsaved ?? this.#attempt?.content;
    const session = sessionNow();
    if (content === undefined || this.#isRemoved || !('csrfToken' in session)) return null;
    const headers = {
      'content-type': 'application/json',
      'x-csrf-token': session.csrfToken,
      'idempotency-key': drawKey(),
      ...(this.#etag !== null && { 'if-match': this.#etag }),
    };
    const body = JSON.stringify(bodyOf(this.#draft, content));
    const sent = { method: 'PUT', keepalive: true, headers, body };
    return fetch(`/api/drafts/${this.#draft.id}`, sent).catch(() => undefined);
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
        if (isRepeatable(error)) await untilOnlineOr(delayMs);
        delayMs = Math.min(delayMs * 2, LAST_RETRY_MS);
      }
    }
  }

  async #sendOnce(): Promise<void> {
    if (this.#attempt === null) {
      this.#attempt = { key: drawKey(), content: this.#unsaved ?? {}, etag: this.#etag };
      this.#unsaved = null;
    }
    const { key, content, etag } = this.#attempt;
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

async function untilOnlineOr(delayMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, delayMs);
  window.addEventListener('online', () => resolve(), { once: true });
  await promise;
  clearTimeout(timer);
}
