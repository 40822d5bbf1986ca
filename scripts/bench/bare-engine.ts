import { randomBytes, randomUUID } from 'node:crypto';
import { type Connection, connect } from '#db/connect.ts';
import type { Person } from '#src/base/actor.ts';
import { openLiveCalendar } from '#src/engine/live-calendar.ts';
import { createEngine } from '#src/engine/create-engine.ts';
import type { Answer, Engine } from '#src/engine/engine.ts';
import type { EngineDeps } from '#src/engine/engine-deps.ts';
import { noFault } from '#src/engine/fault-points.ts';
import { loadWorkflows } from '#src/load-workflows.ts';
import { DEMO_PEOPLE } from '#src/store/demo-district.ts';
import { demoId } from '#src/store/seed-demo.ts';
import { createVault } from '#src/vault/vault.ts';
import type { Desk, DeskLogin } from './case-walk.ts';

export type BareEngine = AsyncDisposable & { readonly engine: Engine; readonly connection: Connection };

/** The engine on a database of the demo district, with nothing around it: no HTTP, no queue, no workers. */
export async function openBareEngine(
  databaseUrl: string,
  overrides: (connection: Connection) => Partial<EngineDeps> = () => ({}),
): Promise<BareEngine> {
  const workflows = await loadWorkflows();
  const connection = connect(databaseUrl);
  const engine = createEngine({
    pool: connection.pool,
    db: connection.db,
    vault: createVault(randomBytes(32)),
    workflows,
    calendar: openLiveCalendar(connection.pool),
    drawId: randomUUID,
    ring: () => undefined,
    fault: noFault,
    ...overrides(connection),
  });
  return { engine, connection, [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose]() };
}

/** Transitions straight into an engine; `drawKey` gives idempotency keys. */
export function engineDesk(engine: Engine, drawKey: () => string = randomUUID): Desk {
  const basisOf = (login: DeskLogin) => ({
    person: personOf(login),
    idempotency: { key: drawKey(), fingerprint: FINGERPRINT },
  });
  return {
    open: async (login, body) => intakeOf(await engine.openCase({ ...basisOf(login), body })),
    record: async (trackId, ifMatch, { login, type, payload }) => {
      const answer = await engine.applyEvent({ ...basisOf(login), trackId, ifMatch, type, payload });
      return answer.etag ?? '';
    },
  };
}

// Of a request that was never made; HTTP computes it from the request's bytes.
const FINGERPRINT = '0'.repeat(64);

function personOf(login: DeskLogin): Person {
  const found = DEMO_PEOPLE.find(({ username }) => username === login);
  if (found === undefined) throw new Error(`the demo district has no ${login}`);
  return { id: demoId(`person/${login}`), role: found.role, agency: demoId(`agency/${found.agency}`) };
}

function intakeOf({ body }: Answer): string {
  const view = JSON.parse(body) as { tracks: { id: string }[] };
  return view.tracks[0]?.id ?? '';
}
