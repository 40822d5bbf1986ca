import { randomBytes, randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import type { Person } from '#src/base/actor.ts';
import { ROLES, type Role } from '#src/base/roles.ts';
import { demoId } from '#src/store/seed-demo.ts';
import { beginSession, hashToken } from '#src/store/sessions.ts';
import type { TestApp } from '#test/support/test-app.ts';

/** Somebody with a session. */
export type Player = {
  readonly name: string;
  readonly person: Person;
  readonly cookie: string;
  readonly ask: (request: Asked) => Promise<LightMyRequestResponse>;
};

type Asked = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly body?: object;
  readonly headers?: Record<string, string>;
};

/** How an agency stands to the case that is crawled. */
export type Cast = {
  /** All twelve roles at the agency that owns the case. */
  readonly owners: readonly Player[];
  /** Who works for the agencies that really take part, one each. */
  readonly helpers: readonly Player[];
  /** All twelve roles at an agency that took over one track. */
  readonly partners: readonly Player[];
  /** A lawyer and an agency that were asked and have not answered. */
  readonly asked: readonly Player[];
  /** All twelve roles at an agency like the owner's that has nothing to do with the case. */
  readonly outsiders: readonly Player[];
};

export const OWNER = demoId('agency/federation');
export const PARTNER = randomUUID();
export const ASKED = randomUUID();
const OUTSIDE = randomUUID();

const HELPERS = ['court1', 'police1', 'village1', 'mediator1', 'shelter1', 'legalaid1', 'lawyer1'] as const;

/** Brings everybody in, logged in. */
export async function bringIn(served: TestApp): Promise<Cast> {
  await served.world.connection.db
    .insertInto('agencies')
    .values(
      [PARTNER, ASKED, OUTSIDE].map((id) => ({
        ...{
          agency_id: id,
          code: id,
          kind: 'womens_federation',
          name_zh: '外区妇联',
          name_en: 'Another federation',
        },
        parent_id: null,
      })),
    )
    .execute();
  const twelve = (where: string, agency: string): Promise<Player[]> =>
    Promise.all(ROLES.map((role) => newcomer(served, `${role} of ${where}`, role, agency)));
  return {
    owners: await twelve('the owner', OWNER),
    helpers: await Promise.all(HELPERS.map((name) => known(served, name))),
    partners: await twelve('a partner', PARTNER),
    asked: [
      await known(served, 'lawyer2'),
      await newcomer(served, 'case_manager asked', 'case_manager', ASKED),
    ],
    outsiders: await twelve('another district', OUTSIDE),
  };
}

/** Everybody. */
export function everybody({ owners, helpers, partners, asked, outsiders }: Cast): Player[] {
  return [...owners, ...helpers, ...partners, ...asked, ...outsiders];
}

async function newcomer(served: TestApp, name: string, role: Role, agency: string): Promise<Player> {
  const id = randomUUID();
  await served.world.connection.db
    .insertInto('people')
    .values({
      person_id: id,
      username: id,
      name: '外来人员',
      role,
      agency_id: agency,
      password_hash: '',
      totp_secret: null,
    })
    .execute();
  return logged(served, name, { id, role, agency });
}

async function known(served: TestApp, username: string): Promise<Player> {
  const row = await served.world.connection.db
    .selectFrom('people')
    .select(['person_id as id', 'role', 'agency_id as agency'])
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  return logged(served, username, row);
}

/** A session of its own, without the second a password takes. */
async function logged({ app, world }: TestApp, name: string, person: Person): Promise<Player> {
  const token = randomBytes(32).toString('base64url');
  const csrfToken = randomBytes(16).toString('hex');
  await beginSession(world.connection.db, { tokenHash: hashToken(token), csrfToken, personId: person.id });
  const cookie = `sid=${token}`;
  return {
    ...{ name, person, cookie },
    ask: ({ method, url, body, headers = {} }) => {
      const own = method === 'GET' ? {} : { 'x-csrf-token': csrfToken, 'idempotency-key': randomUUID() };
      const all = { cookie, ...own, ...headers };
      return app.inject({ method, url, headers: all, ...(body !== undefined && { payload: body }) });
    },
  };
}
