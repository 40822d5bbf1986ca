import type { Person } from '#src/base/actor.ts';
import type { Instant } from '#src/base/instant.ts';
import { type CallAnswer, contactPlanOf, mayCall } from '#src/access/may-call.ts';
import { mayReadSealed } from '#src/access/may-read-sealed.ts';
import { readNow } from '#src/store/clock.ts';
import { type ContactRow, findContactRows } from '#src/store/contact-rows.ts';
import type { SealedClass } from '#src/workflow/sealed.ts';
import type { EngineDeps } from './engine-deps.ts';

/** May each of these be called at this moment, and if not, when? By case; `now` is the moment it was decided for. */
export type CallAnswers = { readonly now: Instant; readonly byCase: ReadonlyMap<string, CallAnswer> };

/**
 * The answer for cases the reader was shown in a list just before. What she may not read of the opening form is not known
 * here either, and then nobody is called on the strength of it.
 */
export async function callAnswers(
  deps: Pick<EngineDeps, 'db' | 'vault'>,
  reader: Person,
  caseIds: readonly string[],
): Promise<CallAnswers> {
  const now = await readNow(deps.db);
  const rows = await findContactRows(deps.db, caseIds);
  const byCase = new Map(
    rows.map((row) => {
      const plan = contactPlanOf({ context: row.context, facts: row.facts, form: formOf(deps, reader, row) });
      return [row.caseId, mayCall(plan, now)] as const;
    }),
  );
  return { now, byCase };
}

function formOf(
  { vault }: Pick<EngineDeps, 'vault'>,
  reader: Person,
  row: ContactRow,
): Record<string, unknown> | null {
  const { entryId, entryAuthor, entryClass, sealed } = row;
  if (entryId === null || entryAuthor === null || sealed === null) return null;
  const value = { class: entryClass as SealedClass, author: entryAuthor };
  if (!mayReadSealed(reader, row, value)) return null;
  return JSON.parse(vault.openEntry(vault.openCaseKey(row.caseId, row.wrappedKey), entryId, sealed));
}
