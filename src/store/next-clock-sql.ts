import { type RawBuilder, sql } from 'kysely';
import type { OwedClock } from '#src/base/order-board.ts';

type Clocks = {
  readonly first: readonly string[];
  readonly aside: readonly string[];
  /** Of one workflow, or of several, each with its name. */
  readonly owed: readonly (OwedClock & { readonly workflow?: string })[];
};

/**
 * The next clock of a row of `tracks` under this alias: the one that ends first, of those that run and of those that have
 * lapsed while what they ask for is still owed. Lapsing settles a row, and nobody has done anything for it.
 */
export function nextClockSql(alias: string, { first, aside, owed }: Clocks): RawBuilder<unknown> {
  const track = (column: string) => sql.ref(`${alias}.${column}`);
  const isOwed = sql`exists (
    select 1 from jsonb_to_recordset(${JSON.stringify(owed)}::jsonb)
      as o(workflow text, declaration text, under text, "metBy" text[], per text)
    where o.declaration = d.declaration and coalesce(o.workflow = ${track('workflow')}, true)
      and exists (select 1 from unnest(${track('state')}) leaf where leaf = o.under or starts_with(leaf, o.under || '.'))
      and case when o.per is null
        then not exists (select 1 from unnest(o."metBy") met
          where (${track('happened')} ->> met)::timestamptz >= d.started_at)
        else ${track('snapshot')} -> 'context' -> o.per @> jsonb_build_array(jsonb_build_object('id', d.item)) end)`;
  // Entered anew, a state starts its clock anew: what lapsed before is history.
  const isNewest = sql`not exists (select 1 from deadlines newer
    where newer.case_id = d.case_id and newer.track_id = d.track_id and newer.declaration = d.declaration and newer.item = d.item
      and (newer.outcome = 'open' or newer.started_at > d.started_at))`;
  // By the case too: that is what deadlines are found by.
  return sql`select deadline_id, safe_due_at from deadlines d
    where d.case_id = ${track('case_id')} and d.track_id = ${track('track_id')} and d.declaration <> all(${[...aside]}::text[])
      and (outcome = 'open' or (outcome = 'lapsed' and ${isNewest} and ${isOwed}))
    order by (declaration = any(${[...first]}::text[])) desc, safe_due_at, declaration, item limit 1`;
}
