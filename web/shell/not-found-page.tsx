import { Link } from 'react-router';
import { EmptyState } from '#web/parts/empty-state.tsx';
import { Page } from '#web/parts/page.tsx';
import { useSay } from '#web/words/language.ts';

const WORDS = {
  title: { zh: '没有这个页面', en: 'No such page' },
  why: {
    zh: '地址可能写错了，或者这里的内容已经移走。',
    en: 'The address may be wrong, or what was here has moved.',
  },
  home: { zh: '回到我的工作', en: 'Back to my work' },
};

/** An address that leads nowhere. */
export function NotFoundPage() {
  const say = useSay();
  return (
    <Page title={WORDS.title}>
      <EmptyState words={WORDS.why}>
        <Link to="/">{say(WORDS.home)}</Link>
      </EmptyState>
    </Page>
  );
}
