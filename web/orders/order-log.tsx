import { Link } from 'react-router';
import { useSay } from '#web/words/language.ts';
import { shortText } from '#web/words/time.ts';
import type { OrderAtHand } from './order-track.ts';

const WORDS = {
  title: { zh: '最近记录', en: 'What happened last' },
  more: { zh: '全部记录在个案页', en: 'Everything that was recorded is on the page of the case' },
};

const SHOWN = 8;

/** What was recorded on the order last; the rest is on the page of its case. */
export function OrderLog({ order, recorded }: OrderAtHand) {
  const say = useSay();
  return (
    <section className="card order-part" aria-label={say(WORDS.title)}>
      <h2>{say(WORDS.title)}</h2>
      <ol className="order-log">
        {recorded.slice(0, SHOWN).map(({ seq, title, occurredAt }) => (
          <li key={seq}>
            <time>{shortText(occurredAt)}</time> {say(title)}
          </li>
        ))}
      </ol>
      <p>
        <Link to={`/cases/${order.caseId}`}>{say(WORDS.more)}</Link>
      </p>
    </section>
  );
}
