import type { Db } from '#db/connect.ts';
import { AppError } from '#src/base/errors.ts';
import { canonicalJson, type JsonObject } from '#src/base/json.ts';
import {
  type DraftKey,
  insertDraft,
  type ListedDraft,
  readDraft,
  type StoredDraft,
  updateDraft,
} from '#src/store/drafts.ts';
import type { Services } from './services.ts';

/** A save as it was sent; `saveKey` is its idempotency key. */
export type SentDraft = DraftKey & {
  readonly kind: string;
  readonly subject: string | null;
  readonly content: JsonObject;
  readonly saveKey: string;
  readonly ifMatch: string | null;
};

type Deps = { readonly db: Db; readonly vault: Pick<Services['vault'], 'sealDraft' | 'openDraft'> };

/** For whom a draft is sealed: moved to another person or another id, it does not open. */
export function draftOwner({ personId, id }: DraftKey): string {
  return `${personId}|${id}`;
}

/**
 * Saves a draft and says how it stands. A repetition of the last save, told by its key, is answered as that save was:
 * the draft remembers the key itself, so no answer is kept apart and nothing of it outlives the draft. Throws
 * `if_match_missing`, `version_stale`, `key_reused`, `too_many_drafts`, and `not_found` when a draft to be saved over is
 * not there any more.
 */
export async function saveDraft(deps: Deps, sent: SentDraft): Promise<ListedDraft> {
  const before = await readDraft(deps.db, sent);
  if (before?.saveKey === sent.saveKey) return repeated(deps, sent, before);
  const written = await write(deps, sent, before);
  if (written === 'full') throw new AppError('too_many_drafts');
  if (written !== null) return written;
  // Somebody was quicker, perhaps this very request in its first attempt.
  const now = await readDraft(deps.db, sent);
  if (now === null) throw new AppError('not_found');
  if (now.saveKey === sent.saveKey) return repeated(deps, sent, now);
  throw refusal(sent, now);
}

/** Null: between reading and writing it became another one. */
async function write(
  { db, vault }: Deps,
  sent: SentDraft,
  before: StoredDraft | null,
): Promise<ListedDraft | 'full' | null> {
  const save = { ...sent, sealed: vault.sealDraft(draftOwner(sent), canonicalJson(sent.content)) };
  if (sent.ifMatch === null) {
    if (before !== null) throw refusal(sent, before);
    const inserted = await insertDraft(db, save);
    return inserted === 'taken' ? null : inserted;
  }
  if (before === null) throw new AppError('not_found');
  if (sent.ifMatch !== `"${before.version}"`) throw refusal(sent, before);
  return updateDraft(db, save, before.version);
}

function refusal({ ifMatch }: SentDraft, { version }: StoredDraft): AppError {
  if (ifMatch === null) return new AppError('if_match_missing', { currentVersion: version });
  return new AppError('version_stale', { currentVersion: version });
}

/** The words are compared, not a digest of them: a digest kept in clear would let short words be guessed. */
function repeated({ vault }: Deps, sent: SentDraft, stored: StoredDraft): ListedDraft {
  const isSame =
    stored.kind === sent.kind &&
    stored.subject === sent.subject &&
    vault.openDraft(draftOwner(sent), stored.sealed) === canonicalJson(sent.content);
  if (!isSame) throw new AppError('key_reused');
  return stored;
}
