import type { Person } from '#src/base/actor.ts';
import { mayReadSealed } from '#src/access/may-read-sealed.ts';
import { isCandidate } from '#src/access/may-see-case.ts';
import { findEntries } from '#src/store/vault-entries.ts';
import type { CaseRow } from '#src/store/read-command.ts';
import { isSealedRef, type SealedClass } from '#src/workflow/sealed.ts';
import { type CaseState, trackOf } from './case-state.ts';
import type { EngineDeps } from './engine-deps.ts';

/** The ids of all references anywhere inside a value. */
export function referencesIn(value: unknown): string[] {
  if (isSealedRef(value)) return [value.sealed];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(referencesIn);
}

/**
 * Opens the values behind references, as far as this person may read them; the others are simply not there. `asked`
 * is the track a candidate is asked to take: what it shows candidates, a candidate may read.
 */
export async function reveal(
  deps: EngineDeps,
  reader: { person: Person; row: CaseRow; state: CaseState },
  ids: readonly string[],
  asked: string | null = null,
): Promise<Record<string, string>> {
  const { person, row, state } = reader;
  const found = await findEntries(deps.db, row.id, ids);
  const key = deps.vault.openCaseKey(row.id, row.wrappedKey);
  const askedTrack = asked === null ? undefined : trackOf(state, asked);
  const isAsked = askedTrack !== undefined && isCandidate(person, askedTrack);
  const readable = found.filter(
    (entry) =>
      (isAsked && entry.class === 'conflict') ||
      mayReadSealed(person, state, { class: entry.class as SealedClass, author: entry.author }),
  );
  return Object.fromEntries(
    readable.map((entry) => [entry.id, deps.vault.openEntry(key, entry.id, entry.sealed)]),
  );
}
