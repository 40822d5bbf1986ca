import { useState } from 'react';
import { QuickForm } from './quick-form.tsx';
import { MomentField, momentOf, useDayOf } from './moment-field.tsx';
import type { Track } from '#web/api/track.ts';
import { eventOf, type OrderContext } from './order-track.ts';
import { DayField, MeasuresField } from './ruling-fields.tsx';
import { measuresOf, monthsLater } from './ruling-payload.ts';
import { choicesAt } from './schema-choices.ts';

const WORDS = {
  madeAt: { zh: '裁定作出时间', en: 'When it was made' },
  to: { zh: '延长至', en: 'Extended to' },
  extend: { zh: '登记延长裁定', en: 'Record the extension' },
  vary: { zh: '登记变更裁定', en: 'Record the variation' },
  revoke: { zh: '登记撤销裁定', en: 'Record the revocation' },
};

const LONGEST_MONTHS = 6;

type FormProps = { readonly track: Track; readonly onClose: () => void };
type ContextFormProps = FormProps & { readonly context: OrderContext };

/** 裁定延长: until when, counted on from where the order ends. */
export function ExtendForm({ track, context, onClose }: ContextFormProps) {
  const [when, setWhen] = useState('');
  const [to, setTo] = useState(context.validTo === null ? '' : monthsLater(context.validTo, LONGEST_MONTHS));
  const madeOn = useDayOf(when);
  return (
    <QuickForm
      track={track}
      type="order.extended"
      payload={madeOn === null || to === '' ? null : { madeOn, to }}
      occurredAt={momentOf(when)}
      submit={WORDS.extend}
      onDone={onClose}
      onCancel={onClose}
    >
      <div className="order-fields">
        <MomentField label={WORDS.madeAt} value={when} onType={setWhen} />
        <DayField label={WORDS.to} value={to} onType={setTo} />
      </div>
    </QuickForm>
  );
}

type VaryFormProps = ContextFormProps & { readonly type: 'order.varied' | 'reconsideration.changed' };

/** 裁定变更: what holds from now on; what stays is chosen already. */
export function VaryForm({ track, context, type, onClose }: VaryFormProps) {
  const [when, setWhen] = useState('');
  const [measures, setMeasures] = useState<readonly string[]>(context.measures.map(({ code }) => code));
  const madeOn = useDayOf(when);
  const isReady = madeOn !== null && measures.length > 0;
  return (
    <QuickForm
      track={track}
      type={type}
      payload={isReady ? { madeOn, measures: measuresOf(measures, context.measures) } : null}
      occurredAt={momentOf(when)}
      submit={WORDS.vary}
      onDone={onClose}
      onCancel={onClose}
    >
      <MomentField label={WORDS.madeAt} value={when} onType={setWhen} />
      <MeasuresField
        options={choicesAt(eventOf(track, type)?.payloadSchema, 'measures', '[]', 'code')}
        chosen={measures}
        onChoose={setMeasures}
      />
    </QuickForm>
  );
}

type RevokeFormProps = FormProps & { readonly type: 'order.revoked' | 'reconsideration.revoked' };

/** 裁定撤销: nothing but when. It is a ruling too, and has to be served as the order was. */
export function RevokeForm({ track, type, onClose }: RevokeFormProps) {
  const [when, setWhen] = useState('');
  const madeOn = useDayOf(when);
  return (
    <QuickForm
      track={track}
      type={type}
      payload={madeOn === null ? null : { madeOn }}
      occurredAt={momentOf(when)}
      submit={WORDS.revoke}
      look="danger"
      onDone={onClose}
      onCancel={onClose}
    >
      <MomentField label={WORDS.madeAt} value={when} onType={setWhen} />
    </QuickForm>
  );
}
