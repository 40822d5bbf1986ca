import { useEffect, useRef, useState } from 'react';
import { answerOf, api } from '#web/api/client.ts';
import { onReturn } from '#web/api/connection.ts';
import { ConnectionLost } from '#web/api/problem.ts';
import { useCommand } from '#web/api/use-command.ts';
import type { Call, Outcome } from './read-calls.ts';

// A network that comes and goes; after that it is sent by hand.
const AUTO_LIMIT = 30;

/** An outcome that was pressed: of this call, as it stood on the screen. */
export type Pressed = { readonly call: Call; readonly outcome: Outcome };

/** Recording an outcome, and how that stands. */
export type OutcomeCommand = {
  readonly press: (pressed: Pressed) => void;
  /** What was pressed last. */
  readonly pressed: Pressed | null;
  /** What is not known to be recorded. */
  readonly unsure: Pressed | null;
  readonly isSending: boolean;
  readonly error: Error | null;
  readonly forget: () => void;
};

/**
 * Records what came of a call, at the version that was on the screen. Where no answer came it is not known whether it was
 * recorded: then the very same act is all that can be sent, by hand or as soon as the network is back, and it acts once.
 */
export function useOutcome(onRecorded: (pressed: Pressed) => void): OutcomeCommand {
  const [pressed, setPressed] = useState<Pressed | null>(null);
  const [unsure, setUnsure] = useState<Pressed | null>(null);
  const autoCount = useRef(0);
  const { send, isSending, error, reset } = useCommand(record);
  const press = (next: Pressed): void => {
    setPressed(next);
    send(next, {
      onSuccess: () => {
        setUnsure(null);
        autoCount.current = 0;
        onRecorded(next);
      },
      onError: (failed) => setUnsure(failed instanceof ConnectionLost ? next : null),
    });
  };
  useEffect(() => {
    if (unsure === null) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    const stop = onReturn(() => {
      autoCount.current += 1;
      if (autoCount.current <= AUTO_LIMIT) press(unsure);
    });
    return () => {
      stop();
      window.removeEventListener('beforeunload', warn);
    };
  });
  const forget = (): void => {
    setPressed(null);
    reset();
  };
  return { press, pressed, unsure, isSending, error, forget };
}

function record({ call, outcome }: Pressed, key: string) {
  return answerOf(
    api.POST('/api/tracks/{id}/events', {
      params: {
        path: { id: call.trackId },
        header: { 'if-match': `"${call.version}"`, 'idempotency-key': key },
      },
      body: { type: outcome.type, payload: {} },
    }),
  );
}
