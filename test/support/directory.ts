import type { Db } from '#db/connect.ts';
import type { Person } from '#src/base/actor.ts';

/** Writes agencies (by their code) and people (by their user name) into a database, so that they may act. */
export async function insertDirectory(
  db: Db,
  agencies: Readonly<Record<string, string>>,
  people: Readonly<Record<string, Person>>,
): Promise<void> {
  const agencyRows = Object.entries(agencies).map(([code, id]) => ({
    ...{ agency_id: id, code, kind: code, name_zh: code, name_en: code, parent_id: null },
  }));
  const peopleRows = Object.entries(people).map(([username, { id, role, agency }]) => ({
    ...{ person_id: id, username, name: username, role, agency_id: agency },
    ...{ password_hash: '', totp_secret: null },
  }));
  await db.insertInto('agencies').values(agencyRows).execute();
  await db.insertInto('people').values(peopleRows).execute();
}
