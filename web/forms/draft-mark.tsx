import type { DraftSaver, SaveState } from '#web/api/draft-saver.ts';
import { useSession } from '#web/api/session.ts';
import { Button } from '#web/parts/button.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { useSay } from '#web/words/language.ts';
import { momentMs, secondText } from '#web/words/time.ts';
import { about, type Words } from '#web/words/words.ts';

const WORDS = {
  untouched: { zh: '', en: '' },
  saving: { zh: '正在保存草稿……', en: 'Saving the draft …' },
  saved: {
    zh: '草稿已保存 {}（尚未提交，仅您可见，保留24小时）',
    en: 'Draft saved {} (not sent; only you see it, for 24 hours)',
  },
  away: {
    zh: '草稿还没有保存：连不上服务器。内容在本页，恢复后自动保存，请勿关闭。',
    en: 'The draft is not saved: the server cannot be reached. What you typed stays on this page; do not close it.',
  },
  expired: {
    zh: '草稿还没有保存：登录已过期，重新登录后自动保存。',
    en: 'The draft is not saved: your session has ended. It is saved once you have logged in again.',
  },
  refused: {
    zh: '草稿没有保存。您仍可直接提交。',
    en: 'The draft is not saved. You can still send the form.',
  },
  stale: {
    zh: '您在另一个窗口也打开了这张表。这里的内容还在，但草稿没有保存。',
    en: 'You have this form open in another window too. What you typed is still here, but its draft is not saved.',
  },
  mine: { zh: '以这里的内容为准', en: 'Keep what is here' },
};

/** What is kept of a form that is not sent, in one line: only what the server has confirmed is called saved. */
export function DraftMark({ state, saver }: { readonly state: SaveState; readonly saver: DraftSaver }) {
  const say = useSay();
  const { status } = useSession();
  if (state.kind === 'stale') {
    return (
      <Notice kind="warning">
        <p>{say(WORDS.stale)}</p>
        <Button onClick={() => saver.overwrite()}>{say(WORDS.mine)}</Button>
      </Notice>
    );
  }
  const isOpen = state.kind !== 'saved' && state.kind !== 'untouched';
  const words = status === 'expired' && isOpen ? WORDS.expired : wordsOf(state);
  return (
    <p className="form-draft" role="status" data-draft={state.kind}>
      {say(words)}
    </p>
  );
}

function wordsOf(state: SaveState): Words {
  if (state.kind === 'saved') return about(WORDS.saved, secondText(momentMs(state.savedAt)));
  return WORDS[state.kind];
}
