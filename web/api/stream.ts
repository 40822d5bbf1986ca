import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answerOf, api } from './client.ts';
import { isRefusal } from './problem.ts';
import { untilLoggedInAgain } from './session.ts';

// Many notices of one change come at once; the lists are read again once for all of them.
const GATHER_MS = 400;
const LISTEN_AGAIN_MS = 10_000;

/**
 * Listens to the notices of the person who is logged in; when one comes, everything on the screen is read anew. The
 * browser itself connects again, and says what it heard last; when it was sent away for good, because the session has
 * ended, the login is asked for in place.
 */
export function useLiveUpdates(isOn: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isOn) return undefined;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const hear = (): void => {
      clearTimeout(gathering);
      gathering = setTimeout(() => void queries.invalidateQueries(), GATHER_MS);
    };
    const stop = listen(hear);
    return () => {
      clearTimeout(gathering);
      stop();
    };
  }, [isOn, queries]);
}

/** Opens the stream, and another one when it was closed for good; the answer ends it. */
function listen(hear: () => void): () => void {
  let source: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource('/api/stream');
    source.addEventListener('notification', hear);
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED) return;
      again = setTimeout(open, LISTEN_AGAIN_MS);
      void askWhetherStillIn();
    });
  };
  open();
  return () => {
    clearTimeout(again);
    source.close();
  };
}

async function askWhetherStillIn(): Promise<void> {
  try {
    await answerOf(api.GET('/api/session'));
  } catch (error) {
    if (isRefusal(error, 'session_missing')) await untilLoggedInAgain();
  }
}
