import { randomBytes, randomUUID } from 'node:crypto';
import { type Connection, connect } from '#db/connect.ts';
import type { Person } from '#src/base/actor.ts';
import type { Role } from '#src/base/roles.ts';
import { createEngine } from '#src/engine/create-engine.ts';
import type { Answer, Bell, CommandBasis, Engine } from '#src/engine/engine.ts';
import type { EngineDeps } from '#src/engine/engine-deps.ts';
import { noFault } from '#src/engine/fault-points.ts';
import { openLiveCalendar } from '#src/engine/live-calendar.ts';
import { loadWorkflows } from '#src/load-workflows.ts';
import { createVault } from '#src/vault/vault.ts';
import { insertDirectory } from './directory.ts';
import { testDatabase } from './test-db.ts';

/** An engine on a database of its own, with people of four agencies. */
export type TestEngine = AsyncDisposable & {
  readonly engine: Engine;
  readonly deps: EngineDeps;
  readonly connection: Connection;
  readonly url: string;
  readonly people: Readonly<Record<PersonName, Person>>;
  readonly agencies: Readonly<Record<AgencyName, string>>;
  readonly bells: Bell[];
};

const AGENCIES = ['federation', 'lawyers', 'police', 'court'] as const;
type AgencyName = (typeof AGENCIES)[number];

const PEOPLE = {
  operator: ['operator', 'federation'],
  manager: ['case_manager', 'federation'],
  supervisor: ['supervisor', 'federation'],
  administrator: ['administrator', 'federation'],
  lawyer: ['lawyer', 'lawyers'],
  otherLawyer: ['lawyer', 'lawyers'],
  thirdLawyer: ['lawyer', 'lawyers'],
  police: ['police_liaison', 'police'],
  court: ['court_liaison', 'court'],
} as const satisfies Record<string, readonly [Role, AgencyName]>;
export type PersonName = keyof typeof PEOPLE;

/** Starts one; `overrides` replaces parts of the engine (a fault, say). */
export async function testEngine(overrides: Partial<EngineDeps> = {}): Promise<TestEngine> {
  const database = await testDatabase();
  const connection = connect(database.url);
  const agencies = Object.fromEntries(AGENCIES.map((name) => [name, randomUUID()])) as Record<
    AgencyName,
    string
  >;
  const people = Object.fromEntries(
    Object.entries(PEOPLE).map(([name, [role, agency]]) => [
      name,
      { id: randomUUID(), role, agency: agencies[agency] },
    ]),
  ) as Record<PersonName, Person>;
  await insertDirectory(connection.db, agencies, people);
  const bells: Bell[] = [];
  const deps: EngineDeps = {
    pool: connection.pool,
    db: connection.db,
    vault: createVault(randomBytes(32)),
    workflows: await loadWorkflows(),
    calendar: openLiveCalendar(connection.pool),
    drawId: randomUUID,
    ring: (bell) => bells.push(bell),
    fault: noFault,
    ...overrides,
  };
  return {
    ...{ engine: createEngine(deps), deps, connection, url: database.url, people, agencies, bells },
    [Symbol.asyncDispose]: async () => {
      await connection[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** What a command of this person brings, under a fresh key unless one is given. */
export function asks(person: Person, key: string = randomUUID(), content: string = key): CommandBasis {
  return {
    person,
    idempotency: { key, fingerprint: Buffer.from(content).toString('hex').padEnd(64, '0').slice(0, 64) },
  };
}

/** The body of an answer, as an object. */
export function bodyOf(
  answer: Answer,
): Record<string, never> & { id: string; version: number; state: string[] } {
  return JSON.parse(answer.body);
}
