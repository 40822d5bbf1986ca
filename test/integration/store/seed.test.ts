import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connection, connect } from '#db/connect.ts';
import { ROLES } from '#src/base/roles.ts';
import { hasPeople } from '#src/store/people.ts';
import { DEMO_PASSWORD, demoId, seedAdministrator, seedDemo } from '#src/store/seed-demo.ts';
import { hashPassword, isPasswordRight } from '#src/vault/password.ts';
import { type TestDatabase, testDatabase } from '#test/support/test-db.ts';

let database: TestDatabase;
let connection: Connection;
let hash: string;
beforeAll(async () => {
  database = await testDatabase();
  connection = connect(database.url);
  hash = await hashPassword(DEMO_PASSWORD);
});
afterAll(async () => {
  await connection[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const rows = async () => ({
  agencies: await connection.db.selectFrom('agencies').selectAll().orderBy('code').execute(),
  people: await connection.db.selectFrom('people').selectAll().orderBy('username').execute(),
});

test('an empty database has nobody; seeding it twice is seeding it once', async () => {
  expect(await hasPeople(connection.db)).toBe(false);
  await seedDemo(connection.db, hash);
  const first = await rows();
  await seedDemo(connection.db, await hashPassword('another'));
  expect(await rows()).toEqual(first);
  expect(await hasPeople(connection.db)).toBe(true);
});

test('the demo district has everybody who takes part in a case', async () => {
  const { agencies, people } = await rows();
  const kinds = Map.groupBy(agencies, (agency) => agency.kind);
  expect(Object.fromEntries([...kinds].map(([kind, those]) => [kind, those.length]))).toEqual({
    womens_federation: 1,
    hotline: 1,
    town: 2,
    village: 3,
    lawyers: 1,
    court: 1,
    police: 1,
    police_station: 2,
    legal_aid: 1,
    shelter: 1,
    mediation: 1,
  });
  expect(people.map((person) => person.username)).toEqual([
    ...['admin1', 'auditor1', 'court1', 'lawyer1', 'lawyer2', 'lawyer3', 'lawyer4', 'legalaid1', 'manager1'],
    ...['mediator1', 'operator1', 'operator2', 'police1', 'police2', 'shelter1', 'supervisor1', 'village1'],
  ]);
  expect(new Set(people.map((person) => person.role))).toEqual(new Set(ROLES));
  const federation = people.filter((person) => person.agency_id === demoId('agency/federation'));
  expect(federation.map((person) => person.username)).toEqual(
    expect.arrayContaining(['operator1', 'manager1', 'supervisor1', 'auditor1', 'admin1']),
  );
});

test('every demo login opens with the demo password', async () => {
  const { people } = await rows();
  expect(new Set(people.map((person) => person.password_hash))).toEqual(new Set([hash]));
  expect(await isPasswordRight(DEMO_PASSWORD, hash)).toBe(true);
});

test('demo ids are UUIDs of our own making and never change', () => {
  expect(demoId('agency/federation')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(demoId('agency/federation')).toBe('6e220c19-adab-8cf2-85a8-5cf12c4273ef');
});

test('a site that starts empty has one agency and one administrator, once', async () => {
  await using empty = await testDatabase();
  await using own = connect(empty.url);
  await seedAdministrator(own.db, hash);
  const people = await own.db.selectFrom('people').selectAll().execute();
  expect(people).toMatchObject([{ username: 'admin', role: 'administrator', password_hash: hash }]);
  await expect(seedAdministrator(own.db, hash)).rejects.toThrow('people_');
});
