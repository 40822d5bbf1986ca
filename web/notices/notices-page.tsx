import { Link } from 'react-router';
import { answerOf, api, type ItemOf } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { Button } from '#web/parts/button.tsx';
import { Chip } from '#web/parts/chip.tsx';
import { EmptyState } from '#web/parts/empty-state.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { useSay } from '#web/words/language.ts';
import { minuteText } from '#web/words/time.ts';
import { noticeWords } from './notice-words.ts';
import { useNotices } from './read-notices.ts';
import './notices.css';

const WORDS = {
  title: { zh: '通知', en: 'Notices' },
  empty: {
    zh: '还没有通知。有事需要您知道时，会立刻出现在这里。',
    en: 'No notices yet. What you need to know appears here at once.',
  },
  open: { zh: '打开个案', en: 'Open the case' },
  read: { zh: '标为已读', en: 'Mark as read' },
  readAll: { zh: '全部标为已读', en: 'Mark all as read' },
  unread: { zh: '未读', en: 'Unread' },
  older: { zh: '更早的通知', en: 'Older notices' },
};

type NoticeItem = ItemOf<'/api/notifications'>;

/** Everything this person was told, newest first; what is unread is marked until she says that she has read it. */
export function NoticesPage() {
  const say = useSay();
  const notices = useNotices();
  const { send, isSending, error } = useCommand(markRead);
  const items = notices.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = items.filter(({ readAt }) => readAt === null).map(({ id }) => id);
  return (
    <Page
      title={WORDS.title}
      actions={
        unread.length > 1 && (
          <Button isBusy={isSending} onClick={() => send(unread)}>
            {say(WORDS.readAll)}
          </Button>
        )
      }
    >
      {error !== null && <Trouble error={error} />}
      <QueryState query={notices}>
        {() =>
          items.length === 0 ? (
            <EmptyState words={WORDS.empty} />
          ) : (
            <NoticeList items={items} onRead={(id) => send([id])} />
          )
        }
      </QueryState>
      {notices.hasNextPage && (
        <Button isBusy={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
          {say(WORDS.older)}
        </Button>
      )}
    </Page>
  );
}

type NoticeListProps = { readonly items: readonly NoticeItem[]; readonly onRead: (id: string) => void };

function NoticeList({ items, onRead }: NoticeListProps) {
  const say = useSay();
  return (
    <ul className="notices">
      {items.map(({ id, kind, caseId, at, readAt }) => (
        <li key={id} className="card notices-item">
          <time>{minuteText(at)}</time>
          <span className={readAt === null ? 'notices-new' : undefined}>{say(noticeWords(kind))}</span>
          {readAt === null && <Chip tone="info">{say(WORDS.unread)}</Chip>}
          <span className="notices-ways">
            {readAt === null && (
              <Button look="quiet" onClick={() => onRead(id)}>
                {say(WORDS.read)}
              </Button>
            )}
            <Link className="button" to={`/cases/${caseId}`} onClick={() => readAt === null && onRead(id)}>
              {say(WORDS.open)}
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One after the other: each is a command of its own, and a key that is the same again for the same notice. */
async function markRead(ids: readonly string[], key: string): Promise<void> {
  for (const id of ids) {
    const headers = { 'idempotency-key': `${key}.${id}` };
    await answerOf(api.POST('/api/notifications/{id}/read', { params: { path: { id } }, headers }));
  }
}
