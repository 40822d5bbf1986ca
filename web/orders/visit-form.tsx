import { useState } from 'react';
import { Choice } from '#web/parts/choice.tsx';
import { Checks } from './checks.tsx';
import { QuickForm, type Payload } from './quick-form.tsx';
import { MomentField, momentOf } from './moment-field.tsx';
import { addresseesOf, eventOf, type OrderAtHand } from './order-track.ts';
import { choicesAt } from './schema-choices.ts';

const WORDS = {
  unit: { zh: '回访单位', en: 'Who called' },
  manner: { zh: '方式', en: 'How' },
  apart: { zh: '与被申请人分开见面', en: 'Seen apart from him' },
  kept: { zh: '保护令得到遵守', en: 'The order is kept' },
  acts: { zh: '发现的行为', en: 'What was found' },
  who: { zh: '违反人', en: 'Who broke it' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  submit: { zh: '登记回访', en: 'Record the visit' },
};

const YES_OR_NO = [
  { code: 'yes', words: WORDS.yes },
  { code: 'no', words: WORDS.no },
] as const;

type Answer = 'yes' | 'no' | null;

/** A visit in three answers; when it is due again the server says. Who does not keep the order is answered at once. */
export function VisitForm({ onClose, ...atHand }: OrderAtHand & { readonly onClose: () => void }) {
  const { track, context } = atHand;
  const visiting = visitingUnits(atHand);
  const [unit, setUnit] = useState<string | null>(visiting[0]?.code ?? null);
  const [manner, setManner] = useState<string | null>(null);
  const [apart, setApart] = useState<Answer>(null);
  const [kept, setKept] = useState<Answer>(null);
  const [acts, setActs] = useState<readonly string[]>([]);
  const [who, setWho] = useState<readonly string[]>(firstOnly(context.respondents));
  const [when, setWhen] = useState('');
  const schema = eventOf(track, 'visit.made')?.payloadSchema;
  const breach = { respondents: who, acts };
  return (
    <QuickForm
      track={track}
      type="visit.made"
      payload={payloadOf({ unit, manner, apart, kept, breach })}
      occurredAt={momentOf(when)}
      submit={WORDS.submit}
      onDone={onClose}
      onCancel={onClose}
    >
      {visiting.length > 1 && (
        <Choice label={WORDS.unit} options={visiting} value={unit} onChoose={setUnit} isRequired />
      )}
      <Choice
        label={WORDS.manner}
        options={choicesAt(schema, 'manner')}
        value={manner}
        onChoose={setManner}
        isRequired
      />
      <div className="order-fields">
        <Choice label={WORDS.apart} options={YES_OR_NO} value={apart} onChoose={setApart} isRequired />
        <Choice label={WORDS.kept} options={YES_OR_NO} value={kept} onChoose={setKept} isRequired />
      </div>
      {kept === 'no' && (
        <>
          <Checks
            label={WORDS.acts}
            options={choicesAt(schema, 'acts', '[]')}
            chosen={acts}
            onChoose={setActs}
            isRequired
          />
          <Respondents {...atHand} chosen={who} onChoose={setWho} />
        </>
      )}
      <MomentField value={when} onType={setWhen} />
    </QuickForm>
  );
}

type RespondentsProps = OrderAtHand & {
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
};

/** Who broke the order; asked only where it binds more than one. */
function Respondents({ chosen, onChoose, ...atHand }: RespondentsProps) {
  const ids = atHand.context.respondents.map(({ id }) => id);
  if (ids.length < 2) return null;
  const options = addresseesOf(atHand)
    .filter(({ id }) => ids.includes(id))
    .map(({ id, title }) => ({ code: id, words: title }));
  return <Checks label={WORDS.who} options={options} chosen={chosen} onChoose={onChoose} isRequired />;
}

type Visit = {
  readonly unit: string | null;
  readonly manner: string | null;
  readonly apart: Answer;
  readonly kept: Answer;
  readonly breach: { readonly respondents: readonly string[]; readonly acts: readonly string[] };
};

function payloadOf({ unit, manner, apart, kept, breach }: Visit): Payload | null {
  if (unit === null || manner === null || apart === null || kept === null) return null;
  const visit = { unit, manner, seenApart: apart === 'yes', keptOrder: kept === 'yes' };
  if (kept === 'yes') return visit;
  return breach.acts.length === 0 || breach.respondents.length === 0 ? null : { ...visit, ...breach };
}

/** Those who owe a visit first; where nobody does, every unit may have called. */
function visitingUnits(atHand: OrderAtHand) {
  const { visits, units } = atHand.context;
  const ids = visits.length > 0 ? visits.map(({ unit }) => unit) : units.map(({ id }) => id);
  const addressees = addresseesOf(atHand);
  return ids.map((id) => ({
    code: id,
    words: addressees.find((one) => one.id === id)?.title ?? { zh: id, en: id },
  }));
}

function firstOnly(parties: readonly { readonly id: string }[]): readonly string[] {
  const [only, another] = parties;
  return only !== undefined && another === undefined ? [only.id] : [];
}
