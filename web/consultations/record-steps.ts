import { answerWithTag, api } from '#web/api/client.ts';
import type { Track } from '#web/api/track.ts';

/** An event as it is sent. */
export type Step = {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** RFC 3339; absent: now. */
  readonly occurredAt?: string;
};

/** What is recorded in one act: on which version of the track, and what, in this order. */
type Act = { readonly trackId: string; readonly version: number; readonly steps: readonly Step[] };

/**
 * Records one step after the other, each on the version the one before left. Each has a key of its own made from the
 * act's: sent again after a lost connection, what was recorded already is answered as it was, and nothing happens twice.
 */
export async function recordSteps({ trackId, version, steps }: Act, key: string): Promise<Track> {
  let tag = `"${version}"`;
  let track: Track | null = null;
  for (const [index, { type, payload, occurredAt }] of steps.entries()) {
    const recorded = await answerWithTag(
      api.POST('/api/tracks/{id}/events', {
        params: { path: { id: trackId } },
        body: { type, payload, ...(occurredAt !== undefined && { occurredAt }) },
        headers: { 'idempotency-key': `${key}.${index}`, 'if-match': tag },
      }),
    );
    tag = recorded.etag;
    track = recorded.answer;
  }
  if (track === null) throw new Error('nothing was to be recorded');
  return track;
}
