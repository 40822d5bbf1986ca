import { type Title, title } from '#src/base/title.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import { isSealedRef } from '#src/workflow/sealed.ts';
import { ENGINE_EVENT_TITLES } from './apply-logged.ts';
import type { LoggedEvent } from './logged-event.ts';
import type { TimelineEntry } from './views.ts';

/** A line of the log for a reader: references become the values she may read, or `{sealed: true}`. */
export function timelineEntry(
  workflows: WorkflowRegistry,
  event: LoggedEvent,
  revealed: Readonly<Record<string, string>>,
): TimelineEntry {
  const isTimer = event.actor.role === 'system';
  return {
    seq: event.seq,
    trackId: event.track,
    type: event.type,
    title: titleOfEvent(workflows, event),
    actor: isTimer ? 'system' : event.actor.id,
    agency: isTimer ? null : event.actor.agency,
    occurredAt: event.occurredAt,
    recordedAt: event.recordedAt,
    payload: withValues(event.payload, revealed, event.track === null),
  };
}

/** What an event is called in the version it was recorded under. */
export function titleOfEvent(workflows: WorkflowRegistry, event: LoggedEvent): Title {
  const workflow = workflows.version(String(event.workflow), Number(event.workflowVersion));
  return eventTitle(workflow, event.type);
}

/** The words of an event: the workflow's own, or the engine's for what is no workflow's. */
export function eventTitle(workflow: Workflow | undefined, type: string): Title {
  const own = workflow?.events[type]?.title;
  if (own !== undefined) return own;
  const ours: Readonly<Record<string, Title>> = ENGINE_EVENT_TITLES;
  return ours[type] ?? title(type, type);
}

/** Parts of the opening form are sealed as JSON objects, all other values as plain text. */
function withValues(value: unknown, revealed: Readonly<Record<string, string>>, isForm: boolean): unknown {
  if (isSealedRef(value)) {
    const text = revealed[value.sealed];
    if (text === undefined) return { sealed: true };
    return isForm ? JSON.parse(text) : text;
  }
  if (Array.isArray(value)) return value.map((item) => withValues(item, revealed, isForm));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, withValues(member, revealed, isForm)]);
  return Object.fromEntries(members);
}
