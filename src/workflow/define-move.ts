import type { Static, TObject } from 'typebox';
import type { FactName } from '#src/base/facts.ts';
import type { Title } from '#src/base/title.ts';

/** Innermost states of the new version, dotted; several where one old state becomes several regions. */
export type Leaves = string | readonly string[];

/** `blocked`: from here nobody is moved, for this reason. `stays`: what is over may stay with its version, for this reason. */
export type StateEnd = Leaves | { readonly blocked: Title } | { readonly stays: Title };

/** Where one innermost state of the old version leads; `pick` names one of `among` by what the track remembers. */
export type StateAnswer<C> =
  | StateEnd
  | { readonly pick: (context: C) => string; readonly among: { readonly [key: string]: StateEnd } };

/**
 * What becomes of a running deadline. `kept`: the same declaration, the same dates, under its new name if it has one.
 * `recomputed`: by the new declaration's rule, from the same start. `ended`: it is cancelled. The last two say why.
 */
export type DeadlineAnswer =
  | { readonly kind: 'kept'; readonly as?: string }
  | { readonly kind: 'recomputed'; readonly as?: string; readonly because: Title }
  | { readonly kind: 'ended'; readonly because: Title };

/** How running tracks come from one version of a workflow to the next. Data, and pure functions of what a track remembers. */
export type MoveDefinition<C, S extends TObject> = {
  readonly workflow: string;
  readonly from: number;
  readonly to: number;
  /** Why the version was made, in a sentence. */
  readonly title: Title;
  /** One answer for each innermost state of the old version, final ones too. */
  readonly states: { readonly [oldLeaf: string]: StateAnswer<C> };
  readonly context: (old: C) => Static<S>;
  /** What the new version expects a track to remember: closed, every key required. */
  readonly remembers: S;
  /** One answer for each deadline of the old version. */
  readonly deadlines: { readonly [oldId: string]: DeadlineAnswer };
  /** Deadlines of the new version that the move itself starts, and why. From the move on, unless the track remembers a start. */
  readonly starts?: { readonly [newId: string]: Title };
  /** Facts of the case that the move may change, and why. Any other change blocks. */
  readonly facts?: { readonly [F in FactName]?: Title };
};

/** A mapping as the engine uses it: what it knows of the two contexts erased. */
export type Move = MoveDefinition<Record<string, unknown>, TObject>;

/**
 * Declares a mapping between two versions: `defineMove<OldContext, NewContext>()({ … })`. That `remembers` describes the
 * new context, and that `context` gives it, is checked by the compiler; the rest by `moveProblems`.
 */
export function defineMove<Old, New>() {
  return <S extends TObject>(
    definition: MoveDefinition<Old, S> & (Static<S> extends New ? unknown : { readonly remembers: New }),
  ): Move => definition as unknown as Move;
}
