import { NavLink } from 'react-router';
import { useSay } from '#web/words/language.ts';
import { useNotices } from './read-notices.ts';

const WORDS = {
  notices: { zh: '通知', en: 'Notices' },
  unread: { zh: '条未读', en: 'unread' },
};

/** The way to the notices, with how many of the newest are unread; "+" when there may be more. */
export function NoticeLink() {
  const say = useSay();
  const { data } = useNotices();
  const first = data?.pages[0];
  const count = first?.items.filter(({ readAt }) => readAt === null).length ?? 0;
  const more = count > 0 && count === first?.items.length && first.nextCursor !== null ? '+' : '';
  return (
    <NavLink to="/notices">
      {say(WORDS.notices)}
      {count > 0 && (
        <span className="notice-count">
          {`${count}${more}`}
          <span className="visually-hidden"> {say(WORDS.unread)}</span>
        </span>
      )}
    </NavLink>
  );
}
