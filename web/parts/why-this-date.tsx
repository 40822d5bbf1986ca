import { useState } from 'react';
import { useRules } from '#web/api/rules.ts';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';
import { BothDues } from './both-dues.tsx';
import type { Period } from './calendar-months.ts';
import { DayCalendar } from './day-calendar.tsx';
import './why-this-date.css';

const WORDS = {
  why: { zh: '为什么是这一天', en: 'Why this date' },
  rule: { zh: '依据：{}', en: 'By: {}' },
};

type WhyThisDateProps = {
  readonly deadline: Period & {
    readonly rule: string;
    readonly article: string;
    readonly provisional: boolean;
  };
};

/** Opens the calendar of a deadline: both its dates, the article, and every day that is counted or skipped. */
export function WhyThisDate({ deadline }: WhyThisDateProps) {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="why-this-date" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{say(WORDS.why)}</summary>
      {isOpen && <Why deadline={deadline} />}
    </details>
  );
}

function Why({ deadline }: WhyThisDateProps) {
  const say = useSay();
  const { rule, article, explanation, safeDue, legalDue, provisional } = deadline;
  const known = useRules().data?.find(({ code }) => code === rule);
  const kind = known?.kind ?? 'statute';
  const title = known === undefined ? rule : `${rule} ${say(known.title)}`;
  return (
    <div className="why-this-date-body">
      <p>
        {say(about(WORDS.rule, title))}
        <br />
        <span className="why-this-date-article">{article}</span>
      </p>
      <BothDues {...{ safeDue, legalDue, kind }} />
      <DayCalendar {...{ explanation, safeDue, legalDue, kind, provisional }} />
    </div>
  );
}
