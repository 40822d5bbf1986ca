import { Link } from 'react-router';
import { Notice } from '#web/parts/notice.tsx';
import { useSay } from '#web/words/language.ts';
import { shortText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import { useOwnDrafts } from './read-shift.ts';

const WORDS = {
  some: {
    zh: '您有 {} 份没写完的内容，只有您看得到，保存 24 小时后自动删除。交班前请写完或者删掉：',
    en: 'You have {} unfinished drafts. Only you see them, and they are gone 24 hours after they were saved. Finish or remove them before you go:',
  },
  call: { zh: '来电记录，{} 保存', en: 'Call, saved {}' },
  other: { zh: '表单，{} 保存', en: 'Form, saved {}' },
};

/** What one is still writing: nobody else can finish it. */
export function OwnDrafts() {
  const say = useSay();
  const { data } = useOwnDrafts();
  const drafts = data?.items ?? [];
  if (drafts.length === 0) return null;
  return (
    <Notice kind="warning">
      <p>{say(about(WORDS.some, drafts.length))}</p>
      <ul>
        {drafts.map(({ id, kind, savedAt }) => (
          <li key={id}>
            {kind === 'call' ? (
              <Link to={`/call/${id}`}>{say(about(WORDS.call, shortText(savedAt)))}</Link>
            ) : (
              say(about(WORDS.other, shortText(savedAt)))
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
