import { expect } from 'vitest';
import type { JsonObject } from '#src/base/json.ts';
import type { Role } from '#src/base/roles.ts';
import { loadWorkflows } from '#src/load-workflows.ts';
import { readNow } from '#src/store/clock.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import { seededRandom } from '#test/support/random-payload.ts';
import { type TestApp, testApp } from '#test/support/test-app.ts';
import { type CanaryBook, startBook, tokensIn } from './canaries.ts';
import { ASKED, bringIn, type Cast, OWNER, PARTNER, type Player } from './cast.ts';
import { fullForm } from './opening-form.ts';
import { planWalks, type Walk } from './plan-walks.ts';
import type { LooseWorkflow } from './loose-workflow.ts';

/** A case on which every event of every workflow was recorded with a canary in every field, and who is around it. */
export type CanaryCase = AsyncDisposable & {
  readonly served: TestApp;
  readonly cast: Cast;
  readonly book: CanaryBook;
  readonly caseIds: string[];
  readonly trackIds: string[];
  /** By token, who wrote it and where. */
  readonly written: Map<string, Written>;
  /** The consultation of which a lawyer was asked who has not answered. */
  askedTrack: string;
  /** What was recorded, e.g. `intake call.answered`. */
  readonly recorded: Set<string>;
  /** Events no walk came to; they were recorded out of place. */
  readonly forced: readonly string[];
};

export type Written = { readonly author: string; readonly caseId: string; readonly trackId: string | null };

type Plan = {
  readonly loose: LooseWorkflow;
  readonly walks: readonly Walk[];
  readonly forced: readonly string[];
};

/** Builds it over HTTP: some nine hundred commands. */
export async function buildCanaryCase(): Promise<CanaryCase> {
  const registry = await loadWorkflows();
  const plans = new Map<string, Plan>();
  for (const id of registry.ids()) plans.set(id, planWalks(registry.latest(id) as Workflow));
  const served = await testApp({}, { workflows: registryOf(registry, plans) });
  const cast = await bringIn(served);
  const now = await readNow(served.world.connection.db);
  const book = startBook({
    personOf: (roles, isOfOwner) => playerFor(cast, roles, isOfOwner).person.id,
    agency: OWNER,
    otherIntake: () => built.trackIds[0] ?? '',
    past: now,
    planned: '2099-01-05T09:00:00.000+08:00',
  });
  const built: CanaryCase = {
    ...{
      served,
      cast,
      book,
      caseIds: [],
      trackIds: [],
      askedTrack: '',
      written: new Map(),
      recorded: new Set(),
    },
    forced: [...plans].flatMap(([id, { forced }]) => forced.map((type) => `${id} ${type}`)),
    [Symbol.asyncDispose]: () => served[Symbol.asyncDispose](),
  };
  const main = await openCase(built);
  for (const { loose } of plans.values()) loose.deny(new Set());
  await inviteAll(built, main);
  for (const { loose } of plans.values()) loose.letAnybodySend();
  for (const [id, plan] of plans) {
    for (const walk of plan.walks) await take(built, { id, main, plan, walk });
  }
  return built;
}

/** What runs is loose; a version that cases may still be pinned to stays as it is. */
function registryOf(registry: WorkflowRegistry, plans: ReadonlyMap<string, Plan>): WorkflowRegistry {
  const latest = (id: string): Workflow | undefined => plans.get(id)?.loose.workflow;
  return {
    ...registry,
    latest,
    version: (id, version) => (latest(id)?.version === version ? latest(id) : registry.version(id, version)),
  };
}

type Opened = { readonly caseId: string; readonly trackId: string };

async function openCase(built: CanaryCase): Promise<Opened> {
  const operator = playerFor(built.cast, ['operator'], true);
  const body = fullForm(built.book);
  const view = await command(built, operator, { url: '/api/cases', body });
  built.caseIds.push(view.id);
  built.recorded.add('intake input');
  const [intake] = view.tracks;
  built.trackIds.push(intake.id);
  return { caseId: view.id, trackId: intake.id };
}

/** The helpers and the partner take over a referral each, a lawyer a consultation; two more are only asked. */
async function inviteAll(built: CanaryCase, { caseId }: Opened): Promise<void> {
  const { helpers, partners, asked } = built.cast;
  const agencies = helpers.filter(({ person }) => person.role !== 'lawyer');
  for (const receiver of [...agencies, partners.find(({ person }) => person.role === 'case_manager')]) {
    if (receiver === undefined) throw new Error('the partner has no case manager');
    const handoff = await offer(built, caseId, receiver.person.agency);
    await built.served.world.engine.sendAsSystem({ trackId: handoff.trackId, type: 'handoff.delivered' });
    await command(built, receiver, { url: `/api/handoffs/${handoff.id}/accept` });
  }
  await offer(built, caseId, ASKED);
  for (const lawyer of [helpers.at(-1), asked[0]]) {
    const track = await openTrack(built, { id: 'consultation', caseId, seed: 0 });
    const manager = playerFor(built.cast, ['case_manager'], true);
    await send(built, manager, track, {
      type: 'lawyer.assigned',
      payload: { lawyer: lawyer?.person.id ?? '' },
    });
    if (lawyer === undefined || lawyer === asked[0]) {
      built.askedTrack = track;
      continue;
    }
    await send(built, lawyer, track, { type: 'conflict.cleared', payload: {} });
    await send(built, lawyer, track, { type: 'offer.accepted', payload: {} });
  }
}

