import { type RawBuilder, sql } from 'kysely';

/**
 * The condition on `cases` (by its alias) under which a reader sees a case: the owner agency does, and so does the
 * handling agency or the assignee of one of its tracks. Lists filter with it before they count; single reads use
 * `src/access/may-see-case.ts`, and a test holds the two together.
 */
export function visibleTo(
  reader: { id: string; role: string; agency: string },
  caseAlias: string,
): RawBuilder<boolean> {
  const id = sql.ref(`${caseAlias}.case_id`);
  const owner = sql.ref(`${caseAlias}.owner_agency_id`);
  return sql<boolean>`(${reader.role}::text <> 'administrator' and (${owner} = ${reader.agency}::uuid or exists (
    select 1 from tracks seen where seen.case_id = ${id}
      and (seen.agency_id = ${reader.agency}::uuid or seen.assignee_id = ${reader.id}::uuid))))`;
}
