import { Chip } from '#web/parts/chip.tsx';
import { Due } from '#web/parts/due.tsx';
import { useSay } from '#web/words/language.ts';
import { minuteText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import { ActButton } from './act-button.tsx';
import { AskForm } from './ask-form.tsx';
import { QuickForm } from './quick-form.tsx';
import { ExtendForm, RevokeForm, VaryForm } from './change-forms.tsx';
import { eventOf, type OrderAtHand, openClock } from './order-track.ts';

const WORDS = {
  title: { zh: '延长、变更、撤销', en: 'Extension, variation, revocation' },
  pending: { zh: '{}申请待裁定', en: '{} to be decided' },
  since: { zh: '{} 提出', en: 'Asked {}' },
  meanwhile: { zh: '裁定之前保护令继续有效。', en: 'Until it is decided the order stays in force.' },
  renew: { zh: '失效前申请延长', en: 'Extension to be asked for by' },
  remind: {
    zh: '期满前 30、14、7、3 天提醒个案管理员，只经安全联系方式告知本人。',
    en: 'The case manager is reminded 30, 14, 7 and 3 days before the end; she is told by a safe channel only.',
  },
  askExtend: { zh: '申请延长', en: 'Ask to extend' },
  askVary: { zh: '申请变更', en: 'Ask to vary' },
  askRevoke: { zh: '申请撤销', en: 'Ask to revoke' },
  extend: { zh: '裁定延长', en: 'Extended' },
  vary: { zh: '裁定变更', en: 'Varied' },
  revoke: { zh: '裁定撤销', en: 'Revoked' },
  deny: { zh: '驳回申请', en: 'Denied' },
  withdraw: { zh: '撤回申请', en: 'Withdrawn' },
  denySure: { zh: '驳回全部未决申请', en: 'Deny all that is asked' },
};

/** Renewal, variation and revocation: a proceeding of its own, with a clock of its own, while the order runs on. */
export function Changes(props: OrderAtHand) {
  const say = useSay();
  const { order, track } = props;
  const { changePending } = order;
  const renewal = openClock(track, 'extension');
  const isHeard = ['extension.requested', 'order.extended', 'change.denied'].some((type) =>
    eventOf(track, type),
  );
  if (!isHeard) return null;
  return (
    <section className="card order-part" aria-label={say(WORDS.title)}>
      <h2>{say(WORDS.title)}</h2>
      {renewal !== undefined && (
        <>
          <p>
            {say(WORDS.renew)} <Due at={renewal.safeDue} />
          </p>
          <p className="order-quiet">{say(WORDS.remind)}</p>
        </>
      )}
      {changePending !== null && <Pending pending={changePending} />}
      {changePending !== null && <Rulings {...props} />}
      <Requests {...props} />
    </section>
  );
}

function Pending({ pending }: { readonly pending: NonNullable<OrderAtHand['order']['changePending']> }) {
  const say = useSay();
  const { asked, since, due } = pending;
  return (
    <>
      <p>
        {asked.map(({ code, title }) => (
          <Chip key={code} tone="info">
            {say(about(WORDS.pending, title))}
          </Chip>
        ))}{' '}
        {since !== null && say(about(WORDS.since, minuteText(since)))} {due !== null && <Due at={due} />}
      </p>
      <p className="order-quiet">{say(WORDS.meanwhile)}</p>
    </>
  );
}

function Rulings({ track, context }: OrderAtHand) {
  const { asked } = context;
  return (
    <div className="order-acts">
      {asked.includes('extend') && (
        <ActButton act="extend" words={WORDS.extend} look="primary" event={eventOf(track, 'order.extended')}>
          {(close) => <ExtendForm track={track} context={context} onClose={close} />}
        </ActButton>
      )}
      {asked.includes('vary') && (
        <ActButton act="vary" words={WORDS.vary} look="primary" event={eventOf(track, 'order.varied')}>
          {(close) => <VaryForm track={track} context={context} type="order.varied" onClose={close} />}
        </ActButton>
      )}
      {asked.includes('revoke') && (
        <ActButton act="revoke" words={WORDS.revoke} event={eventOf(track, 'order.revoked')}>
          {(close) => <RevokeForm track={track} type="order.revoked" onClose={close} />}
        </ActButton>
      )}
      <ActButton act="deny" words={WORDS.deny} event={eventOf(track, 'change.denied')}>
        {(close) => (
          <QuickForm
            track={track}
            type="change.denied"
            payload={{}}
            submit={WORDS.denySure}
            look="danger"
            onDone={close}
            onCancel={close}
          />
        )}
      </ActButton>
      <ActButton act="withdraw" words={WORDS.withdraw} event={eventOf(track, 'change.withdrawn')}>
        {(close) => <AskForm track={track} type="change.withdrawn" submit={WORDS.withdraw} onClose={close} />}
      </ActButton>
    </div>
  );
}

const REQUESTS = [
  ['extend', 'extension.requested', WORDS.askExtend],
  ['vary', 'variation.requested', WORDS.askVary],
  ['revoke', 'revocation.requested', WORDS.askRevoke],
] as const;

function Requests({ track, context }: OrderAtHand) {
  return (
    <div className="order-acts">
      {REQUESTS.filter(([change]) => !context.asked.includes(change)).map(([change, type, words]) => (
        <ActButton key={type} act={`ask.${change}`} words={words} event={eventOf(track, type)}>
          {(close) => <AskForm track={track} type={type} submit={words} onClose={close} />}
        </ActButton>
      ))}
    </div>
  );
}
