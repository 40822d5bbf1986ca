import { Button } from '#web/parts/button.tsx';
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
  other: {
    zh: '换人登录（这一页上没有保存的内容会丢失）',
    en: 'Somebody else logs in (what is not saved on this page is lost)',
  },
};

/** Over the page when the session has ended: nothing that was typed is lost, and nothing can be read until the login. */
export function LoginAgain({ user }: { readonly user: User }) {
  const say = useSay();
  return (
    <Dialog title={WORDS.title}>
      <p>{`${user.name}（${user.username}）`}</p>
      <p>{say(WORDS.what)}</p>
      <LoginForm username={user.username} />
      <p>
        <Button look="quiet" onClick={() => location.replace('/')}>
          {say(WORDS.other)}
        </Button>
      </p>
    </Dialog>
  );
}
