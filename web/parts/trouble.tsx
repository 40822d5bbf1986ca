import { ConnectionLost, RequestRefused } from '#web/api/problem.ts';
import { useSay } from '#web/words/language.ts';
import { roleWords } from '#web/words/roles.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

const WORDS = {
  lost: {
    zh: '连不上服务器。您填写的内容还在这里，没有丢失；网络恢复后请再试一次，不会重复提交。',
    en: 'The server cannot be reached. What you typed is still here. Try again when the network is back: nothing will be sent twice.',
  },
  stale: {
    zh: '这个环节刚被别人（或您的另一个窗口）更新过。您填写的内容还在；请看一眼新的状态，再提交一次。',
    en: 'Somebody else, or another window of yours, has just changed this. What you typed is still here: look at the new state and send it again.',
  },
  gone: {
    zh: '没有找到，或者您无权查看。',
    en: 'This is not here, or not for you to see.',
  },
  unknown: {
    zh: '出了意外的错误。请重试；仍不行请告诉管理员。',
    en: 'Something unexpected went wrong. Try again; if it stays, tell the administrator.',
  },
  again: { zh: '再试一次', en: 'Try again' },
  occurredAt: { zh: '发生时间：', en: 'When it happened: ' },
  who: { zh: '可由以下人员处理：', en: 'Who can do it: ' },
};

type TroubleProps = { readonly error: unknown; readonly onRetry?: () => void };

/** An error in a person's words: what is so, what became of what was typed, and what to do now. */
export function Trouble({ error, onRetry }: TroubleProps) {
  const say = useSay();
  return (
    <Notice kind={error instanceof ConnectionLost ? 'warning' : 'danger'}>
      <TroubleWords error={error} />
      {onRetry !== undefined && (
        <p>
          <Button onClick={onRetry}>{say(WORDS.again)}</Button>
        </p>
      )}
    </Notice>
  );
}

function TroubleWords({ error }: { readonly error: unknown }) {
  const say = useSay();
  if (error instanceof ConnectionLost) return <p>{say(WORDS.lost)}</p>;
  if (!(error instanceof RequestRefused)) return <p>{say(WORDS.unknown)}</p>;
  const { problem } = error;
  if (problem.code === 'version_stale') return <p>{say(WORDS.stale)}</p>;
  if (problem.code === 'not_found') return <p>{say(WORDS.gone)}</p>;
  return (
    <>
      <p>{problem.detail ?? problem.title}</p>
      <ul>
        {problem.because?.map(({ code, text, who }) => (
          <li key={code}>
            {text}
            {who.length > 0 && ` ${say(WORDS.who)}${who.map((role) => say(roleWords(role))).join('、')}`}
          </li>
        ))}
        {problem.errors?.map(({ pointer, message }) => (
          <li key={pointer}>
            {pointer === '/occurredAt' ? say(WORDS.occurredAt) : `${pointer} `}
            {message}
          </li>
        ))}
      </ul>
    </>
  );
}
