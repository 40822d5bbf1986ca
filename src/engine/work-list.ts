import { type CallAnswer, contactPlanOf, mayCall } from '#src/access/may-call.ts';
import { mayReadSealed } from '#src/access/may-read-sealed.ts';
import { isCandidate, maySeeCase } from '#src/access/may-see-case.ts';
import type { Person } from '#src/base/actor.ts';
import { AppError } from '#src/base/errors.ts';
import type { Instant } from '#src/base/instant.ts';
import { type RuleCode, ruleOf } from '#src/base/rules.ts';
import {
  findWorkCases,
  type ListedWork,
  listWork,
  type OwedWork,
  type WorkCase,
  type WorkKey,
  type WorkQuery,
} from '#src/store/list-work.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { owedClocks } from '#src/workflow/owed-clocks.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import { eventsOfLeaves, eventsOfState, titlesOfState } from '#src/workflow/list-states.ts';
import type { SealedClass } from '#src/workflow/sealed.ts';
import { type CaseState, type TrackState, trackOf } from './case-state.ts';
import type { WorkAnswer } from './engine.ts';
import type { EngineDeps } from './engine-deps.ts';
import { parseLogged } from './logged-event.ts';
import { stateOf } from './step-rows-of.ts';
import { titleOfEvent } from './timeline-entry.ts';
import type { WorkItem } from './views.ts';
import { whyNotRecord } from './why-not-record.ts';

/**
 * The running tracks a reader works on, or is asked to take, what is due first first. Whoever is only asked sees what
 * the track itself would show her: no number, no risk, nothing of the case. Two statements, however long the page.
 */
export async function viewWork(deps: EngineDeps, person: Person, query: WorkQuery): Promise<WorkAnswer> {
  // One more than asked for tells whether there is a next page.
  const page = { ...query, limit: query.limit + 1 };
  const rows = await listWork(deps.db, person, page, owedWork(deps.workflows));
  const shown = rows.slice(0, query.limit);
  const cases = await findWorkCases(deps.db, [...new Set(shown.map((row) => row.caseId))]);
  const byId = new Map(cases.map((found) => [found.row.id, readerOf(deps, person, found)]));
  const items = shown.flatMap((row) => itemOf(deps, required(byId.get(row.caseId)), row) ?? []);
  const last = shown.at(-1);
  return { items, next: rows.length > query.limit && last !== undefined ? keyOf(last) : null };
}

function owedWork(workflows: WorkflowRegistry): OwedWork {
  return workflows.ids().flatMap((id) => {
    const workflow = workflows.latest(id);
    return workflow === undefined ? [] : owedClocks(workflow).map((clock) => ({ ...clock, workflow: id }));
  });
}

/** A case and what its reader may know of it. */
type Reader = {
  readonly person: Person;
  readonly found: WorkCase;
  readonly state: CaseState;
  readonly isInsider: boolean;
  /** How she is reached; null: not for this reader. */
  readonly callAt: ((now: Instant) => CallAnswer) | null;
};

function readerOf(deps: EngineDeps, person: Person, found: WorkCase): Reader {
  const state = stateOf({ ...found.row, version: 0, chainHead: EMPTY }, found.tracks);
  return {
    person,
    found,
    state,
    isInsider: maySeeCase(person, state),
    callAt: callAnswerOf(deps, person, found, state),
  };
}

function callAnswerOf(
  deps: EngineDeps,
  person: Person,
  { row, safeContact }: WorkCase,
  state: CaseState,
): Reader['callAt'] {
  if (safeContact === null) return null;
  const value = { class: safeContact.class as SealedClass, author: safeContact.author };
  if (!mayReadSealed(person, state, value)) return null;
  const key = deps.vault.openCaseKey(row.id, row.wrappedKey);
  const form = JSON.parse(deps.vault.openEntry(key, safeContact.id, safeContact.sealed));
  const intake = state.tracks.find((track) => track.workflow === 'intake');
  const plan = contactPlanOf({ context: intake?.snapshot.context ?? null, facts: row.facts, form });
  return (now) => mayCall(plan, now);
}

