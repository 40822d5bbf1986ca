import { useIsConnected } from '#web/api/connection.ts';
import { Notice } from '#web/parts/notice.tsx';
import { useSay } from '#web/words/language.ts';

const WORDS = {
  away: {
    zh: '连不上服务器。已填写的内容会留在页面上，恢复后自动继续；在标明“已保存”之前，请不要关闭页面。',
    en: 'The server cannot be reached. What you typed stays on the page and goes on when it is back; until it says “saved”, do not close the page.',
  },
};

/** Says that the server does not answer, above everything and for as long as it lasts. */
export function ConnectionMark() {
  const say = useSay();
  if (useIsConnected()) return null;
  return (
    <div className="connection-mark not-on-paper">
      <Notice kind="warning">{say(WORDS.away)}</Notice>
    </div>
  );
}
