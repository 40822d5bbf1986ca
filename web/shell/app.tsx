import { focusManager } from '@tanstack/react-query';
import { useEffect } from 'react';
import { RouterProvider } from 'react-router';
import { answerOf, api } from '#web/api/client.ts';
import { beginSession, endSession, useSession } from '#web/api/session.ts';
import { useLiveUpdates } from '#web/api/stream.ts';
import { isRefusal } from '#web/api/problem.ts';
import { Waiting } from '#web/parts/waiting.tsx';
import { IdleCover } from './idle-cover.tsx';
import { LoginAgain } from './login-again.tsx';
import { LoginPage } from './login-page.tsx';
import { router } from './routes.tsx';
import { useIdle } from './use-idle.ts';
import { useQuickExit } from './use-quick-exit.ts';

const ASK_AGAIN_MS = 3_000;

/** The console: the login, or the pages; over them the cover and the login that has to be given again. */
export function App() {
  const session = useSession();
  const isIdle = useIdle();
  useQuickExit();
  useWhoIsThere();
  useLiveUpdates(session.status === 'in');
  useEffect(() => {
    const root = document.documentElement;
    root.toggleAttribute('data-idle', isIdle && session.status !== 'out');
    root.toggleAttribute('data-expired', session.status === 'expired');
    // Nobody at the screen: nothing is read. A wall that names nobody is made for being looked at from afar.
    focusManager.setFocused(isIdle && !root.hasAttribute('data-nameless') ? false : undefined);
  }, [isIdle, session.status]);

  if (session.status === 'unknown') return <Waiting />;
  if (session.status === 'out') return <LoginPage />;
  return (
    <>
      <RouterProvider router={router} />
      {session.status === 'expired' && <LoginAgain user={session.user} />}
      {isIdle && <IdleCover />}
    </>
  );
}

/** Asks once whose session the browser has; while the server is away, again and again. */
function useWhoIsThere(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const ask = (): void => {
      answerOf(api.GET('/api/session')).then(beginSession, (error: unknown) => {
        if (isRefusal(error, 'session_missing')) endSession();
        else timer = setTimeout(ask, ASK_AGAIN_MS);
      });
    };
    ask();
    return () => clearTimeout(timer);
  }, []);
}
