import { useState } from 'react';
import { Choice } from '#web/parts/choice.tsx';
import { TextField } from '#web/parts/text-field.tsx';
import { about } from '#web/words/words.ts';
import { QuickForm } from './quick-form.tsx';
import { MomentField, momentOf, useDayOf } from './moment-field.tsx';
import { eventOf, type OrderAtHand, partOf } from './order-track.ts';
import { MANDATORY_UNITS, MeasuresField, UnitsField } from './ruling-fields.tsx';
import { measuresOf, unitsOf } from './ruling-payload.ts';
import { choicesAt } from './schema-choices.ts';

const WORDS = {
  madeAt: { zh: '裁定作出时间', en: 'When it was made' },
  months: { zh: '有效期', en: 'In force for' },
  ofMonths: { zh: '{} 个月', en: '{} mo.' },
  caseNo: { zh: '案号', en: 'Case number' },
  submit: { zh: '登记裁定，即日生效', en: 'Record the ruling: in force from this day' },
};

/** 一般 what a court orders, where the application on record names no measures. */
const USUAL_MEASURES = ['no_violence', 'no_harassment', 'no_stalking', 'no_contact'];
const MONTHS = ['1', '2', '3', '6'].map((code) => ({ code, words: about(WORDS.ofMonths, code) }));

type GrantFormProps = Pick<OrderAtHand, 'track' | 'recorded'> & { readonly onClose: () => void };

/** The ruling in five fields, filled in with what was applied for. Whatever goes beyond them is recorded on the case's page. */
export function GrantForm({ track, recorded, onClose }: GrantFormProps) {
  const [when, setWhen] = useState('');
  const [months, setMonths] = useState<string | null>('6');
  const [measures, setMeasures] = useState<readonly string[]>(() => askedFor(recorded));
  const [units, setUnits] = useState<readonly string[]>(MANDATORY_UNITS);
  const [caseNo, setCaseNo] = useState('');
  const schema = eventOf(track, 'order.granted')?.payloadSchema;
  const madeOn = useDayOf(when);
  const isReady = madeOn !== null && months !== null && measures.length > 0;
  const number = caseNo.trim() === '' ? {} : { caseNo: caseNo.trim() };
  const terms = { measures: measuresOf(measures), units: unitsOf(units) };
  return (
    <QuickForm
      track={track}
      type="order.granted"
      payload={isReady ? { madeOn, validMonths: Number(months), ...terms, ...number } : null}
      occurredAt={momentOf(when)}
      submit={WORDS.submit}
      onDone={onClose}
      onCancel={onClose}
    >
      <div className="order-fields">
        <MomentField label={WORDS.madeAt} value={when} onType={setWhen} />
        <Choice label={WORDS.months} options={MONTHS} value={months} onChoose={setMonths} isRequired />
      </div>
      <MeasuresField
        options={choicesAt(schema, 'measures', '[]', 'code')}
        chosen={measures}
        onChoose={setMeasures}
      />
      <UnitsField options={choicesAt(schema, 'units', '[]', 'kind')} chosen={units} onChoose={setUnits} />
      <TextField label={WORDS.caseNo} value={caseNo} maxLength={80} onType={setCaseNo} />
    </QuickForm>
  );
}

/** What she asked for last: a ruling recorded in one press must not drop any of it, nor order more. */
function askedFor(recorded: OrderAtHand['recorded']): readonly string[] {
  const measures = partOf(recorded.find(({ type }) => type === 'application.filed')?.payload, 'measures');
  return Array.isArray(measures) && measures.length > 0 ? measures.map(String) : USUAL_MEASURES;
}
