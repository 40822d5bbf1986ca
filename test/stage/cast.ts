import { randomUUID } from 'node:crypto';
import type { Person } from '#src/base/actor.ts';
import type { Role } from '#src/base/roles.ts';
import { insertDirectory } from '#test/support/directory.ts';
import type { PersonName, TestEngine } from '#test/support/test-engine.ts';

/** Agencies that real cases need beside the four of every test. */
const MORE_AGENCIES = [
  'otherPolice',
  'otherFederation',
  'otherCourt',
  'committee',
  'otherCommittee',
  'mediation',
  'shelter',
  'civilAffairs',
  'legalAid',
  'procuratorate',
  'school',
  'hospital',
  'disabledFederation',
] as const;
type MoreAgencies = (typeof MORE_AGENCIES)[number];

/** Who does not work in a court, a station or a shelter records as a community worker does. */
const MORE_PEOPLE = {
  otherPolice: ['police_liaison', 'otherPolice'],
  otherManager: ['case_manager', 'otherFederation'],
  otherCourt: ['court_liaison', 'otherCourt'],
  village: ['community_worker', 'committee'],
  otherVillage: ['community_worker', 'otherCommittee'],
  mediator: ['mediator', 'mediation'],
  shelter: ['shelter_worker', 'shelter'],
  civil: ['shelter_worker', 'civilAffairs'],
  legalAid: ['legal_aid', 'legalAid'],
  procurator: ['court_liaison', 'procuratorate'],
  school: ['community_worker', 'school'],
  hospital: ['community_worker', 'hospital'],
  disabledFederation: ['community_worker', 'disabledFederation'],
} as const satisfies Record<string, readonly [Role, MoreAgencies]>;

export type CastName = PersonName | keyof typeof MORE_PEOPLE;
export type Cast = Readonly<Record<CastName, Person>>;

/** Everybody who can act in a real case: the people of the test engine and those of the other agencies. */
export async function gatherCast(world: TestEngine): Promise<Cast> {
  const agencies = Object.fromEntries(MORE_AGENCIES.map((name) => [name, randomUUID()])) as Record<
    MoreAgencies,
    string
  >;
  const people = Object.fromEntries(
    Object.entries(MORE_PEOPLE).map(([name, [role, agency]]) => [
      name,
      { id: randomUUID(), role, agency: agencies[agency] },
    ]),
  ) as Record<keyof typeof MORE_PEOPLE, Person>;
  await insertDirectory(world.connection.db, agencies, people);
  return { ...world.people, ...people };
}
