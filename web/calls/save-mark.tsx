import type { DraftSaver, SaveState } from '#web/api/draft-saver.ts';
import { useSession } from '#web/api/session.ts';
import { Button } from '#web/parts/button.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { useSay } from '#web/words/language.ts';
import { momentMs, secondText } from '#web/words/time.ts';
import { about, type Words } from '#web/words/words.ts';

const WORDS = {
  untouched: { zh: '尚未填写', en: 'Nothing typed yet' },
  saving: { zh: '正在保存……', en: 'Saving …' },
  saved: { zh: '已保存 {}', en: 'Saved {}' },
  away: {
    zh: '还没有保存：连不上服务器。内容在本页，恢复后自动保存，请勿关闭。',
    en: 'Not saved: the server cannot be reached. Your words stay on this page and are saved when it is back; do not close it.',
  },
  expired: {
    zh: '还没有保存：登录已过期，重新登录后自动保存。',
    en: 'Not saved: your session has ended. It is saved once you have logged in again.',
  },
  refused: { zh: '没有保存', en: 'Not saved' },
  stale: {
    zh: '这次来电在另一个窗口里也改过。这里的内容还在，但没有保存。',
    en: 'Another window has changed this call. Your words are still here, and not saved.',
  },
  mine: { zh: '保留这里的内容', en: 'Keep what is here' },
  other: { zh: '改用另一窗口的内容', en: 'Take the other window’s' },
};

/** What is saved, in one line: only what the server has confirmed is called saved. */
export function SaveMark({ state }: { readonly state: SaveState }) {
  const say = useSay();
  const { status } = useSession();
  const isExpired = status === 'expired' && state.kind !== 'saved';
  const look = isExpired ? 'away' : state.kind;
  return (
    <p className={`save-mark save-mark-${look}`} role="status" data-save={look}>
      {say(isExpired ? WORDS.expired : wordsOf(state))}
    </p>
  );
}

function wordsOf(state: SaveState): Words {
  if (state.kind === 'saved') return about(WORDS.saved, secondText(momentMs(state.savedAt)));
  return WORDS[state.kind];
}

/** What the person must decide before anything more is saved; nothing when all is well. */
export function SaveTrouble({ state, saver }: { readonly state: SaveState; readonly saver: DraftSaver }) {
  const say = useSay();
  if (state.kind === 'refused') return <Trouble error={state.error} onRetry={() => void saver.saveNow()} />;
  if (state.kind !== 'stale') return null;
  return (
    <Notice kind="danger">
      <p>{say(WORDS.stale)}</p>
      <p className="call-buttons">
        <Button onClick={() => saver.overwrite()}>{say(WORDS.mine)}</Button>
        <Button onClick={() => location.reload()}>{say(WORDS.other)}</Button>
      </p>
    </Notice>
  );
}
