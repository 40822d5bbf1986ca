import { createHash } from 'node:crypto';
import type { Db } from '#db/connect.ts';
import { DEMO_AGENCIES, DEMO_PEOPLE } from './demo-district.ts';

/** The password of every demo login. Everybody knows it; that is why it exists in demo mode only. */
export const DEMO_PASSWORD = 'haolin-demo';

/** The login of a site that starts empty. */
const ADMINISTRATOR = 'admin';

/** The id of a demo agency (`agency/federation`) or person (`person/operator1`): the same in every demo. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`haolin-demo/${name}`).digest('hex');
  // Version 8: a UUID whose bits are our own affair (RFC 9562 5.8).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Puts the demo district's agencies and people in; what is there already stays as it is. `passwordHash` is that of
 * `DEMO_PASSWORD`, one for all: hashing it for each would take as long as the rest of the start.
 */
export async function seedDemo(db: Db, passwordHash: string): Promise<void> {
  const agencies = DEMO_AGENCIES.map(({ code, kind, zh, en, parent }) => ({
    agency_id: demoId(`agency/${code}`),
    code,
    kind,
    name_zh: zh,
    name_en: en,
    parent_id: parent === undefined ? null : demoId(`agency/${parent}`),
  }));
  const people = DEMO_PEOPLE.map(({ username, name, role, agency }) => ({
    person_id: demoId(`person/${username}`),
    username,
    name,
    role,
    agency_id: demoId(`agency/${agency}`),
    password_hash: passwordHash,
    totp_secret: null,
  }));
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('agencies')
      .values(agencies)
      .onConflict((on) => on.doNothing())
      .execute();
    await tx
      .insertInto('people')
      .values(people)
      .onConflict((on) => on.doNothing())
      .execute();
  });
}

/** Puts a federation and its administrator into an empty database. Throws when that administrator is there already. */
export async function seedAdministrator(db: Db, passwordHash: string): Promise<void> {
  const agencyId = demoId('agency/federation');
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('agencies')
      .values({
        agency_id: agencyId,
        code: 'federation',
        kind: 'womens_federation',
        name_zh: '妇女联合会',
        name_en: "Women's Federation",
        parent_id: null,
      })
      .onConflict((on) => on.doNothing())
      .execute();
    await tx
      .insertInto('people')
      .values({
        person_id: demoId('person/admin'),
        username: ADMINISTRATOR,
        name: '系统管理员',
        role: 'administrator',
        agency_id: agencyId,
        password_hash: passwordHash,
        totp_secret: null,
      })
      .execute();
  });
}
