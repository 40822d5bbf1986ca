import type { Track } from '#web/api/track.ts';
import type { Step } from './record-steps.ts';

/** What a lawyer who is asked can answer. A conflict needs a code and no text; so does everything else. */
export type Answer =
  | { readonly kind: 'accept' }
  | { readonly kind: 'conflict'; readonly code: string }
  | { readonly kind: 'decline'; readonly code: string };

/** Where the asking stands; `over`: it is not hers to answer any more, or she has accepted. */
export function stageOf(track: Pick<Track, 'state'>): 'checking' | 'offered' | 'over' {
  if (track.state.includes('matching.conflictCheck')) return 'checking';
  return track.state.includes('matching.offered') ? 'offered' : 'over';
}

/** The events an answer consists of: whoever accepts or declines has first said that there is no conflict. */
export function stepsOf(stage: 'checking' | 'offered', answer: Answer): readonly Step[] {
  if (answer.kind === 'conflict') return [{ type: 'conflict.found', payload: { kind: answer.code } }];
  const last: Step =
    answer.kind === 'accept'
      ? { type: 'offer.accepted', payload: {} }
      : { type: 'offer.declined', payload: { reason: answer.code } };
  return stage === 'checking' ? [{ type: 'conflict.cleared', payload: {} }, last] : [last];
}

/** The name of the other side as far as she may read it; null: nobody gave one. */
export function respondentName({ context, revealed }: Pick<Track, 'context' | 'revealed'>): string | null {
  const reference = context['respondentName'];
  if (typeof reference !== 'object' || reference === null || !('sealed' in reference)) return null;
  return revealed[String(reference.sealed)] ?? null;
}
