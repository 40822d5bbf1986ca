import type { EngineDeps } from './engine-deps.ts';
import type { SystemEvent } from './engine.ts';
import { timerStep } from './timer-step.ts';

/** Sends an event in the timer's name; a track that no longer hears it is left alone. Sending twice is harmless. */
export async function sendAsSystem(deps: EngineDeps, event: SystemEvent): Promise<'sent' | 'no_longer_due'> {
  deps.fault('message_taken');
  const isSent = await timerStep(deps, event.trackId, (read) => ({
    type: event.type,
    payload: {},
    occurredAt: read.now,
    lapsed: null,
  }));
  deps.fault('message_done');
  return isSent ? 'sent' : 'no_longer_due';
}
