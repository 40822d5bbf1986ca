import { SYSTEM_ID } from '#src/base/actor.ts';
import type { FactName } from '#src/base/facts.ts';
import type { Instant } from '#src/base/instant.ts';
import type { JsonObject } from '#src/base/json.ts';
import type { DeadlineRow } from '#src/store/read-command.ts';
import type { OutboxRow } from '#src/store/step-rows.ts';
import type { Hearing } from '#src/workflow/define-workflow.ts';
import type { Effect, NoticeKind } from '#src/workflow/effect.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import type { EventActor } from '#src/workflow/workflow-event.ts';
import type { Applied } from './apply-logged.ts';
import type { CaseState, TrackState } from './case-state.ts';
import { type LoggedEvent, TRACK_OPENED } from './logged-event.ts';

/** An event before it has its place in the log. */
export type Draft = Pick<
  LoggedEvent,
  'track' | 'workflow' | 'workflowVersion' | 'type' | 'code' | 'occurredAt' | 'payload'
>;

/** An event that a sibling's event brings about: in nobody's name, and no reason to refuse that one. */
export type Echo = Draft & { readonly actor: EventActor };

type Moved = NonNullable<Applied['moved']>;
type Known = { readonly workflows: WorkflowRegistry; readonly drawId: () => string };

/** What the effects of one event tell people, or ask a worker to send. `state` is the case after the event. */
export function messagesOf({ drawId }: Known, state: CaseState, { after, step }: Moved): OutboxRow[] {
  return step.effects.flatMap((effect): OutboxRow[] => {
    if (effect.kind === 'notify') {
      return addressed(state, after.id, effect).map((message) => ({
        id: drawId(),
        topic: 'notify',
        ...message,
      }));
    }
    if (effect.kind !== 'send_later') return [];
    return (effect.tracks ?? [after.id]).map((to) => ({
      ...{ id: drawId(), topic: 'send', trackId: to, detail: { event: effect.event } },
    }));
  });
}

type Addressed = Pick<OutboxRow, 'trackId' | 'detail'>;

/** One message, or one on each open track that is spoken to; who works three of them is told once. */
function addressed(
  state: CaseState,
  trackId: string,
  { to, notice }: { to: Extract<Effect, { kind: 'notify' }>['to']; notice: NoticeKind },
): Addressed[] {
  if (typeof to === 'string' || !('handlersOf' in to)) return [{ trackId, detail: { to, notice } }];
  const open = state.tracks.filter(
    ({ id, isFinal, workflow }) =>
      !isFinal && id !== trackId && (to.handlersOf === 'siblings' || workflow === to.handlersOf),
  );
  const byHandler = new Map(open.map((track) => [`${track.assignee ?? track.agency}`, track]));
  return [...byHandler.values()].map(({ id }) => ({ trackId: id, detail: { to: 'handler', notice } }));
}

/** The tracks that the effects of one event open. */
export function openingsOf(known: Known, { step }: Moved, cause: LoggedEvent): Draft[] {
  return step.effects.flatMap((effect): Draft[] => {
    if (effect.kind !== 'start_track') return [];
    const workflow = known.workflows.latest(effect.workflow);
    if (workflow === undefined)
      throw new Error(`${cause.workflow} opens an unknown workflow ${effect.workflow}`);
    return [openingDraft(known, workflow, effect.input as JsonObject, cause.occurredAt)];
  });
}

/** The ladder against an agency that let a period of its own run out, unless one against it is being climbed. */
export function breachOf(known: Known & Lapsing, state: CaseState | null): Draft[] {
  const row = known.deadlines.find(({ id }) => id === known.lapsedId);
  const track = state?.tracks.find(({ id }) => id === row?.trackId);
  if (row === undefined || track === undefined) return [];
  const workflow = known.workflows.version(track.workflow, track.workflowVersion);
  const body = workflow?.deadlines[row.declaration]?.breachBy;
  const supervision = known.workflows.latest('supervision');
  const isClimbed = state?.tracks.some(
    ({ workflow: id, isFinal, snapshot }) =>
      id === 'supervision' && !isFinal && snapshot.context['body'] === body,
  );
  if (body === undefined || supervision === undefined || isClimbed === true) return [];
  return [openingDraft(known, supervision, { body, track: track.id, missed: row.rule }, known.now)];
}

type Lapsing = {
  readonly deadlines: readonly DeadlineRow[];
  readonly lapsedId: string | null;
  readonly now: Instant;
};

/** What the open siblings of a moved track hear, where it has come to publish a fact that they listen for. */
export function echoesOf(
  { workflows }: Pick<Known, 'workflows'>,
  state: CaseState,
  { before, after }: Pick<Moved, 'before' | 'after'>,
  cause: LoggedEvent,
): Echo[] {
  const isNew = (name: FactName): boolean => before?.facts[name] !== after.facts[name];
  const news = (Object.keys(after.facts) as FactName[]).filter(isNew);
  if (news.length === 0) return [];
  return state.tracks
    .filter(({ id, isFinal }) => id !== after.id && !isFinal)
    .flatMap((track) => {
      const workflow = workflows.version(track.workflow, track.workflowVersion);
      const heard = (workflow?.hears ?? []).filter(
        ({ fact, becomes }) => news.includes(fact) && after.facts[fact] === becomes,
      );
      return heard.map((hearing) =>
        echo(track, hearing, workflow?.events[hearing.event]?.domainCode ?? hearing.event, cause),
      );
    });
}

function echo(track: TrackState, { event }: Hearing<string>, code: string, cause: LoggedEvent): Echo {
  return {
    track: track.id,
    workflow: track.workflow,
    workflowVersion: track.workflowVersion,
    type: event,
    code,
    occurredAt: cause.occurredAt,
    payload: {},
    actor: { id: SYSTEM_ID, role: 'system', agency: SYSTEM_ID },
  };
}

/** The event by which a track comes to be. */
export function openingDraft(
  { drawId }: Pick<Known, 'drawId'>,
  workflow: { readonly id: string; readonly version: number },
  payload: JsonObject,
  occurredAt: Instant,
): Draft {
  return {
    track: drawId(),
    workflow: workflow.id,
    workflowVersion: workflow.version,
    type: TRACK_OPENED,
    code: `${workflow.id}.OPEN`,
    occurredAt,
    payload,
  };
}
