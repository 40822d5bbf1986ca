import type { ReactNode } from 'react';
import { useNowMs } from '#web/api/clock.ts';
import { Button } from '#web/parts/button.tsx';
import { useSay } from '#web/words/language.ts';
import { secondText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import type { CallForm } from './call-form.ts';
import { clockOf } from './call-length.ts';

const SECOND_MS = 1_000;

const WORDS = {
  title: { zh: '通话', en: 'Call' },
  running: { zh: '通话中', en: 'On the line' },
  dropped: { zh: '已中断 {}', en: 'Cut off {}' },
  open: { zh: '建案', en: 'Open the case' },
  drop: { zh: '电话断了', en: 'The line broke' },
  leave: {
    zh: '立即离开：连按两次 Esc。换成空白页并退出登录，浏览器历史记录仍在。',
    en: 'Leave now: Esc twice. A blank page, logged out; the browser’s history stays.',
  },
};

type CallCardProps = {
  readonly form: CallForm;
  readonly isWorking: boolean;
  readonly onOpen: () => void;
  readonly onDrop: () => void;
  /** Saved mark and safe contact; both always in this place. */
  readonly corner: ReactNode;
  readonly mark: ReactNode;
  /** Whether calling back is safe, once the line broke. */
  readonly children: ReactNode;
};

/** The call as it runs: how long, what is saved, how she may be reached, and what to press when the line breaks. */
export function CallCard({ form, isWorking, onOpen, onDrop, corner, mark, children }: CallCardProps) {
  const say = useSay();
  return (
    <section className="card call-card" aria-label={say(WORDS.title)}>
      <div className="call-card-head">
        <Timer form={form} />
        {corner}
        <p className="call-card-state">
          {say(form.droppedMs === null ? WORDS.running : about(WORDS.dropped, secondText(form.droppedMs)))}
        </p>
      </div>
      {mark}
      <p className="call-card-acts">
        {form.opened === null && (
          <Button look="primary" hotkey="F4" isBusy={isWorking} onClick={onOpen}>
            {say(WORDS.open)}
          </Button>
        )}
        {form.droppedMs === null && (
          <Button hotkey="F8" onClick={onDrop}>
            {say(WORDS.drop)}
          </Button>
        )}
      </p>
      {children}
      <p className="call-hint call-leave">{say(WORDS.leave)}</p>
    </section>
  );
}

function Timer({ form }: { readonly form: CallForm }) {
  const nowMs = useNowMs(SECOND_MS);
  const endMs = form.droppedMs ?? nowMs;
  const lengthMs = endMs === null || form.startedMs === null ? 0 : Math.max(0, endMs - form.startedMs);
  return (
    <p className="call-timer" role="timer">
      {clockOf(Math.floor(lengthMs / SECOND_MS))}
    </p>
  );
}
