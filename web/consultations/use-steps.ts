import { useRef } from 'react';
import { ConnectionLost } from '#web/api/problem.ts';
import type { Track } from '#web/api/track.ts';
import { useCommand } from '#web/api/use-command.ts';
import { recordSteps, type Step } from './record-steps.ts';

/**
 * Records steps on a track. An attempt whose answer was lost is repeated at the version it was sent with, however the
 * track looks now: it may be this very act that has changed it, and it must not be done twice.
 */
export function useSteps(track: Track) {
  const attempted = useRef(track.version);
  const command = useCommand(recordSteps);
  const send = (steps: readonly Step[], onDone?: () => void): void => {
    if (!(command.error instanceof ConnectionLost)) attempted.current = track.version;
    command.send({ trackId: track.id, version: attempted.current, steps }, { onSuccess: () => onDone?.() });
  };
  return { send, isSending: command.isSending, isDone: command.isDone, error: command.error };
}
