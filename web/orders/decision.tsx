import { useState } from 'react';
import { Choice } from '#web/parts/choice.tsx';
import { Due } from '#web/parts/due.tsx';
import { useSay } from '#web/words/language.ts';
import { ActButton } from './act-button.tsx';
import { QuickForm } from './quick-form.tsx';
import { GrantForm } from './grant-form.tsx';
import type { Track } from '#web/api/track.ts';
import { eventOf, type OrderAtHand } from './order-track.ts';
import { choicesAt } from './schema-choices.ts';

const WORDS = {
  title: { zh: '受理与裁定', en: 'Acceptance and ruling' },
  acceptWhat: {
    zh: '受理之日起 72 小时内裁定；情况紧急的，24 小时内（反家庭暴力法第28条）。',
    en: 'To be decided within 72 hours of acceptance, within 24 where it is urgent (Anti-Domestic Violence Law, Article 28).',
  },
  accept: { zh: '受理（72 小时内裁定）', en: 'Accept: 72 hours' },
  acceptUrgent: { zh: '情况紧急，受理（24 小时内裁定）', en: 'Accept as urgent: 24 hours' },
  decideBy: { zh: '裁定期限', en: 'To be decided by' },
  grant: { zh: '登记裁定', en: 'Record the ruling' },
  refuse: { zh: '驳回申请', en: 'Refuse' },
  why: { zh: '理由', en: 'Why' },
  served: { zh: '驳回裁定已送达', en: 'The refusal was served' },
};

/** From the application to the ruling: what the court does next, and the clock that each of it starts or stops. */
export function Decision({ order, track, recorded }: OrderAtHand) {
  const say = useSay();
  const accept = eventOf(track, 'application.accepted');
  const grant = eventOf(track, 'order.granted');
  const refusalServed = eventOf(track, 'refusal.served');
  const clock =
    order.lane === 'decide_by' ? track.deadlines.find(({ id }) => id === order.due?.deadlineId) : undefined;
  if (accept === undefined && grant === undefined && refusalServed === undefined) return null;
  return (
    <section className="card order-part" aria-label={say(WORDS.title)}>
      <h2>{say(WORDS.title)}</h2>
      {clock !== undefined && (
        <>
          <p>
            {say(WORDS.decideBy)} <Due at={clock.safeDue} />
          </p>
          <p className="order-quiet">{clock.article}</p>
        </>
      )}
      {accept !== undefined && (
        <Acceptance track={track} isAllowed={accept.allowed} isUrgent={order.urgent} />
      )}
      <div className="order-acts">
        <ActButton act="grant" words={WORDS.grant} look="primary" event={grant}>
          {(close) => <GrantForm track={track} recorded={recorded} onClose={close} />}
        </ActButton>
        <ActButton act="refuse" words={WORDS.refuse} event={eventOf(track, 'order.refused')}>
          {(close) => <RefuseForm track={track} onClose={close} />}
        </ActButton>
        {refusalServed?.allowed === true && (
          <QuickForm
            track={track}
            type="refusal.served"
            payload={{}}
            submit={WORDS.served}
            onDone={nothing}
          />
        )}
      </div>
    </section>
  );
}

type AcceptanceProps = {
  readonly track: Track;
  readonly isAllowed: boolean;
  /** Urgency was asked for: that is the button to look at first. */
  readonly isUrgent: boolean;
};

/** One press accepts; which of the two says how long the court has. */
function Acceptance({ track, isAllowed, isUrgent }: AcceptanceProps) {
  const say = useSay();
  const form = { track, type: 'application.accepted', onDone: nothing };
  return (
    <>
      <p className="order-quiet">{say(WORDS.acceptWhat)}</p>
      {isAllowed && (
        <div className="order-acts">
          <QuickForm
            {...form}
            payload={{ urgent: false }}
            submit={WORDS.accept}
            look={isUrgent ? 'plain' : 'primary'}
          />
          <QuickForm
            {...form}
            payload={{ urgent: true }}
            submit={WORDS.acceptUrgent}
            look={isUrgent ? 'primary' : 'plain'}
          />
        </div>
      )}
    </>
  );
}

function RefuseForm({ track, onClose }: { readonly track: Track; readonly onClose: () => void }) {
  const [reason, setReason] = useState<string | null>(null);
  const schema = eventOf(track, 'order.refused')?.payloadSchema;
  return (
    <QuickForm
      track={track}
      type="order.refused"
      payload={reason === null ? null : { reason }}
      submit={WORDS.refuse}
      look="danger"
      onDone={onClose}
      onCancel={onClose}
    >
      <Choice
        label={WORDS.why}
        options={choicesAt(schema, 'reason')}
        value={reason}
        onChoose={setReason}
        isRequired
      />
    </QuickForm>
  );
}

function nothing(): void {}
