import type { Db } from '#db/connect.ts';

const NAME = 'master_key_check';

/** The check value this database was first opened with; `drawn` is kept when there is none yet. Safe from several processes. */
export async function keepMasterKeyCheck(db: Db, drawn: Buffer): Promise<Buffer> {
  await db
    .insertInto('settings')
    .values({ name: NAME, value: JSON.stringify(drawn.toString('base64')) })
    .onConflict((on) => on.doNothing())
    .execute();
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', NAME)
    .executeTakeFirstOrThrow();
  return Buffer.from(String(row.value), 'base64');
}
