import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useNowMs } from '#web/api/clock.ts';
import { Notice } from '#web/parts/notice.tsx';
import { useSay } from '#web/words/language.ts';
import { secondText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import type { Pressed } from './use-outcome.ts';

const WORDS = {
  recorded: { zh: '{} 已记录：{}', en: '{} recorded: {}' },
  goOn: { zh: '接着办这个个案', en: 'Go on with this case' },
};

/** That it is recorded, and when; whoever was reached is gone on with, by Enter. */
export function RecordedNotice({ pressed }: { readonly pressed: Pressed }) {
  const say = useSay();
  const nowMs = useNowMs();
  // The moment it appeared: the notice stays, the clock goes on.
  const [atMs] = useState(nowMs);
  const link = useRef<HTMLAnchorElement>(null);
  const { call, outcome } = pressed;
  const isReached = outcome.kind === 'reached' || outcome.kind === 'unsafe';
  useEffect(() => {
    if (isReached) link.current?.focus();
  }, [isReached]);
  const at = atMs === null ? '' : secondText(atMs);
  return (
    <Notice kind="good">
      {say(about(WORDS.recorded, at, outcome.title))} <code>{call.caseNumber}</code>{' '}
      {isReached && (
        <Link ref={link} to={`/cases/${call.caseId}/tracks/${call.trackId}`}>
          {say(WORDS.goOn)}
        </Link>
      )}
    </Notice>
  );
}
