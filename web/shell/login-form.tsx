import { type FormEvent, useState } from 'react';
import { answerOf, api } from '#web/api/client.ts';
import { isRefusal } from '#web/api/problem.ts';
import { beginSession } from '#web/api/session.ts';
import { Button } from '#web/parts/button.tsx';
import { TextField } from '#web/parts/text-field.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { useSay } from '#web/words/language.ts';
import { DEMO_LOGINS, DEMO_PASSWORD, IS_DEMO } from './demo-logins.ts';
import './login-form.css';

const WORDS = {
  username: { zh: '用户名', en: 'Username' },
  password: { zh: '密码', en: 'Password' },
  totp: { zh: '一次性验证码', en: 'One-time code' },
  totpHelp: { zh: '如已启用两步验证，请输入六位数字。', en: 'Six digits, if you use two-step login.' },
  enter: { zh: '登录', en: 'Log in' },
  wrong: { zh: '用户名、密码或验证码不对。', en: 'Username, password or code is wrong.' },
  demo: { zh: '演示账号（虚构人物）', en: 'Demo logins (invented people)' },
};

/** Asks who is there. `username` is given, and stays, when somebody must log in again. */
export function LoginForm({ username: given = '' }: { readonly username?: string }) {
  const say = useSay();
  const [username, setUsername] = useState(given);
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [isSending, setIsSending] = useState(false);

  const logIn = async (name: string, secret: string): Promise<void> => {
    setIsSending(true);
    setError(null);
    try {
      const body = { username: name, password: secret, ...(totp !== '' && { totp }) };
      beginSession(await answerOf(api.POST('/api/session', { body })));
    } catch (thrown) {
      setError(thrown);
    } finally {
      setIsSending(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void logIn(username.trim(), password);
  };

  return (
    <form className="login-form" onSubmit={submit}>
      {given === '' && (
        <TextField
          label={WORDS.username}
          autoComplete="username"
          required
          value={username}
          onType={setUsername}
        />
      )}
      <TextField
        label={WORDS.password}
        problem={isRefusal(error, 'credentials_invalid') ? say(WORDS.wrong) : undefined}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onType={setPassword}
      />
      <TextField
        label={WORDS.totp}
        help={WORDS.totpHelp}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9]{6}"
        value={totp}
        onType={setTotp}
      />
      {error !== null && !isRefusal(error, 'credentials_invalid') && <Trouble error={error} />}
      <Button type="submit" look="primary" isBusy={isSending}>
        {say(WORDS.enter)}
      </Button>
      {IS_DEMO && given === '' && (
        <DemoLogins isSending={isSending} onChoose={(name) => void logIn(name, DEMO_PASSWORD)} />
      )}
    </form>
  );
}

type DemoLoginsProps = { readonly isSending: boolean; readonly onChoose: (username: string) => void };

function DemoLogins({ isSending, onChoose }: DemoLoginsProps) {
  const say = useSay();
  return (
    <fieldset className="login-demo">
      <legend>{say(WORDS.demo)}</legend>
      {DEMO_LOGINS.map(({ username, who }) => (
        <Button key={username} disabled={isSending} onClick={() => onChoose(username)}>
          {say(who)} <code>{username}</code>
        </Button>
      ))}
    </fieldset>
  );
}
