import { useState } from 'react';
import { Chip } from '#web/parts/chip.tsx';
import { Choice } from '#web/parts/choice.tsx';
import { Due } from '#web/parts/due.tsx';
import { TextField } from '#web/parts/text-field.tsx';
import { useSay } from '#web/words/language.ts';
import { minuteText, shortText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import { ActButton, useAct } from './act-button.tsx';
import { Checks } from './checks.tsx';
import { QuickForm } from './quick-form.tsx';
import { MomentField, momentOf } from './moment-field.tsx';
import { type Addressee, addresseesOf, eventOf, type OrderAtHand } from './order-track.ts';
import { choicesAt } from './schema-choices.ts';
import { needsOf } from './service-needs.ts';
import './receipts.css';

const WORDS = {
  title: { zh: '送达', en: 'Service' },
  record: { zh: '登记送达', en: 'Record service' },
  method: { zh: '送达方式', en: 'How' },
  proof: { zh: '送达回证', en: 'Receipt' },
  proofHelp: { zh: '回证编号或者由谁签收。', en: 'Its number, or who signed.' },
  confirm: { zh: '须确认', en: 'To be confirmed' },
  served: { zh: '{} {}', en: '{} {}' },
  receipt: { zh: '回证：{}', en: 'Receipt: {}' },
  sealed: { zh: '有回证（您无权查看内容）', en: 'There is a receipt (not for you to read)' },
  noReceipt: { zh: '没有回证', en: 'No receipt' },
  late: { zh: '逾期送达', en: 'Served late' },
  overdue: { zh: '逾期未送达', en: 'Not served, out of time' },
  open: { zh: '未送达', en: 'Not served' },
  failed: { zh: '{} 送达未成', en: 'Attempt failed {}' },
  other: { zh: '非必经', en: 'Not required' },
};

/** Each addressee a tick: when, how, with what proof; what is late is red and says so. */
export function Receipts(props: OrderAtHand) {
  const say = useSay();
  const addressees = addresseesOf(props);
  if (addressees.length === 0) return null;
  return (
    <section className="card order-part" aria-label={say(WORDS.title)}>
      <h2>{say(WORDS.title)}</h2>
      <ul className="receipts">
        {addressees.map((addressee) => (
          <ReceiptLine key={addressee.id} addressee={addressee} {...props} />
        ))}
      </ul>
    </section>
  );
}

type ReceiptLineProps = OrderAtHand & { readonly addressee: Addressee };

function ReceiptLine({ addressee, ...atHand }: ReceiptLineProps) {
  const say = useSay();
  const { title, mandatory, servedAt, isLate } = addressee;
  const { open } = useAct();
  const act = `serve.${addressee.id}`;
  const sign = servedAt === null ? (isLate ? '!' : '○') : '✓';
  return (
    <li className={`receipt ${isLate ? 'receipt-late' : ''}`}>
      <span className="receipt-sign" aria-hidden="true">
        {sign}
      </span>
      <div className="receipt-what">
        <p>
          <strong>{say(title)}</strong>
          {!mandatory && <span className="field-optional">{say(WORDS.other)}</span>}
        </p>
        <ReceiptWords addressee={addressee} />
      </div>
      {/* What is being typed stays, also when somebody else was quicker. */}
      {(servedAt === null || open === act) && (
        <ActButton act={act} words={WORDS.record} event={eventOf(atHand.track, 'document.served')}>
          {(close) => <ServeForm addressee={addressee} {...atHand} onClose={close} />}
        </ActButton>
      )}
    </li>
  );
}

function ReceiptWords({ addressee }: { readonly addressee: Addressee }) {
  const say = useSay();
  const { servedAt, method, isLate, due, failedAt, hasReceipt, receipt } = addressee;
  if (servedAt === null) {
    return (
      <p className="receipt-words">
        <Chip tone={isLate ? 'danger' : 'quiet'}>{say(isLate ? WORDS.overdue : WORDS.open)}</Chip>{' '}
        {due !== null && <Due at={due} />}
        {failedAt !== null && <span> {say(about(WORDS.failed, shortText(failedAt)))}</span>}
      </p>
    );
  }
  const proof =
    receipt === null ? (hasReceipt ? WORDS.sealed : WORDS.noReceipt) : about(WORDS.receipt, receipt);
  return (
    <p className="receipt-words">
      <time>{minuteText(servedAt)}</time> {method !== null && say(method.title)} · {say(proof)}{' '}
      {isLate && <Chip tone="danger">{say(WORDS.late)}</Chip>}
    </p>
  );
}

type ServeFormProps = ReceiptLineProps & { readonly onClose: () => void };

/** One tick: how, when, and the proof. What a method needs besides is asked for only with that method. */
export function ServeForm({ addressee, track, context, onClose }: ServeFormProps) {
  const [method, setMethod] = useState<string | null>(null);
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const [when, setWhen] = useState('');
  const [receipt, setReceipt] = useState('');
  const needs = needsOf(method, {
    isRespondent: isRespondent(context, addressee.id),
    movedOut: context.movedOut,
  });
  const isReady = method !== null && needs.every(({ code }) => confirmed.includes(code));
  const flags = Object.fromEntries(needs.map(({ code }) => [code, true]));
  const proof = receipt.trim() === '' ? {} : { receipt: receipt.trim() };
  const event = eventOf(track, 'document.served');
  return (
    <QuickForm
      track={track}
      type="document.served"
      payload={isReady ? { to: addressee.id, method, ...flags, ...proof } : null}
      occurredAt={momentOf(when)}
      submit={WORDS.record}
      onDone={onClose}
      onCancel={onClose}
    >
      <Choice
        label={WORDS.method}
        options={choicesAt(event?.payloadSchema, 'method')}
        value={method}
        onChoose={setMethod}
        isRequired
      />
      {needs.length > 0 && (
        <Checks label={WORDS.confirm} options={needs} chosen={confirmed} onChoose={setConfirmed} isRequired />
      )}
      <div className="order-fields">
        <MomentField value={when} onType={setWhen} />
        <TextField
          label={WORDS.proof}
          help={WORDS.proofHelp}
          value={receipt}
          maxLength={200}
          onType={setReceipt}
        />
      </div>
    </QuickForm>
  );
}

function isRespondent({ respondents }: OrderAtHand['context'], id: string): boolean {
  return respondents.some((one) => one.id === id);
}
