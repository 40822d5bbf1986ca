import { focusManager, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answerOf, api } from './client.ts';
import { lookForServer, onReturn } from './connection.ts';
import { isRefusal } from './problem.ts';
import { beginSession, untilLoggedInAgain } from './session.ts';

// Many notices of one change come at once; the lists are read again once for all of them.
const GATHER_MS = 400;
const LISTEN_AGAIN_MS = 10_000;

/**
 * Listens to the notices of the person who is logged in; when one comes, or the server is back, everything on the
 * screen is read anew: at once while somebody looks, else when somebody looks again, so that news never keep a session
 * alive. The browser itself connects again, and says what it heard last; when it was sent away for good, because the
 * session has ended, the login is asked for in place.
 */
export function useLiveUpdates(isOn: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isOn) return undefined;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const hear = (): void => {
      clearTimeout(gathering);
      gathering = setTimeout(() => {
        const refetchType = focusManager.isFocused() ? 'active' : 'none';
        void queries.invalidateQueries({ refetchType });
      }, GATHER_MS);
    };
    const stops = [listen(hear), onReturn(hear)];
    return () => {
      clearTimeout(gathering);
      for (const stop of stops) stop();
    };
  }, [isOn, queries]);
}

/** Opens the stream, and another one when it was closed for good; the answer ends it. */
function listen(hear: () => void): () => void {
  let source: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  let wasBroken = false;
  const open = (): void => {
    source = new EventSource('/api/stream');
    source.addEventListener('notification', hear);
    source.addEventListener('open', () => {
      // Perhaps it is no longer the same person's: who logged in in another window has the same cookie.
      if (wasBroken) void askWhoseSession();
      wasBroken = false;
    });
    source.addEventListener('error', () => {
      wasBroken = true;
      void lookForServer();
      if (source.readyState !== EventSource.CLOSED) return;
      openLater();
      if (focusManager.isFocused()) void askWhoseSession();
    });
  };
  // Not while nobody looks: asking again and again would keep the session alive.
  const openLater = (): void => {
    clearTimeout(again);
    again = setTimeout(() => (focusManager.isFocused() ? open() : openLater()), LISTEN_AGAIN_MS);
  };
  open();
  return () => {
    clearTimeout(again);
    source.close();
  };
}

async function askWhoseSession(): Promise<void> {
  try {
    beginSession(await answerOf(api.GET('/api/session')));
  } catch (error) {
    if (isRefusal(error, 'session_missing')) await untilLoggedInAgain();
  }
}
