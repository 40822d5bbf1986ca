import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answerOf, api } from '#web/api/client.ts';
import { Notice } from '#web/parts/notice.tsx';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';

const WORDS = {
  waiting: { zh: '{} 件转介等本单位答复', en: '{} handoffs wait for your agency’s answer' },
  look: { zh: '去答复', en: 'Answer' },
};

const LIMIT = 200;

/** Says that other agencies wait for an answer; nothing where none does. */
export function WaitingHandoffs() {
  const say = useSay();
  const { data } = useQuery({
    queryKey: ['/api/handoffs', 'in', 'offered'],
    queryFn: () =>
      answerOf(
        api.GET('/api/handoffs', {
          params: { query: { box: 'in', status: 'offered', limit: String(LIMIT) } },
        }),
      ),
  });
  const count = data?.items.length ?? 0;
  if (count === 0) return null;
  const shown = count === LIMIT && data?.nextCursor !== null ? `${LIMIT}+` : count;
  return (
    <Notice kind="info">
      {say(about(WORDS.waiting, shown))} <Link to="/handoffs">{say(WORDS.look)}</Link>
    </Notice>
  );
}
