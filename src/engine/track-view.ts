import type { Person } from '#src/base/actor.ts';
import { type RuleCode, ruleOf } from '#src/base/rules.ts';
import { maySeeCase } from '#src/access/may-see-case.ts';
import type { DeadlineRow } from '#src/store/read-command.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { eventsOfState, titlesOfState } from '#src/workflow/list-states.ts';
import { type CaseState, type TrackState, trackOf } from './case-state.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { ClockChanges } from './plan-deadlines.ts';
import type { DeadlineView, EventView, TrackView } from './views.ts';
import { whyNotRecord } from './why-not-record.ts';

type ViewParts = {
  readonly deps: Pick<EngineDeps, 'workflows'>;
  readonly person: Person;
  readonly state: CaseState;
  readonly trackId: string;
  /** Of this track, settled ones too; and open ones of its siblings. */
  readonly deadlines: readonly DeadlineRow[];
  readonly now: string;
  /** Values behind references that this person may read. */
  readonly revealed?: Readonly<Record<string, string>>;
};

/** A track as one person may see it. A candidate sees what the workflow shows candidates, and nothing else. */
export function trackView(parts: ViewParts): TrackView {
  const { person, state, deps } = parts;
  const track = trackOf(state, parts.trackId);
  const workflow =
    track === undefined ? undefined : deps.workflows.version(track.workflow, track.workflowVersion);
  if (track === undefined || workflow === undefined) throw new Error(`no view of track ${parts.trackId}`);
  const isInsider = maySeeCase(person, state);
  const { context } = track.snapshot;
  return {
    id: track.id,
    caseId: state.id,
    workflow: track.workflow,
    workflowVersion: track.workflowVersion,
    version: track.version,
    state: track.state,
    titles: titlesOfState(workflow, track.state),
    context: isInsider ? context : only(context, workflow.candidateSees),
    revealed: parts.revealed ?? {},
    agency: track.agency,
    assignee: track.assignee,
    deadlines: parts.deadlines
      .filter((row) => row.trackId === track.id)
      .map((row) => deadlineView(row, workflow)),
    events: eventViews(parts, track, workflow),
  };
}

function only(context: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    keys.filter((key) => Object.hasOwn(context, key)).map((key) => [key, context[key]]),
  );
}

/** A deadline in words; its title is the workflow's. */
function deadlineView(row: DeadlineRow, workflow: Workflow): DeadlineView {
  const rule = ruleOf(row.rule as RuleCode);
  return {
    id: row.id,
    declaration: row.declaration,
    title: workflow.deadlines[row.declaration]?.title ?? rule.title,
    rule: row.rule,
    article: rule.article,
    startedAt: row.startedAt,
    safeDue: row.safeDue,
    legalDue: row.legalDue,
    outcome: row.outcome,
    provisional: row.isProvisional,
    explanation: row.explanation,
  };
}

function eventViews(parts: ViewParts, track: TrackState, workflow: Workflow): EventView[] {
  const openDeadlinesElsewhere = parts.deadlines.filter(
    (row) => row.outcome === 'open' && row.trackId !== track.id,
  ).length;
  const asked = { ...parts, openDeadlinesElsewhere };
  return eventsOfState(workflow, track.snapshot).flatMap((type) => {
    const definition = workflow.events[type];
    if (definition === undefined || definition.roles.length === 0) return [];
    const { domainCode, title, payload } = definition;
    const because = whyNotRecord(asked, track, workflow, type);
    return [{ type, domainCode, title, payloadSchema: payload, allowed: because.length === 0, because }];
  });
}

/** The deadlines of the case as they are after a plan. */
export function deadlinesAfter(rows: readonly DeadlineRow[], clocks: readonly ClockChanges[]): DeadlineRow[] {
  const settled = new Map(
    clocks.flatMap((clock) => clock.settled).map((change) => [change.id, change.outcome]),
  );
  const kept = rows.map((row) => ({ ...row, outcome: settled.get(row.id) ?? row.outcome }));
  const started = clocks.flatMap((clock) => clock.started);
  const fresh = started.map(
    (start): DeadlineRow => ({ ...start, outcome: 'open', explanation: [...start.explanation] }),
  );
  return [...kept, ...fresh];
}
