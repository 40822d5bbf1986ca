import type { Static, TObject } from 'typebox';
import { type AnyStateMachine, type EventObject, type NonReducibleUnknown, setup } from 'xstate';
import type { FactName, FactValue, PublishedFacts } from '#src/base/facts.ts';
import type { Role } from '#src/base/roles.ts';
import type { Title } from '#src/base/title.ts';
import type { DeadlineDeclarations } from './deadline.ts';
import type { Effect } from './effect.ts';
import type { GuardDefinition, GuardDefinitions, OpeningGuardDefinitions } from './guard.ts';
import type { EventDefinitions, EventOf } from './workflow-event.ts';

/** What every state says of itself. */
export type StateMeta<D> = {
  readonly title: Title;
  /** Deadlines that run while the state is active. */
  readonly deadlines?: readonly (keyof D & string)[];
  /** An open state without a deadline names who holds the ball. */
  readonly waitsFor?: readonly Role[];
};

type Parts<C, I extends TObject, E extends EventDefinitions, G, D> = {
  input: I;
  events: E;
  guards: G & GuardDefinitions<C, EventOf<E>>;
  deadlines: D & DeadlineDeclarations<keyof E & string, C>;
};

/**
 * XState's `setup` with the types of one workflow: its events from their payload schemas, its guards by name,
 * one action `effect` whose parameters are an `Effect`, and state meta that knows the deadlines.
 * `workflowSetup<Context>()({ input, events, guards, deadlines })`.
 */
export function workflowSetup<C extends object>() {
  return <
    I extends TObject,
    E extends EventDefinitions,
    G extends GuardDefinitions<C, EventOf<E>>,
    D extends DeadlineDeclarations<keyof E & string, C>,
  >(
    parts: Parts<C, I, E, G, D>,
  ) =>
    // Type arguments are spelled out: inferred through a generic function, guard names would be lost.
    setup<
      C,
      EventOf<E>,
      NoActors,
      NoActors,
      { effect: Effect },
      { [N in keyof G & string]: undefined },
      never,
      string,
      Opened<Static<I>>,
      NonReducibleUnknown,
      EventObject,
      StateMeta<D>
    >({
      guards: testsOf(parts.guards) as never,
      actions: { effect: () => undefined },
    });
}

type NoActors = Record<never, never>;

/** The input of a machine: what the opener sent, and when and for whom the track was opened. */
export type Opened<I> = {
  readonly payload: I;
  readonly openedAt: string;
  readonly agency: string;
};

function testsOf<C, Ev>(guards: GuardDefinitions<C, Ev>): Record<string, GuardDefinition<C, Ev>['test']> {
  return Object.fromEntries(Object.entries(guards).map(([name, guard]) => [name, guard.test]));
}

/**
 * Another track of the case comes to publish a fact: then this one is sent `event`, in the same transaction, in nobody's name.
 * A state or a guard that does not take it lets it pass; what holds already when a track opens is for its guards.
 */
export type Hearing<E extends string> = {
  readonly [N in FactName]: { readonly fact: N; readonly becomes: FactValue<N>; readonly event: E };
}[FactName];

/** What a workflow file hands to `defineWorkflow`. */
export type WorkflowDefinition<C extends object, I extends TObject, E extends EventDefinitions, G, D> = Parts<
  C,
  I,
  E,
  G,
  D
> & {
  id: string;
  version: number;
  title: Title;
  /** Who may open such a track; empty: only another track or the engine. */
  openedBy: readonly Role[];
  /** What must hold before one may be opened. */
  openingGuards?: OpeningGuardDefinitions<Static<I>>;
  machine: AnyStateMachine;
  /** What the siblings' guards may know, from the context and the active states. */
  facts: (args: { context: C; state: readonly string[] }) => PublishedFacts;
  /** What it hears from its siblings without anybody telling it. */
  hears?: readonly Hearing<keyof E & string>[];
  /** Context keys a candidate sees before accepting; everything else is hidden from one. */
  candidateSees?: readonly (keyof C & string)[];
  /** The assignee was chosen as a person and not as somebody of an agency: she stays when the case changes its owner. */
  assigneeIsPersonal?: boolean;
};

/** A workflow as the engine uses it: types of its own context and events erased. */
export type Workflow = {
  readonly id: string;
  readonly version: number;
  readonly title: Title;
  readonly openedBy: readonly Role[];
  readonly input: TObject;
  readonly events: EventDefinitions;
  readonly guards: GuardDefinitions<object, unknown>;
  readonly deadlines: DeadlineDeclarations<string, Record<string, unknown>>;
  readonly openingGuards: OpeningGuardDefinitions<unknown>;
  readonly machine: AnyStateMachine;
  readonly facts: (args: { context: object; state: readonly string[] }) => PublishedFacts;
  readonly hears: readonly Hearing<string>[];
  readonly candidateSees: readonly string[];
  readonly assigneeIsPersonal: boolean;
};

/**
 * Declares a workflow. Everything a misspelling could break is checked by the compiler here: events in
 * `follows`, `metBy` and `onLapse`, roles, rules, deadlines in states, facts, guards, effects.
 */
export function defineWorkflow<
  C extends object,
  I extends TObject,
  E extends EventDefinitions,
  G extends GuardDefinitions<C, EventOf<E>>,
  D extends DeadlineDeclarations<keyof E & string, C>,
>(definition: WorkflowDefinition<C, I, E, G, D>): Workflow {
  return {
    candidateSees: [],
    assigneeIsPersonal: false,
    openingGuards: {},
    hears: [],
    ...definition,
  } as unknown as Workflow;
}
