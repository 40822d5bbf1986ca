import { isRefusal } from '#web/api/problem.ts';
import { Button } from '#web/parts/button.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';
import type { Pressed } from './use-outcome.ts';

const WORDS = {
  unsure: {
    zh: '网络断了：“{}”还不知道有没有记上。页面开着不要关，网络恢复后会自动补记，不会记两次。',
    en: 'The network is gone: it is not known whether “{}” was recorded. Keep this page open: it is sent again when the network is back, and never counted twice.',
  },
  again: { zh: '现在再试一次', en: 'Try again now' },
  stale: {
    zh: '同事刚动过这个个案，也许已经打过了。“{}”没有记录。名单已更新：看一眼再决定。',
    en: 'A colleague has just changed this case and may have called already. “{}” was not recorded. The list is up to date: look at it, then decide.',
  },
};

type OutcomeTroubleProps = {
  readonly error: Error | null;
  readonly pressed: Pressed;
  readonly isUnsure: boolean;
  readonly onAgain: () => void;
};

/** Why an outcome is not recorded, or not known to be, and what to do. */
export function OutcomeTrouble({ error, pressed, isUnsure, onAgain }: OutcomeTroubleProps) {
  const say = useSay();
  const outcome = say(pressed.outcome.title);
  if (isUnsure) {
    return (
      <Notice kind="danger">
        <p>{say(about(WORDS.unsure, outcome))}</p>
        <p>
          <Button onClick={onAgain}>{say(WORDS.again)}</Button>
        </p>
      </Notice>
    );
  }
  const isStale = isRefusal(error, 'version_stale') || isRefusal(error, 'event_not_in_state');
  if (isStale) return <Notice kind="danger">{say(about(WORDS.stale, outcome))}</Notice>;
  return <Trouble error={error} />;
}
