import { EventForm } from '#web/forms/event-form.tsx';
import { useSay } from '#web/words/language.ts';
import { ActButton } from './act-button.tsx';
import type { OrderAtHand } from './order-track.ts';

const WORDS = { title: { zh: '其他步骤', en: 'Other steps' } };

/** Events that have a part of the page of their own. */
const ELSEWHERE = [
  ...['application.accepted', 'order.granted', 'order.refused', 'refusal.served'],
  ...['document.served', 'visit.made', 'violation.reported'],
  ...['extension.requested', 'variation.requested', 'revocation.requested'],
  ...['order.extended', 'order.varied', 'order.revoked', 'change.denied', 'change.withdrawn'],
  ...[
    'reconsideration.filed',
    'reconsideration.upheld',
    'reconsideration.changed',
    'reconsideration.revoked',
  ],
];

/** Whatever else may be recorded now, each with the form of its own schema. */
export function OtherSteps({ track }: OrderAtHand) {
  const say = useSay();
  const others = track.events.filter(({ type, allowed }) => allowed && !ELSEWHERE.includes(type));
  if (others.length === 0) return null;
  return (
    <section className="card order-part" aria-label={say(WORDS.title)}>
      <h2>{say(WORDS.title)}</h2>
      <div className="order-acts">
        {others.map((event) => (
          <ActButton key={event.type} act={event.type} words={event.title} event={event}>
            {(close) => <EventForm track={track} event={event} onDone={close} onCancel={close} />}
          </ActButton>
        ))}
      </div>
    </section>
  );
}