async function offer(
  built: CanaryCase,
  caseId: string,
  toAgency: string,
): Promise<{ id: string; trackId: string }> {
  const { book, cast } = built;
  const body = {
    ...{ kind: 'referral', toAgency, fields: ['canary.offered'] },
    purpose: book.draw('referral input/purpose', 'narrative'),
    basis: book.draw('referral input/basis', 'narrative'),
  };
  const url = `/api/cases/${caseId}/handoffs`;
  const handoff = await command(built, playerFor(cast, ['case_manager'], true), { url, body });
  built.recorded.add('referral input');
  built.trackIds.push(handoff.trackId);
  return handoff;
}

type Turn = { readonly id: string; readonly main: Opened; readonly plan: Plan; readonly walk: Walk };

async function take(built: CanaryCase, { id, main, plan, walk }: Turn): Promise<void> {
  const { cast, book, served } = built;
  plan.loose.deny(walk.denied);
  const pool = id === 'intake' ? cast.owners : [...cast.helpers, ...cast.owners];
  const trackId = await begin(built, { id, main, seed: walk.seed });
  for (const { type, seed } of walk.steps) {
    const event = plan.loose.workflow.events[type];
    if (event === undefined) throw new Error(`${id} has no ${type}`);
    built.recorded.add(`${id} ${type}`);
    if (event.roles.length === 0) {
      await served.world.engine.sendAsSystem({ trackId, type });
      continue;
    }
    const sender = pool.find(({ person }) => event.roles.includes(person.role));
    if (sender === undefined) throw new Error(`nobody sends ${type}`);
    const payload = book.fill(`${id} ${type} `, event.payload, seededRandom(seed));
    await send(built, sender, trackId, { type, payload });
  }
}

/** A track to walk: an intake comes with a case of its own, a referral with an offer, any other is opened. */
async function begin(built: CanaryCase, { id, main, seed }: Omit<Turn, 'plan' | 'walk'> & { seed: number }) {
  if (id === 'intake') return (await openCase(built)).trackId;
  if (id === 'referral') return (await offer(built, main.caseId, PARTNER)).trackId;
  return openTrack(built, { id, caseId: main.caseId, seed });
}

async function openTrack(
  built: CanaryCase,
  { id, caseId, seed }: { id: string; caseId: string; seed: number },
): Promise<string> {
  const workflow = built.served.world.deps.workflows.latest(id);
  if (workflow === undefined) throw new Error(`no workflow ${id}`);
  const opener = playerFor(built.cast, workflow.openedBy, false);
  const input = built.book.fill(`${id} input `, workflow.input, seededRandom(seed));
  const view = await command(built, opener, {
    url: `/api/cases/${caseId}/tracks`,
    body: { workflow: id, input },
  });
  built.recorded.add(`${id} input`);
  built.trackIds.push(view.id);
  return view.id;
}

async function send(
  built: CanaryCase,
  sender: Player,
  trackId: string,
  body: { type: string; payload: JsonObject },
): Promise<void> {
  const { version } = await built.served.world.connection.db
    .selectFrom('tracks')
    .select('version')
    .where('track_id', '=', trackId)
    .executeTakeFirstOrThrow();
  const headers = { 'if-match': `"${version}"` };
  await command(built, sender, { url: `/api/tracks/${trackId}/events`, body, headers });
}

async function command(
  { written }: CanaryCase,
  sender: Player,
  request: { url: string; body?: object; headers?: Record<string, string> },
) {
  const answer = await sender.ask({ method: 'POST', ...request });
  expect(answer.statusCode, `${sender.name} ${JSON.stringify(request)}: ${answer.body}`).toBeLessThan(300);
  // A track says whose case it is, an offered handoff which track; a case is its own.
  const view = answer.json();
  const place = { caseId: view.caseId ?? view.id, trackId: view.caseId ? (view.trackId ?? view.id) : null };
  for (const token of tokensIn(JSON.stringify(request.body ?? {}))) {
    written.set(token, { author: sender.person.id, ...place });
  }
  return view;
}

function playerFor(cast: Cast, roles: readonly Role[], isOfOwner: boolean): Player {
  const found = (isOfOwner ? cast.owners : [...cast.helpers, ...cast.owners]).find(({ person }) =>
    roles.includes(person.role),
  );
  if (found === undefined) throw new Error(`nobody is ${roles.join(' or ')}`);
  return found;
}
