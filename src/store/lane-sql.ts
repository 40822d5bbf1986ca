import { type RawBuilder, sql } from 'kysely';
import type { LaneCondition, LaneRule } from '#src/base/order-board.ts';

/**
 * The lane of a row of `tracks` joined with its `cases` row, at the moment `now`: the first rule that fits, null when
 * none does. One expression for the list and for its counts, so that they cannot differ.
 */
export function laneSql(rules: readonly LaneRule[], now: RawBuilder<unknown>): RawBuilder<string | null> {
  const whens = rules.map(({ lane, states, when = [] }) => {
    const all = [sql`tracks.state && ${[...states]}::text[]`, ...when.map((one) => conditionSql(one, now))];
    return sql`when ${sql.join(all, sql` and `)} then ${lane}::text`;
  });
  return sql<string | null>`case ${sql.join(whens, sql` `)} end`;
}

function conditionSql(condition: LaneCondition, now: RawBuilder<unknown>): RawBuilder<unknown> {
  if ('above' in condition)
    return sql`coalesce((${contextSql(condition.context)})::numeric, 0) > ${condition.above}::numeric`;
  if ('fact' in condition) return sql`cases.facts ->> ${condition.fact}::text = ${condition.is}::text`;
  // The day ends with its twenty-fourth hour; no day here is longer or shorter.
  const hours = (condition.withinDays - 1) * 24;
  return sql`${now} >= (${contextSql(condition.endOf)})::timestamptz - make_interval(hours => ${hours}::int)`;
}

function contextSql(key: string): RawBuilder<unknown> {
  return sql`tracks.snapshot -> 'context' ->> ${key}::text`;
}
