import { useQuery } from '@tanstack/react-query';
import { type TrackEvent, trackQuery } from '#web/api/track.ts';
import { Chip } from '#web/parts/chip.tsx';
import { Due } from '#web/parts/due.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { minuteText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import { ActButton } from './act-button.tsx';
import { useAgencies } from './agency-names.ts';
import type { Order } from './board-query.ts';
import { eventOf, type OrderAtHand } from './order-track.ts';
import { ViolationForm } from './violation-form.tsx';

const WORDS = {
  title: { zh: '违反保护令', en: 'Breach' },
  report: { zh: '报告违反保护令', en: 'Report a breach' },
  what: {
    zh: '一次登记即启动公安机关、人民法院的处置期限，并通知督导和个案管理员。保护令继续有效。',
    en: 'One entry starts the clocks of police and court and tells the supervisor and the case manager. The order stays in force.',
  },
  count: { zh: '共 {} 次', en: '{} in all' },
  last: { zh: '最近一次 {}', en: 'The last one {}' },
  clocks: { zh: '已启动的期限', en: 'Clocks it started' },
  told: { zh: '已通知：督导、个案管理员', en: 'Told: supervisor, case manager' },
  ball: { zh: '等待：{}', en: 'Waiting for: {}' },
  handler: { zh: '经办单位：{}', en: 'At work on it: {}' },
  past: {
    zh: '保护令已失效。有效期内发生的行为仍须处理：请填写行为发生的时间。',
    en: 'The order has lapsed. What was done while it was in force is still answered for: say when it was.',
  },
  done: { zh: '处置已办结。', en: 'What followed it is done.' },
};

/** One button for a breach; then which clocks it started, who was told, and with whom the ball is. */
export function Violation(props: OrderAtHand) {
  const say = useSay();
  const { order, track } = props;
  const heard = eventOf(track, 'violation.reported');
  const isPast = order.lane === 'lapsed';
  const event = heard && isPast ? recordable(heard) : heard;
  if (event === undefined && order.violation === null) return null;
  return (
    <section className="card order-part order-violation" aria-label={say(WORDS.title)}>
      <h2>{say(WORDS.title)}</h2>
      {order.violation !== null && <Answered violation={order.violation} />}
      <ActButton act="violation" words={WORDS.report} event={event} look="danger">
        {(close) => <ViolationForm {...props} isPast={isPast} onClose={close} />}
      </ActButton>
      {event !== undefined && <p className="order-quiet">{say(isPast ? WORDS.past : WORDS.what)}</p>}
    </section>
  );
}

/** What is asked now is refused because it is now; with the time at which he did it, it may not be. */
function recordable(event: TrackEvent): TrackEvent {
  const isOnlyTime = event.because.every(({ code }) => code === 'actWhileInForce');
  return isOnlyTime ? { ...event, allowed: true, because: [] } : event;
}

function Answered({ violation }: { readonly violation: NonNullable<Order['violation']> }) {
  const say = useSay();
  const { count, reportedAt, answer } = violation;
  return (
    <>
      <p>
        <Chip tone="danger">{say(about(WORDS.count, count))}</Chip>{' '}
        {reportedAt !== null && say(about(WORDS.last, minuteText(reportedAt)))}
      </p>
      {answer === null ? <p>{say(WORDS.done)}</p> : <Answer answer={answer} />}
    </>
  );
}

function Answer({ answer }: { readonly answer: NonNullable<NonNullable<Order['violation']>['answer']> }) {
  const say = useSay();
  const { nameOf } = useAgencies();
  const { trackId, holder, agency } = answer;
  const track = useQuery(trackQuery(trackId));
  return (
    <>
      {holder !== null && <p>{say(about(WORDS.ball, holder.words))}</p>}
      <p>{say(about(WORDS.handler, nameOf(agency)))}</p>
      <p>{say(WORDS.told)}</p>
      <h3>{say(WORDS.clocks)}</h3>
      <QueryState query={track}>
        {({ deadlines }) => (
          <ul className="order-log">
            {deadlines
              .filter(({ outcome }) => outcome === 'open' || outcome === 'lapsed')
              .toSorted((a, b) => (a.safeDue < b.safeDue ? -1 : 1))
              .map(({ id, title, safeDue, article }) => (
                <li key={id}>
                  <strong>{say(title)}</strong> <Due at={safeDue} />
                  <p className="order-quiet">{article}</p>
                </li>
              ))}
          </ul>
        )}
      </QueryState>
    </>
  );
}
