import { useEffect } from 'react';
import { useSay } from '#web/words/language.ts';
import { LoginForm } from './login-form.tsx';
import { PageSettings } from './page-settings.tsx';

const WORDS = {
  title: { zh: '好邻 · 登录', en: 'Haolin · Log in' },
  what: {
    zh: '仅供有账号的工作人员使用。遇到危险请先拨打 110。',
    en: 'For staff with an account. In danger, call the police first: 110.',
  },
};

/** Nobody is logged in yet. The address stays, so that after the login the page that was asked for is there. */
export function LoginPage() {
  const say = useSay();
  const title = say(WORDS.title);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="login-page">
      <PageSettings />
      <h1>{title}</h1>
      <p>{say(WORDS.what)}</p>
      <div className="card">
        <LoginForm />
      </div>
    </main>
  );
}
