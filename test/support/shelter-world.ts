import { randomUUID } from 'node:crypto';
import type { Person } from '#src/base/actor.ts';
import type { JsonObject } from '#src/base/json.ts';
import { createEngine } from '#src/engine/create-engine.ts';
import type { Engine } from '#src/engine/engine.ts';
import type { MoveParts } from '#src/engine/move-track.ts';
import { loadMoves, versionsOf } from '#src/load-moves.ts';
import { readProductNow } from '#src/store/product-clock.ts';
import type { MoveVersions } from '#src/workflow/map-track.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import { openCase, send } from './story.ts';
import { asks, type TestEngine, testEngine } from './test-engine.ts';

/** A world in which a build that knows only the first version of shelter runs beside one that knows both. */
export type ShelterWorld = TestEngine & {
  readonly oldEngine: Engine;
  readonly oldWorkflows: WorkflowRegistry;
  readonly versions: MoveVersions;
  readonly parts: MoveParts;
  readonly keeper: Person;
  /** Opens a stay under the old version and brings it somewhere; gives its track. */
  readonly stay: (resident: 'adult' | 'minor', ...steps: readonly Step[]) => Promise<string>;
  readonly tell: (trackId: string, ...steps: readonly Step[]) => Promise<void>;
};

type Step = readonly [type: string, payload?: JsonObject];

/** Starts one; dispose of it. */
export async function shelterWorld(): Promise<ShelterWorld> {
  const world = await testEngine();
  const oldWorkflows = withoutSecond(world.deps.workflows);
  const oldEngine = createEngine({ ...world.deps, workflows: oldWorkflows });
  const keeper = await insertKeeper(world);
  const tell = async (trackId: string, ...steps: readonly Step[]): Promise<void> => {
    for (const [type, payload = {}] of steps) await send(world, keeper, trackId, { type, payload });
  };
  const stay = async (resident: 'adult' | 'minor', ...steps: readonly Step[]): Promise<string> => {
    const { id: caseId } = await openCase(world);
    const input = { source: 'ngo', resident, minors: 0, previousStays: 0 };
    const opening = { ...asks(world.people.manager), caseId, workflow: 'shelter', input };
    const { id } = JSON.parse((await oldEngine.openTrack(opening)).body) as { id: string };
    await tell(id, ...steps);
    return id;
  };
  const versions = versionsOf(await loadMoves(), world.deps.workflows, {
    workflow: 'shelter',
    from: 1,
    to: 2,
  });
  return { ...world, oldEngine, oldWorkflows, versions, parts: world.deps, keeper, stay, tell };
}

/** What admits her now. */
export async function admission(world: TestEngine): Promise<Step> {
  const admittedAt = await readProductNow(world.deps.pool);
  const promises = { apart: true, staffOfHerSex: true, free: true, mayLeave: true };
  return ['stay.admitted', { site: 'FS01', zone: 'women', admittedAt, ...promises }];
}

function withoutSecond(workflows: WorkflowRegistry): WorkflowRegistry {
  return {
    ids: workflows.ids,
    latest: (id) => (id === 'shelter' ? workflows.version(id, 1) : workflows.latest(id)),
    version: (id, version) => (id === 'shelter' && version > 1 ? undefined : workflows.version(id, version)),
  };
}

async function insertKeeper({ connection, agencies }: TestEngine): Promise<Person> {
  const id = randomUUID();
  const person = { person_id: id, username: 'keeper', name: 'keeper', role: 'shelter_worker' as const };
  const rest = { agency_id: agencies.federation, password_hash: '', totp_secret: null };
  await connection.db
    .insertInto('people')
    .values({ ...person, ...rest })
    .execute();
  return { id, role: 'shelter_worker', agency: agencies.federation };
}
