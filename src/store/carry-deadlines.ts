import type { Queries } from './holiday-years.ts';

/** What a deadline is called, and by which rule it runs, in another version of its workflow. */
export type CarriedName = {
  readonly id: string;
  readonly declaration: string;
  readonly rule: string;
  /** Times that its rule does not count; absent: as before. */
  readonly excluded?: readonly unknown[];
};

/** Locks a case for the rest of the transaction, if it is at the version that was read. */
export async function holdCase(
  queries: Queries,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<boolean> {
  const result = await queries.query({
    name: 'hold-case',
    text: 'select 1 from cases where case_id = $1::uuid and version = $2 for update',
    values: [id, version],
  });
  return result.rowCount === 1;
}

/**
 * Sets the names of deadlines aside, so that others may have them in this transaction: two may even change names.
 * `nameDeadlines` must follow.
 */
export async function unnameDeadlines(queries: Queries, names: readonly CarriedName[]): Promise<void> {
  await queries.query({
    name: 'unname-deadlines',
    text: `update deadlines set declaration = 'carried ' || deadline_id
      where deadline_id = any ($1::uuid[])`,
    values: [names.map(({ id }) => id)],
  });
}

/** Gives deadlines their names and rules in the new version. */
export async function nameDeadlines(queries: Queries, names: readonly CarriedName[]): Promise<void> {
  await queries.query({
    name: 'name-deadlines',
    text: `update deadlines set declaration = given.declaration, rule = given.rule,
        excluded = coalesce(given.excluded, deadlines.excluded)
      from jsonb_to_recordset($1::jsonb) as given(id uuid, declaration text, rule text, excluded jsonb)
      where deadlines.deadline_id = given.id`,
    values: [JSON.stringify(names)],
  });
}
