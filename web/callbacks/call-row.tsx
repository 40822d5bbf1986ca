import { Chip } from '#web/parts/chip.tsx';
import { CallMark } from '#web/parts/call-mark.tsx';
import { Due } from '#web/parts/due.tsx';
import { RiskMark } from '#web/parts/risk-mark.tsx';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';
import type { Call } from './read-calls.ts';

const WORDS = {
  tries: { zh: '已打 {} 次未接通', en: '{} calls unanswered' },
  missed: { zh: '已错过 {} 次', en: '{} missed' },
  noDue: { zh: '没有期限', en: 'No deadline' },
};

type CallRowProps = { readonly call: Call; readonly isOpen: boolean; readonly onOpen: () => void };

/** One who waits: how dangerous, what for, until when, and whether she may be called now. No name, no number. */
export function CallRow({ call, isOpen, onOpen }: CallRowProps) {
  const say = useSay();
  const { trackId, caseNumber, risk, purpose, due, triesCount, callableNow, why, opensAt, window } = call;
  const tries = purpose.code === 'follow_up' ? WORDS.missed : WORDS.tries;
  return (
    <li>
      <button
        type="button"
        className="call-row"
        data-call={trackId}
        data-callable={callableNow}
        aria-current={isOpen || undefined}
        onClick={onOpen}
      >
        <span className="call-row-risk">
          <RiskMark risk={risk} />
        </span>
        <span className="call-row-what">
          <strong>{say(purpose)}</strong>
          <code>{caseNumber}</code>
          {triesCount > 0 && <Chip tone="warning">{say(about(tries, triesCount))}</Chip>}
        </span>
        <span className="call-row-due">
          {due === null ? (
            <span className="call-row-quiet">{say(WORDS.noDue)}</span>
          ) : (
            <Due at={due.safeDue} />
          )}
        </span>
        <span className="call-row-when">
          <CallMark answer={{ now: callableNow, why, opensAt, window }} />
        </span>
      </button>
    </li>
  );
}