/** Null: it passed to somebody else between the two statements. */
function itemOf(deps: EngineDeps, reader: Reader, row: ListedWork): WorkItem | null {
  const { found, isInsider, callAt } = reader;
  const track = required(trackOf(reader.state, row.trackId));
  if (!isInsider && !isCandidate(reader.person, track)) return null;
  const workflow = deps.workflows.version(track.workflow, track.workflowVersion);
  // Moved to a version newer than this process.
  if (workflow === undefined) throw new AppError('unavailable');
  return {
    trackId: track.id,
    caseId: row.caseId,
    as: roleIn(reader.person, track),
    caseNumber: isInsider ? found.row.number : null,
    workflow: workflow.id,
    title: workflow.title,
    state: track.state,
    titles: titlesOfState(workflow, track.state),
    risk: isInsider ? found.row.facts.risk : null,
    agency: track.agency,
    assignee: track.assignee,
    nextStep: nextStepOf(reader, track, workflow, row),
    deadline: row.deadline && deadlineOf(row.deadline, workflow),
    lastEvent: isInsider && row.lastEvent !== null ? lastEventOf(deps, row.lastEvent) : null,
    safeContact: callAt === null ? null : callAt(row.now),
  };
}

function roleIn(person: Person, track: TrackState): WorkItem['as'] {
  if (track.assignee === person.id) return 'assignee';
  return track.candidate === person.id ? 'asked' : 'agency';
}

/**
 * The step that takes the track on: what settles its earliest deadline, lapsed or not, else what its innermost states wait for,
 * if this reader may record it now. Null: it waits for somebody else, or for a moment. The policy is that of
 * `Track.events`; what only a filled-in form can tell is left open.
 */
function nextStepOf(
  { person, state, found }: Reader,
  track: TrackState,
  workflow: Workflow,
  { now, deadline }: ListedWork,
): WorkItem['nextStep'] {
  const heard = eventsOfState(workflow, track.snapshot);
  const open = found.openDeadlines.filter(({ trackId }) => trackId === track.id);
  const owed = [...(deadline === null ? [] : [deadline]), ...open]
    .flatMap(({ declaration }) => workflow.deadlines[declaration]?.metBy ?? [])
    .filter((candidate) => heard.includes(candidate));
  const parts = {
    person,
    state,
    now,
    openDeadlinesElsewhere: found.openDeadlines.filter((deadline) => deadline.trackId !== track.id).length,
  };
  const type = [...owed, ...eventsOfLeaves(workflow, track.snapshot)].find(
    (candidate) => whyNotRecord(parts, track, workflow, candidate).length === 0,
  );
  const definition = type === undefined ? undefined : workflow.events[type];
  return type === undefined || definition === undefined ? null : { type, title: definition.title };
}

function deadlineOf(
  { id, declaration, rule, safeDue, legalDue }: NonNullable<ListedWork['deadline']>,
  workflow: Workflow,
): WorkItem['deadline'] {
  const title = workflow.deadlines[declaration]?.title ?? ruleOf(rule as RuleCode).title;
  return { id, title, rule, safeDue, legalDue };
}

function lastEventOf({ workflows }: EngineDeps, body: string): WorkItem['lastEvent'] {
  const event = parseLogged(body);
  return { title: titleOfEvent(workflows, event), at: event.occurredAt };
}

function keyOf({ deadline, openedAt, trackId }: ListedWork): WorkKey {
  return { dueAt: deadline?.safeDueAt ?? null, openedAt, trackId };
}

const EMPTY = Buffer.alloc(0);

function required<T>(value: T | undefined): T {
  // Between the two statements a case does not vanish: nothing is ever deleted.
  if (value === undefined) throw new Error('a track of the work list is in no case');
  return value;
}
