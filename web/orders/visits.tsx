import { Chip } from '#web/parts/chip.tsx';
import { Due } from '#web/parts/due.tsx';
import { useSay } from '#web/words/language.ts';
import { shortText } from '#web/words/time.ts';
import { ActButton } from './act-button.tsx';
import { addresseesOf, eventOf, type OrderAtHand, partOf, type Recorded } from './order-track.ts';
import { choicesAt, wordsFor } from './schema-choices.ts';
import { VisitForm } from './visit-form.tsx';
import { useSchemaOf } from './workflow-schema.ts';

const WORDS = {
  title: { zh: '回访', en: 'Visits' },
  next: { zh: '下次回访', en: 'Next visit' },
  record: { zh: '登记回访', en: 'Record a visit' },
  none: { zh: '送达协助执行单位后开始回访。', en: 'Visits begin once a unit that visits has been served.' },
  kept: { zh: '遵守保护令', en: 'Order kept' },
  broken: { zh: '发现违反', en: 'Order broken' },
  apart: { zh: '单独见面', en: 'Seen apart' },
  notApart: { zh: '未与其分开', en: 'Not seen apart' },
};

const LOG_LENGTH = 6;
/** A visit whose day has passed is still to be made. */
const RUNS = ['open', 'lapsed'];

/** Who calls on her next and by when, and what the last visits found. */
export function Visits(props: OrderAtHand) {
  const say = useSay();
  const { context, track, recorded } = props;
  const made = recorded.filter(({ type }) => type === 'visit.made');
  const event = eventOf(track, 'visit.made');
  if (event === undefined && made.length === 0) return null;
  return (
    <section className="card order-part" aria-label={say(WORDS.title)}>
      <h2>{say(WORDS.title)}</h2>
      {context.visits.length === 0 && <p className="order-quiet">{say(WORDS.none)}</p>}
      <NextVisits {...props} />
      <ActButton act="visit" words={WORDS.record} event={event}>
        {(close) => <VisitForm {...props} onClose={close} />}
      </ActButton>
      <ul className="order-log">
        {made.slice(0, LOG_LENGTH).map((visit) => (
          <VisitLine key={visit.seq} visit={visit} {...props} />
        ))}
      </ul>
    </section>
  );
}

function NextVisits(props: OrderAtHand) {
  const say = useSay();
  const { context, track } = props;
  const addressees = addresseesOf(props);
  return context.visits.map(({ id, unit, from }) => {
    const clock = track.deadlines.find(
      ({ declaration, outcome, startedAt }) =>
        declaration === 'visits' && RUNS.includes(outcome) && startedAt === from,
    );
    const title = addressees.find((one) => one.id === unit)?.title;
    return (
      <p key={id}>
        {say(WORDS.next)}：{title === undefined ? unit : say(title)}{' '}
        {clock !== undefined && <Due at={clock.safeDue} />}
      </p>
    );
  });
}

function VisitLine({ visit, ...props }: OrderAtHand & { readonly visit: Recorded }) {
  const say = useSay();
  const { payload, occurredAt } = visit;
  const schemaOf = useSchemaOf();
  const manner = wordsFor(choicesAt(schemaOf('visit.made'), 'manner'), String(partOf(payload, 'manner')));
  const unit = addresseesOf(props).find(({ id }) => id === partOf(payload, 'unit'))?.title;
  const wasKept = partOf(payload, 'keptOrder') === true;
  const needs = partOf(payload, 'needs');
  return (
    <li>
      <time>{shortText(occurredAt)}</time> {unit !== undefined && say(unit)} · {say(manner)} ·{' '}
      {say(partOf(payload, 'seenApart') === true ? WORDS.apart : WORDS.notApart)}{' '}
      <Chip tone={wasKept ? 'good' : 'danger'}>{say(wasKept ? WORDS.kept : WORDS.broken)}</Chip>
      {typeof needs === 'string' && <p className="order-quiet">{needs}</p>}
    </li>
  );
}
