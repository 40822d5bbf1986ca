import { useId } from 'react';
import { Link } from 'react-router';
import { CallMark } from '#web/parts/call-mark.tsx';
import { Due } from '#web/parts/due.tsx';
import { RiskMark } from '#web/parts/risk-mark.tsx';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import { addressOf, type WorkItem } from './work-boxes.ts';
import './work-list.css';

const WORDS = {
  next: { zh: '下一步', en: 'Next step' },
  due: { zh: '到期', en: 'Due' },
  call: { zh: '现在能联系她吗', en: 'Safe to contact now?' },
  others: { zh: '等其他人', en: 'Waiting for others' },
  noDue: { zh: '没有期限', en: 'No deadline' },
  answer: { zh: '看利益冲突，作答复', en: 'Check for a conflict and answer' },
  hidden: { zh: '接受后显示', en: 'After you accept' },
};

type WorkListProps = { readonly heading: Words; readonly items: readonly WorkItem[] };

/** Three columns and no more: what comes next, when it is due, and whether she may be called now. */
export function WorkList({ heading, items }: WorkListProps) {
  const say = useSay();
  const id = useId();
  return (
    <section className="work-section" aria-labelledby={id}>
      <h2 id={id}>
        {say(heading)} <span className="work-count">{items.length}</span>
      </h2>
      <div className="work-columns" aria-hidden="true">
        <span>{say(WORDS.next)}</span>
        <span>{say(WORDS.due)}</span>
        <span>{say(WORDS.call)}</span>
      </div>
      <ul className="work-list">
        {items.map((item) => (
          <WorkRow key={item.trackId} item={item} />
        ))}
      </ul>
    </section>
  );
}

function WorkRow({ item }: { readonly item: WorkItem }) {
  const say = useSay();
  const { as, caseNumber, title, titles, risk, nextStep, deadline, safeContact } = item;
  const next = as === 'asked' ? WORDS.answer : (nextStep?.title ?? WORDS.others);
  return (
    <li className="work-row">
      <div>
        <Link className="work-next" to={addressOf(item)}>
          {say(next)}
        </Link>
        <p className="work-about">
          {risk !== null && <RiskMark risk={risk} />}
          {caseNumber !== null && <code>{caseNumber}</code>}
          <span>{[title, ...titles].map(say).join(' · ')}</span>
        </p>
      </div>
      <div className="work-due">
        {deadline === null ? (
          <span className="work-quiet">{say(WORDS.noDue)}</span>
        ) : (
          <>
            <Due at={deadline.safeDue} />
            <span className="work-quiet">{say(deadline.title)}</span>
          </>
        )}
      </div>
      {as === 'asked' ? (
        <span className="work-quiet">{say(WORDS.hidden)}</span>
      ) : (
        <CallMark answer={safeContact} />
      )}
    </li>
  );
}
