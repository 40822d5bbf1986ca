import type { Pool } from '#db/connect.ts';

/** The notices that were imported, oldest first, and how many imports there have been: what a calendar is known by. */
export type HolidayYears = { readonly serial: number; readonly notices: readonly unknown[] };

/** A pool, or one connection of it that is in a transaction. */
export type Queries = Pick<Pool, 'query'>;

/** Reads every import. There is one a year, and now and then a correction. */
export async function readHolidayYears(queries: Queries): Promise<HolidayYears> {
  const result = await queries.query({
    name: 'read-holiday-years',
    text: 'select notice from holiday_years order by serial',
  });
  const notices = result.rows.map((row: { notice: unknown }) => row.notice);
  return { serial: notices.length, notices };
}

/** Adds one; which year it is for is told apart, so that it can be asked for. */
export async function insertHolidayYear(queries: Queries, year: number, notice: unknown): Promise<void> {
  await queries.query('insert into holiday_years (year, notice) values ($1, $2::jsonb)', [
    year,
    JSON.stringify(notice),
  ]);
}
