import { canonicalJson, type Json, type JsonObject } from '#src/base/json.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { Stepped } from '#src/workflow/step-track.ts';
import type { Circumstances } from '#test/support/step-with.ts';
import { runningDeadlines } from './running-deadlines.ts';

/** One way an event may come: with what, and under which circumstances where that is not left open. */
export type Move = readonly [type: string, payload?: object, circumstances?: Circumstances];

/** What a guard can tell of a context value; states that look the same are one. */
export type View = (value: Json, context: JsonObject) => Json;

/** A part of a machine that is walked by itself, and what it does not look at. */
export type Walk = {
  readonly moves: readonly Move[];
  /** Default: those of the abstraction. */
  readonly inputs?: readonly object[];
  /** Regions (dotted prefixes of states) that no move of this walk depends on. */
  readonly blindTo?: readonly string[];
  /** Context keys that no guard reads on any move of this walk; beyond those of the abstraction. */
  readonly unread?: readonly string[];
  /** Views of this walk, before those of the abstraction. */
  readonly views?: { readonly [key: string]: View };
};

/**
 * How a workflow is looked at when every path of it is walked. Every context key stands as it is unless `views` says how
 * much of it a guard can tell, or `unread` that none reads it. That guards read no more is checked on each step; that
 * real runs meet no state which the walk has not seen is a property of its own.
 */
export type Abstraction = {
  readonly workflow: Workflow;
  readonly inputs: readonly object[];
  readonly unread: readonly string[];
  readonly views?: { readonly [key: string]: View };
  /** Names that parties, units and people bear, in the moves and in real runs. */
  readonly ids: readonly string[];
  /** Moments, early ones first, at which things happen in the moves and in real runs. */
  readonly moments: readonly string[];
  /** A machine whose regions share nothing is walked region by region; all of it is one walk elsewhere. */
  readonly walks: { readonly [name: string]: Walk };
};

/** A view of a value whose type the workflow knows. */
export function viewOf<T>(look: (value: T, context: JsonObject) => Json): View {
  return (value, context) => look(value as T, context);
}

/** Counts up to here; more is as good as this. */
export function capped(mostCount: number): View {
  return (value) => (typeof value === 'number' ? Math.min(value, mostCount) : value);
}

/** Guards read it, and whatever it is, they do not tell states of this walk apart. */
export const isIndifferent: View = () => null;

/** Only whether there is one. */
export const isGiven: View = (value) => value !== null;

/** Only whether the list holds something. */
export const isSome: View = (value) => Array.isArray(value) && value.length > 0;

/** What a walk tells states apart by, as text: equal texts are one state. */
export function keyOf(abstraction: Abstraction, walk: Walk): (at: Stepped) => string {
  const hidden = hiddenKeys(abstraction, walk);
  const views = { ...abstraction.views, ...walk.views };
  const types = new Set(walk.moves.map(([type]) => type));
  return (at) => {
    const { context } = at.snapshot;
    const seen: Json[] = [...at.state, ...lapsesAhead(abstraction.workflow, at, types)];
    for (const key of Object.keys(context)) {
      if (hidden.has(key)) continue;
      const value = context[key] ?? null;
      const view = views[key];
      seen.push(key, view === undefined ? value : view(value, context));
    }
    return canonicalJson(seen);
  };
}

/** The events by which a deadline that runs here would end. */
function lapsesAhead(workflow: Workflow, at: Stepped, types: ReadonlySet<string>): string[] {
  const lapses = runningDeadlines(workflow, at).flatMap((id) => workflow.deadlines[id]?.onLapse ?? []);
  return [...new Set(lapses)].filter((type) => types.has(type)).sort();
}

/** The part of a state that a walk answers for, as text; null: none of it, it is blind to all of it. */
export function answeredFor(abstraction: Abstraction, walk: Walk): (at: Stepped) => string | null {
  const blind = walk.blindTo ?? [];
  const key = keyOf(abstraction, walk);
  return (at) => {
    const state = at.state.filter((path) => !blind.some((prefix) => isWithin(path, prefix)));
    return state.length === 0 ? null : key({ ...at, state });
  };
}

/** The context keys that no guard may read on a walk. */
export function hiddenKeys({ unread }: Abstraction, walk: Walk): ReadonlySet<string> {
  return new Set([...unread, ...(walk.unread ?? [])]);
}

function isWithin(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}.`);
}
