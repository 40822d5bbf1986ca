import { NavLink, Outlet, useLocation, useNavigationType } from 'react-router';
import { Suspense, useEffect, useState } from 'react';
import { answerOf, api } from '#web/api/client.ts';
import { isRefusal } from '#web/api/problem.ts';
import { endSession, useUser } from '#web/api/session.ts';
import { NoticeLink } from '#web/notices/notice-link.tsx';
import { Button } from '#web/parts/button.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { useInView } from '#web/parts/use-in-view.ts';
import { Waiting } from '#web/parts/waiting.tsx';
import { useSay } from '#web/words/language.ts';
import { roleWords } from '#web/words/roles.ts';
import { ConnectionMark } from './connection-mark.tsx';
import { IS_DEMO } from './demo-logins.ts';
import { DemoClock } from './demo-clock.tsx';
import { leaveQuickly } from '#web/api/leave.ts';
import { navFor } from './nav.ts';
import { PageSettings } from './page-settings.tsx';
import './frame.css';

const WORDS = {
  product: { zh: '好邻', en: 'Haolin' },
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  ways: { zh: '主菜单', en: 'Main menu' },
  leave: { zh: '立即离开', en: 'Leave now' },
  leaveHelp: {
    zh: '连按两次 Esc：立刻换成空白页并退出登录。浏览器的历史记录仍会保留。',
    en: 'Esc twice: a blank page at once, and you are logged out. The browser history stays.',
  },
  out: { zh: '退出登录', en: 'Log out' },
  stillIn: {
    zh: '没有退出成功：服务器没有回应。请稍后再点一次“退出登录”，或者关闭浏览器。',
    en: 'You are still logged in: the server did not answer. Press “Log out” again in a moment, or close the browser.',
  },
};

/** What stands around every page: where one can go, who one is, and the quick way out. */
export function Frame() {
  const say = useSay();
  const user = useUser();
  const [trouble, setTrouble] = useState<unknown>(null);
  const { pathname } = useLocation();
  const nav = useInView<HTMLElement>('.active', pathname);
  const isFollowed = useNavigationType() === 'PUSH';
  useEffect(() => {
    // A page that only puts its state into its address stays where it is.
    if (isFollowed) window.scrollTo(0, 0);
  }, [pathname, isFollowed]);
  return (
    <div className="frame">
      <a className="frame-skip" href="#content">
        {say(WORDS.skip)}
      </a>
      <header className="frame-head not-on-paper">
        <span className="frame-product">{say(WORDS.product)}</span>
        <nav ref={nav} className="frame-nav" aria-label={say(WORDS.ways)}>
          {navFor(user.role).map(({ to, words }) => (
            <NavLink key={to} to={to} end={to === '/'}>
              {say(words)}
            </NavLink>
          ))}
          <NoticeLink />
        </nav>
        <div className="frame-person">
          <span className="frame-who">
            {user.name} · {say(roleWords(user.role))}
          </span>
          <PageSettings />
          <Button look="quiet" onClick={() => void logOut().catch(setTrouble)}>
            {say(WORDS.out)}
          </Button>
          <Button look="danger" title={say(WORDS.leaveHelp)} hotkey="Esc Esc" onClick={leaveQuickly}>
            {say(WORDS.leave)}
          </Button>
        </div>
      </header>
      {IS_DEMO && <DemoClock />}
      <ConnectionMark />
      {trouble !== null && <Notice kind="danger">{say(WORDS.stillIn)}</Notice>}
      <Suspense fallback={<Waiting />}>
        <Outlet />
      </Suspense>
    </div>
  );
}

/** The answer also empties what the browser kept of this site. A session that has ended already is as good. */
async function logOut(): Promise<void> {
  try {
    await answerOf(api.DELETE('/api/session'));
  } catch (error) {
    if (!isRefusal(error, 'session_missing')) throw error;
  }
  endSession();
  location.replace('/');
}
