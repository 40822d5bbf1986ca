import type { Db } from '#db/connect.ts';
import { visibleTo } from './visible-cases.ts';

type Reader = { readonly id: string; readonly role: string; readonly agency: string };

// One number with more cases than this is a switchboard, not a person.
const CASE_LIMIT = 50;

/** The cases a number belongs to, of those the reader may see; newest first. */
export async function findCasesByPhone(db: Db, reader: Reader, token: Buffer): Promise<string[]> {
  const rows = await db
    .selectFrom('phone_tokens')
    .innerJoin('cases', 'cases.case_id', 'phone_tokens.case_id')
    .select('cases.case_id')
    .where('phone_tokens.token', '=', token)
    .where(visibleTo(reader, 'cases'))
    .orderBy('cases.opened_at', 'desc')
    .limit(CASE_LIMIT)
    .execute();
  return rows.map((row) => row.case_id);
}
