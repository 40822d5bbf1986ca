import type { Db } from '#db/connect.ts';

const NAME = 'founded_as_demo';

/** Was this database set up as a demo? Kept the first time somebody asks, as `isDemo` says; afterwards it stays so. */
export async function keepFounding(db: Db, isDemo: boolean): Promise<boolean> {
  await db
    .insertInto('settings')
    .values({ name: NAME, value: JSON.stringify(isDemo) })
    .onConflict((on) => on.doNothing())
    .execute();
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', NAME)
    .executeTakeFirstOrThrow();
  return row.value === true;
}
