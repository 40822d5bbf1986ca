import type { Person } from '#src/base/actor.ts';
import type { JsonObject } from '#src/base/json.ts';
import type { CaseView, HandoffView, TrackView } from '#src/engine/views.ts';
import { asks, type TestEngine } from './test-engine.ts';

/** Opens a case as the operator would, and gives it as its view. */
export async function openCase(
  world: TestEngine,
  body: Partial<Record<string, JsonObject>> = {},
): Promise<CaseView> {
  const answer = await world.engine.openCase({
    ...asks(world.people.operator),
    body: {
      channel: 'hotline_12338',
      caller: { relation: 'self' },
      safeContact: { canTalkNow: true },
      ...body,
    },
  });
  return JSON.parse(answer.body);
}

/** The one track of a workflow a case has. */
export async function trackOf(world: TestEngine, caseId: string, workflow: string): Promise<string> {
  const row = await world.connection.db
    .selectFrom('tracks')
    .select('track_id')
    .where('case_id', '=', caseId)
    .where('workflow', '=', workflow)
    .executeTakeFirstOrThrow();
  return row.track_id;
}

/** Sends an event at the version the track has now. */
export async function send(
  world: TestEngine,
  person: Person,
  trackId: string,
  event: { type: string; payload?: JsonObject; occurredAt?: string },
): Promise<TrackView> {
  const { version } = await versionOf(world, trackId);
  const answer = await world.engine.applyEvent({
    ...asks(person),
    trackId,
    ifMatch: `"${version}"`,
    payload: {},
    ...event,
  });
  return JSON.parse(answer.body);
}

/** A consultation asked for, with a lawyer named but not yet asked to accept. */
export async function consultationFor(world: TestEngine, caseId: string): Promise<string> {
  const answer = await world.engine.openTrack({
    ...asks(world.people.manager),
    caseId,
    workflow: 'consultation',
    input: { respondentName: '魏大勇', clientAgrees: true },
  });
  const view: TrackView = JSON.parse(answer.body);
  await send(world, world.people.manager, view.id, {
    type: 'lawyer.assigned',
    payload: { lawyer: world.people.lawyer.id },
  });
  return view.id;
}

/** Offers a handoff to the police. */
export async function offerToPolice(
  world: TestEngine,
  caseId: string,
  kind: 'referral' | 'transfer' | 'notice',
): Promise<HandoffView> {
  const answer = await world.engine.offerHandoff({
    ...asks(world.people.manager),
    caseId,
    body: {
      kind,
      toAgency: world.agencies.police,
      purpose: '请依法出警并核查',
      basis: '反家庭暴力法 第14条',
      fields: [],
    },
  });
  return JSON.parse(answer.body);
}

/** How many rows of every kind there are: what a refusal may not change. */
export async function countRows(world: TestEngine): Promise<Record<string, number>> {
  const tables = [
    'cases',
    'tracks',
    'case_events',
    'vault_entries',
    'deadlines',
    'reminders',
    'outbox',
    'handoffs',
    'idempotency_keys',
    'drafts',
    'shift_handovers',
  ] as const;
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const row = await world.connection.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    counts[table] = row.count;
  }
  return counts;
}

async function versionOf(world: TestEngine, trackId: string): Promise<{ version: number }> {
  return world.connection.db
    .selectFrom('tracks')
    .select('version')
    .where('track_id', '=', trackId)
    .executeTakeFirstOrThrow();
}
