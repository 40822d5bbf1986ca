import type { Person } from '#src/base/actor.ts';
import { AppError } from '#src/base/errors.ts';
import { type InputFault, inputProblem } from '#src/base/input-faults.ts';
import { type Instant, parseInstant } from '#src/base/instant.ts';
import type { JsonObject } from '#src/base/json.ts';
import { whyNotSend } from '#src/access/may-send-event.ts';
import type { CaseRow, CommandRead, TrackRow } from '#src/store/read-command.ts';
import type { StepRows } from '#src/store/step-rows.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { timeFault } from '#src/workflow/prepare-payload.ts';
import { unknownPeople } from '#src/workflow/named-people.ts';
import type { EventDefinition } from '#src/workflow/workflow-event.ts';
import type { EngineDeps } from './engine-deps.ts';
import { planContextOf } from './plan-context.ts';
import type { Draft } from './consequences.ts';
import { type Plan, type PlanContext, planStep } from './plan-step.ts';
import { preparedOrRefused, timeBounds } from './prepared-or-refused.ts';
import { phoneTokensOf } from './phone-tokens-of.ts';
import { refusalOf } from './refusal-of.ts';
import { refuseFutureAnchors } from './refuse-future-anchors.ts';
import { createSealer } from './sealer.ts';
import { caseChangeOf, plannedRows, stateOf } from './step-rows-of.ts';
import { type VisibleTrack, visibleTrack } from './visible-track.ts';

export type EventRequest = {
  readonly trackId: string;
  readonly type: string;
  readonly payload: JsonObject;
  readonly occurredAt?: string | undefined;
  /** Throws when the track is not at the version the sender saw. */
  readonly checkVersion: (track: TrackRow) => void;
};

export type PlannedEvent = {
  readonly plan: Plan;
  readonly rows: Omit<StepRows, 'answer' | 'actor' | 'audit' | 'calendarSerial'>;
};

/**
 * What a person's event would do, or the refusal. The checks come in the order of the contract: visible? version?
 * role? payload? time? and then the machine and its guards.
 */
export function planEvent(
  deps: EngineDeps,
  request: EventRequest,
  read: CommandRead,
  person: Person,
): PlannedEvent {
  const visible = visibleTrack(deps, read, person, request.trackId);
  const { row, track, workflow } = visible;
  request.checkVersion(track);
  const definition = definitionFor(workflow, request.type, person, {
    ...track,
    ownerAgency: row.ownerAgency,
    tracks: read.tracks,
  });
  const { payload, occurredAt } = request;
  return refuseFutureAnchors({ now: read.now, payload, occurredAt }, (latest) =>
    planAllowed(deps, { request, read, person, visible, definition, latest }),
  );
}

type Allowed = {
  readonly request: EventRequest;
  readonly read: CommandRead;
  readonly person: Person;
  readonly visible: VisibleTrack;
  readonly definition: EventDefinition;
  /** Nothing is said to have happened later. */
  readonly latest: Instant;
};

function planAllowed(
  deps: EngineDeps,
  { request, read, person, visible, definition, latest }: Allowed,
): PlannedEvent {
  const { row, track, workflow } = visible;
  const sealer = createSealer(deps.vault, deps.vault.openCaseKey(row.id, row.wrappedKey));
  const prepared = preparedOrRefused({ ...deps, ...sealer }, definition.payload, request.payload, latest);
  const directory = { known: read.named, ownerAgency: row.ownerAgency };
  const strangers = unknownPeople(definition.payload, request.payload, directory);
  if (strangers.length > 0) throw new AppError('payload_invalid', { errors: strangers });
  const occurredAt = timeOf(request, definition, track, { now: read.now, latest });
  const before = stateOf(row, read.tracks);
  const draft = draftOf(visible, request.type, {
    code: definition.domainCode,
    occurredAt,
    payload: prepared.payload,
  });
  const plan = planStep(contextOf(deps, read, person, row), before, [draft]);
  if ('refused' in plan) throw refusalOf(plan.refused, workflow);
  const rows = {
    ...plannedRows(plan, before),
    caseRow: caseChangeOf(plan, { readVersion: row.version, wrappedKey: row.wrappedKey }),
    vaultEntries: sealer.rowsFor(track.id, person.id, prepared.takenOut),
    phoneTokens: phoneTokensOf(deps.vault, prepared.takenOut),
    handoffs: [],
  };
  return { plan, rows };
}

function contextOf(deps: EngineDeps, read: CommandRead, person: Person, row: CaseRow): PlanContext {
  const actor = { id: person.id, role: person.role, agency: person.agency };
  return planContextOf(deps, read, { actor, caseId: row.id, chainHead: row.chainHead, lapsedId: null });
}

function draftOf(
  { track, workflow }: VisibleTrack,
  type: string,
  content: Pick<Draft, 'code' | 'occurredAt' | 'payload'>,
): Draft {
  return { track: track.id, workflow: workflow.id, workflowVersion: workflow.version, type, ...content };
}

function definitionFor(
  workflow: Workflow,
  type: string,
  person: Person,
  holders: Parameters<typeof whyNotSend>[2],
): EventDefinition {
  const definition = Object.hasOwn(workflow.events, type) ? workflow.events[type] : undefined;
  if (definition === undefined) throw new AppError('event_not_in_state');
  const because = whyNotSend(person, definition, holders);
  if (because !== null) throw new AppError('role_not_allowed', { because: [because] });
  return definition;
}

/** When it happened: what the sender says, else now; never in the future, nor before what must come first. */
function timeOf(
  request: EventRequest,
  definition: EventDefinition,
  track: TrackRow,
  { now, latest }: { readonly now: Instant; readonly latest: Instant },
): Instant {
  if (request.occurredAt === undefined) return now;
  const occurredAt = parseInstant(request.occurredAt);
  if (occurredAt === null) throw timeInvalid('no_such_time');
  const fault = timeFault(occurredAt, { ...timeBounds(now), latest });
  if (fault !== null) throw timeInvalid(fault);
  for (const earlier of definition.follows ?? []) {
    const at = track.happened[earlier];
    if (at !== undefined && occurredAt < at) throw timeInvalid('before_cause');
  }
  return occurredAt;
}

function timeInvalid(fault: InputFault): AppError {
  return new AppError('occurred_at_invalid', { errors: [inputProblem('/occurredAt', fault)] });
}
