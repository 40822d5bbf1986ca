import type { Role } from '#src/base/roles.ts';
import type { Title } from '#src/base/title.ts';
import type { CaseView, EventActor } from './workflow-event.ts';

/** What a person reads when a condition fails, and who could change that. */
type Explained = { readonly text: Title; readonly who: readonly Role[] };

/** A named condition on a transition. `text` says what is demanded, not what was found. */
export type GuardDefinition<C, Ev> = Explained & {
  readonly test: (args: { context: C; event: Ev }) => boolean;
};

export type GuardDefinitions<C, Ev> = { readonly [name: string]: GuardDefinition<C, Ev> };

/** Declares guards: `defineGuards<Context, EventOf<typeof events>>()({ … })`. */
export function defineGuards<C, Ev>() {
  return <const G extends GuardDefinitions<C, Ev>>(guards: G): G => guards;
}

/** What a condition on opening a track may know: what the opener sent, who that is, and the case. */
export type OpeningArgs<I> = {
  readonly payload: I;
  readonly actor: EventActor;
  readonly case: CaseView;
};

/** A named condition on opening a track. */
export type OpeningGuardDefinition<I> = Explained & { readonly test: (args: OpeningArgs<I>) => boolean };

export type OpeningGuardDefinitions<I> = { readonly [name: string]: OpeningGuardDefinition<I> };

/** Declares opening guards: `defineOpeningGuards<Static<typeof input>>()({ … })`. */
export function defineOpeningGuards<I>() {
  return <const G extends OpeningGuardDefinitions<I>>(guards: G): G => guards;
}
