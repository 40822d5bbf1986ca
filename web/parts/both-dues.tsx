import { useSay } from '#web/words/language.ts';
import { minuteText, weekdayWords } from '#web/words/time.ts';
import type { Words } from '#web/words/words.ts';
import { lastDayWords, type PeriodKind, SAFE_DUE } from './day-line.ts';
import './both-dues.css';

const WORDS = {
  safe: {
    zh: '催办、提醒按这个时间，不把休假日的宽限算进去',
    en: 'Reminders go by it; no grace of rest days is in it',
  },
  statute: { zh: '过了这个时间才算逾期', en: 'Only after it is it late' },
  policy: {
    zh: '平台自定的时限，过了只在平台内催办',
    en: 'A limit of our own; past it we chase, and no law is broken',
  },
};

type BothDuesProps = { readonly safeDue: string; readonly legalDue: string; readonly kind: PeriodKind };

/** Both ends of a period beside each other, with what each is for. */
export function BothDues({ safeDue, legalDue, kind }: BothDuesProps) {
  return (
    <dl className="both-dues">
      <DueCard label={SAFE_DUE} due={safeDue} help={WORDS.safe} look="safe" />
      <DueCard label={lastDayWords(kind)} due={legalDue} help={WORDS[kind]} look="legal" />
    </dl>
  );
}

type DueCardProps = {
  readonly label: Words;
  readonly due: string;
  readonly help: Words;
  readonly look: 'safe' | 'legal';
};

function DueCard({ label, due, help, look }: DueCardProps) {
  const say = useSay();
  return (
    <div className={`both-dues-${look}`}>
      <dt>{say(label)}</dt>
      <dd>
        <span className="both-dues-time">{minuteText(due)}</span> {say(weekdayWords(due.slice(0, 10)))}
        <span className="both-dues-help">{say(help)}</span>
      </dd>
    </div>
  );
}
