import { useState } from 'react';
import { Choice } from '#web/parts/choice.tsx';
import { Field } from '#web/parts/field.tsx';
import { brokenBy } from './broken-measures.ts';
import { Checks } from './checks.tsx';
import { QuickForm } from './quick-form.tsx';
import { MomentField, momentOf } from './moment-field.tsx';
import { addresseesOf, eventOf, type OrderAtHand } from './order-track.ts';
import { choicesAt } from './schema-choices.ts';

const WORDS = {
  acts: { zh: '发生了什么', en: 'What happened' },
  who: { zh: '违反人', en: 'Who broke it' },
  source: { zh: '从谁得知', en: 'Who told us' },
  what: { zh: '经过', en: 'In words' },
  submit: { zh: '报告违反，启动全部期限', en: 'Report it and start every clock' },
};

type ViolationFormProps = OrderAtHand & {
  readonly onClose: () => void;
  /** The order has lapsed: when it was has to be said. */
  readonly isPast?: boolean;
};

/** A breach: what happened and who told; everything that follows the server starts. */
export function ViolationForm({ onClose, isPast = false, ...atHand }: ViolationFormProps) {
  const { track, context } = atHand;
  const [acts, setActs] = useState<readonly string[]>([]);
  const [who, setWho] = useState<string | null>(context.respondents[0]?.id ?? null);
  const [source, setSource] = useState<string | null>('applicant');
  const [what, setWhat] = useState('');
  const [when, setWhen] = useState('');
  const schema = eventOf(track, 'violation.reported')?.payloadSchema;
  const isReady = acts.length > 0 && who !== null && source !== null && (when !== '' || !isPast);
  const words = what.trim() === '' ? {} : { what: what.trim() };
  const respondents = addresseesOf(atHand)
    .filter(({ id }) => context.respondents.some((one) => one.id === id))
    .map(({ id, title }) => ({ code: id, words: title }));
  return (
    <QuickForm
      track={track}
      type="violation.reported"
      look="danger"
      payload={
        isReady
          ? { respondent: who, measures: brokenBy(acts, context.measures), acts, source, ...words }
          : null
      }
      occurredAt={momentOf(when)}
      submit={WORDS.submit}
      onDone={onClose}
      onCancel={onClose}
    >
      {respondents.length > 1 && (
        <Choice label={WORDS.who} options={respondents} value={who} onChoose={setWho} isRequired />
      )}
      <Checks
        label={WORDS.acts}
        options={choicesAt(schema, 'acts', '[]')}
        chosen={acts}
        onChoose={setActs}
        isRequired
      />
      <Choice
        label={WORDS.source}
        options={choicesAt(schema, 'source')}
        value={source}
        onChoose={setSource}
        isRequired
      />
      <div className="order-fields">
        <MomentField value={when} onType={setWhen} isRequired={isPast} />
        <Field label={WORDS.what}>
          {(control) => (
            <textarea
              {...control}
              className="input"
              maxLength={4000}
              value={what}
              onChange={(event) => setWhat(event.target.value)}
            />
          )}
        </Field>
      </div>
    </QuickForm>
  );
}
