import type { Static } from 'typebox';
import type { Opened } from '#src/workflow/define-workflow.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import type { ADDRESSEES, CHILDREN, Grade, Guardian, OVERSEERS, PLACE_KINDS } from './codes.ts';
import type { events, input } from './events.ts';

export type PlacementEvent = EventOf<typeof events>;
export type PlacementEventOf<T extends PlacementEvent['type']> = Extract<PlacementEvent, { type: T }>;

export type PlacementContext = {
  child: keyof typeof CHILDREN;
  /** The latest grade of each guardian, with the day from which it holds; earlier ones are in the log. */
  guardians: { id: Guardian; grade: Grade; from: string }[];
  kind: keyof typeof PLACE_KINDS | null;
  place: string | null;
  /** Which guardian the child lives with; null: none of them. */
  guardian: Guardian | null;
  /** To whom a return is being considered. */
  returnTo: Guardian | null;
  visits: number;
  guardianship: 'parental' | 'temporary' | 'revoking' | 'revoked';
  /** The printed end of a suspension that runs. */
  suspendedUntil: string | null;
  guidance: 'none' | 'ordered' | 'defaulted';
  guidanceUntil: string | null;
  /** Who must attend, and who oversees it. */
  guided: Guardian | null;
  overseer: keyof typeof OVERSEERS | null;
  sessions: number;
  attended: number;
  /** Whose written answer is awaited. */
  awaited: { id: keyof typeof ADDRESSEES; receivedAt: string }[];
};

export function openedContext({ payload }: Opened<Static<typeof input>>): PlacementContext {
  return {
    child: payload.child,
    guardians: [],
    kind: null,
    place: null,
    guardian: null,
    returnTo: null,
    visits: 0,
    guardianship: 'parental',
    suspendedUntil: null,
    guidance: 'none',
    guidanceUntil: null,
    guided: null,
    overseer: null,
    sessions: 0,
    attended: 0,
    awaited: [],
  };
}

/** The list with one guardian graded anew. */
export function regraded(
  context: PlacementContext,
  { payload }: PlacementEventOf<'guardian.assessed'>,
): Pick<PlacementContext, 'guardians'> {
  const others = context.guardians.filter(({ id }) => id !== payload.guardian);
  const latest = { id: payload.guardian, grade: payload.grade, from: payload.from };
  return { guardians: [...others, latest].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Whether somebody was judged to protect the child. Nobody is presumed to. */
export function isProtective(context: PlacementContext, guardian: Guardian | null | undefined): boolean {
  return context.guardians.some(({ id, grade }) => id === guardian && grade === 'protective');
}
