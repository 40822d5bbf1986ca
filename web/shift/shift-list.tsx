import { Link } from 'react-router';
import { Due } from '#web/parts/due.tsx';
import { EmptyState } from '#web/parts/empty-state.tsx';
import { RiskMark } from '#web/parts/risk-mark.tsx';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import type { ShiftItem } from './read-shift.ts';

const SECTIONS: readonly { readonly kind: ShiftItem['kind']; readonly words: Words }[] = [
  { kind: 'call_back', words: { zh: '等电话的人', en: 'Waiting for a call' } },
  { kind: 'deadline', words: { zh: '下一班要到期的', en: 'Due in the next shift' } },
  { kind: 'no_next_step', words: { zh: '没有下一步的个案', en: 'Cases without a next step' } },
  { kind: 'unassigned', words: { zh: '没有承办人的个案', en: 'Cases nobody is named for' } },
];
const WORDS = {
  none: { zh: '没有要交的事项。', en: 'Nothing to hand over.' },
};

/** What is open, by kind; the most dangerous first within each. */
export function ShiftList({ items }: { readonly items: readonly ShiftItem[] }) {
  const say = useSay();
  if (items.length === 0) return <EmptyState words={WORDS.none} />;
  return SECTIONS.map(({ kind, words }) => {
    const those = items.filter((item) => item.kind === kind);
    if (those.length === 0) return null;
    return (
      <section key={kind} className="shift-section">
        <h2>
          {say(words)} <span className="shift-count">{those.length}</span>
        </h2>
        <ul>
          {those.map((item) => (
            <ShiftRow key={`${item.kind} ${item.deadlineId ?? item.trackId ?? item.caseId}`} item={item} />
          ))}
        </ul>
      </section>
    );
  });
}

function ShiftRow({ item }: { readonly item: ShiftItem }) {
  const say = useSay();
  const { caseNumber, risk, title, due } = item;
  return (
    <li className="shift-row">
      <RiskMark risk={risk} />
      <Link to={addressOf(item)}>
        <code>{caseNumber}</code>
      </Link>
      <span className="shift-what">{say(title)}</span>
      {due !== null && <Due at={due.safeDue} />}
    </li>
  );
}

function addressOf({ kind, caseId, trackId }: ShiftItem): string {
  if (kind === 'call_back') return `/callbacks?call=${trackId}`;
  return trackId === null ? `/cases/${caseId}` : `/cases/${caseId}/tracks/${trackId}`;
}
