import { type KeyboardEvent, useState } from 'react';
import { Field } from '#web/parts/field.tsx';
import { useSay } from '#web/words/language.ts';
import type { CallForm, RequiredField } from './call-form.ts';
import type { CallCodes } from './call-codes.ts';
import { KeyChoice, YES_NO } from './key-choice.tsx';
import { goToNextStop } from './stops.ts';

const WORDS = {
  title: { zh: '来电记录', en: 'The call' },
  channel: { zh: '来源', en: 'How it reached us' },
  relation: { zh: '来电人是', en: 'Who is calling' },
  otherRelation: { zh: '其他身份……', en: 'Somebody else …' },
  canTalk: { zh: '她现在方便说话吗？', en: 'Can she talk now?' },
  phone: { zh: '来电号码', en: 'Number' },
  name: { zh: '怎么称呼她', en: 'Her name' },
  place: { zh: '她现在在哪里', en: 'Where she is now' },
  respondent: { zh: '施暴人姓名', en: 'His name' },
  narrative: { zh: '发生了什么', en: 'What happened' },
  missing: { zh: '请先回答这一项', en: 'Answer this first' },
};

/** Callers that are nearly all there are; the others are in the list beside them. */
const FREQUENT = ['self', 'relative', 'friend', 'neighbour', 'village_committee'];

type CallerFieldsProps = {
  readonly form: CallForm;
  readonly codes: CallCodes;
  /** Required ones that somebody tried to go on without. */
  readonly missing: readonly RequiredField[];
  readonly onChange: (change: (form: CallForm) => CallForm) => void;
};

/** The eight fields of a call. Three are required. */
export function CallerFields({ form, codes, missing, onChange }: CallerFieldsProps) {
  const say = useSay();
  const set = (part: Partial<CallForm>): void => onChange((now) => ({ ...now, ...part }));
  return (
    <section className="card call-part" aria-labelledby="call-fields">
      <h2 id="call-fields">{say(WORDS.title)}</h2>
      <RequiredFields {...{ form, codes, missing, set }} />
      <div className="call-fields">
        <TextStop
          label={WORDS.phone}
          value={form.phone}
          maxLength={40}
          type="tel"
          onType={(phone) => set({ phone })}
        />
        <TextStop label={WORDS.name} value={form.name} maxLength={80} onType={(name) => set({ name })} />
        <TextStop
          label={WORDS.place}
          value={form.place}
          maxLength={300}
          isMasked
          onType={(place) => set({ place })}
        />
        <TextStop
          label={WORDS.respondent}
          value={form.respondentName}
          maxLength={80}
          onType={(respondentName) => set({ respondentName })}
        />
      </div>
      <Field label={WORDS.narrative}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            data-stop
            rows={4}
            maxLength={8000}
            value={form.narrative}
            onChange={(event) => set({ narrative: event.target.value })}
          />
        )}
      </Field>
    </section>
  );
}

type RequiredFieldsProps = Omit<CallerFieldsProps, 'onChange'> & {
  readonly set: (part: Partial<CallForm>) => void;
};

function RequiredFields({ form, codes, missing, set }: RequiredFieldsProps) {
  const say = useSay();
  const frequent = FREQUENT.flatMap((code) => codes.relations.find((option) => option.code === code) ?? []);
  const others = codes.relations.filter(({ code }) => !FREQUENT.includes(code));
  const problemOf = (field: RequiredField) => (missing.includes(field) ? WORDS.missing : undefined);
  return (
    <>
      <div data-field="channel" className="call-channel">
        <Field label={WORDS.channel} isRequired problem={problemOf('channel') && say(WORDS.missing)}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={form.channel}
              onChange={(event) => set({ channel: event.target.value })}
            >
              {codes.channels.map(({ code, words }) => (
                <option key={code} value={code}>
                  {say(words)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div data-field="relation">
        <KeyChoice
          look="field"
          isRequired
          label={WORDS.relation}
          options={frequent.map((option, index) => ({ ...option, hotkey: String(index + 1) }))}
          value={form.relation}
          onChoose={(relation) => set({ relation: relation ?? '' })}
          problem={problemOf('relation')}
        >
          <select
            className="input call-others"
            aria-label={say(WORDS.otherRelation)}
            value={others.some(({ code }) => code === form.relation) ? form.relation : ''}
            onChange={(event) => set({ relation: event.target.value })}
          >
            <option value="">{say(WORDS.otherRelation)}</option>
            {others.map(({ code, words }) => (
              <option key={code} value={code}>
                {say(words)}
              </option>
            ))}
          </select>
        </KeyChoice>
      </div>
      <div data-field="canTalkNow">
        <KeyChoice
          look="field"
          isRequired
          label={WORDS.canTalk}
          options={YES_NO}
          value={form.canTalkNow === null ? null : form.canTalkNow ? 'yes' : 'no'}
          onChoose={(reply) => set({ canTalkNow: reply === 'yes' })}
          problem={problemOf('canTalkNow')}
        />
      </div>
    </>
  );
}

type TextStopProps = {
  readonly label: { readonly zh: string; readonly en: string };
  readonly value: string;
  readonly maxLength: number;
  readonly type?: 'text' | 'tel';
  /** Where she is: covered while nobody types there. */
  readonly isMasked?: boolean;
  readonly onType: (text: string) => void;
};

/** A field of one line; Enter goes on to the next. */
export function TextStop({
  label,
  value,
  maxLength,
  type = 'text',
  isMasked = false,
  onType,
}: TextStopProps) {
  const [isCovered, setIsCovered] = useState(true);
  const listen = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Enter also takes over a word that an input method is still offering.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    goToNextStop(event.currentTarget);
  };
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          className={`input${isMasked && isCovered ? ' call-masked' : ''}`}
          data-stop
          type={type}
          maxLength={maxLength}
          autoComplete="off"
          value={value}
          onFocus={() => setIsCovered(false)}
          onBlur={() => setIsCovered(true)}
          onKeyDown={listen}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Field>
  );
}
