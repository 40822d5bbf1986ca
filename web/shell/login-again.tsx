import { Dialog } from '#web/parts/dialog.tsx';
import { useSay } from '#web/words/language.ts';
import type { User } from '#web/api/session.ts';
import { LoginForm } from './login-form.tsx';

const WORDS = {
  title: { zh: '登录已过期', en: 'Your session has ended' },
  what: {
    zh: '页面上的内容都还在。请重新登录，刚才的操作会自动继续。',
    en: 'Everything on the page is still there. Log in again, and what you just did goes on by itself.',
  },
};

/** Over the page when the session has ended: nothing that was typed is lost. */
export function LoginAgain({ user }: { readonly user: User }) {
  const say = useSay();
  return (
    <Dialog title={WORDS.title}>
      <p>{`${user.name}（${user.username}）`}</p>
      <p>{say(WORDS.what)}</p>
      <LoginForm username={user.username} />
    </Dialog>
  );
}
