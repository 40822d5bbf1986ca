import { useId, useState } from 'react';
import { Chip } from '#web/parts/chip.tsx';
import { Field } from '#web/parts/field.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { TextField } from '#web/parts/text-field.tsx';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';
import type { Additions, ApplicationDraft } from './application-draft.ts';
import { FIELDS, type FieldKey } from './application-fields.ts';
import type { Option } from './event-choices.ts';

const WORDS = {
  missing: { zh: '还缺 {} 项', en: '{} still missing' },
  nothing: { zh: '不缺什么了。', en: 'Nothing is missing.' },
  needed: { zh: '必须有', en: 'Needed' },
  open: { zh: '可以空着', en: 'May stay open' },
  fill: { zh: '补上或改写', en: 'Fill in or rewrite' },
  measures: { zh: '请求的措施', en: 'Measures asked for' },
};

type ApplicationMissingProps = {
  readonly draft: ApplicationDraft;
  readonly additions: Additions;
  readonly measures: readonly Option[];
  readonly onChange: (additions: Additions) => void;
};

/** What the draft lacks, what a court cannot do without first; and where to fill it in. */
export function ApplicationMissing(props: ApplicationMissingProps) {
  const say = useSay();
  const { missing } = props.draft;
  const needed = missing.filter(({ isNeeded }) => isNeeded).length;
  return (
    <>
      <section className="application-missing" aria-live="polite">
        {missing.length === 0 && <Notice kind="good">{say(WORDS.nothing)}</Notice>}
        {missing.length > 0 && (
          <Notice kind={needed > 0 ? 'warning' : 'info'}>
            <h2>{say(about(WORDS.missing, missing.length))}</h2>
            <ul>
              {missing.map(({ key, words, isNeeded }) => (
                <li key={key}>
                  <span>{say(words)}</span>
                  <Chip tone={isNeeded ? 'warning' : 'quiet'}>
                    {say(isNeeded ? WORDS.needed : WORDS.open)}
                  </Chip>
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </section>
      <Measures {...props} />
      <Blanks {...props} />
    </>
  );
}

function Measures({ additions, measures, onChange }: ApplicationMissingProps) {
  const say = useSay();
  const id = useId();
  const toggle = (code: string): void => {
    const { measures: chosen } = additions;
    const next = chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code];
    onChange({ ...additions, measures: next });
  };
  return (
    <fieldset className="application-measures" aria-labelledby={id}>
      <legend id={id}>{say(WORDS.measures)}</legend>
      {measures.map(({ code, words }) => (
        <label key={code}>
          <input type="checkbox" checked={additions.measures.includes(code)} onChange={() => toggle(code)} />
          <span>{say(words)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Fields for what was missing when the page was opened, and for the facts, which are always rewritten. */
function Blanks({ draft, additions, onChange }: ApplicationMissingProps) {
  const say = useSay();
  const [keys] = useState(() => keysToFill(draft));
  const type = (key: FieldKey, text: string): void =>
    onChange({ ...additions, typed: { ...additions.typed, [key]: text } });
  return (
    <section className="application-blanks">
      <h2>{say(WORDS.fill)}</h2>
      {keys.map((key) => {
        const field = FIELDS[key];
        return 'isLong' in field ? (
          <Field key={key} label={field.words} isRequired={field.isNeeded}>
            {(control) => (
              <textarea
                {...control}
                className="input"
                value={additions.typed[key] ?? draft.values[key]}
                onChange={(event) => type(key, event.target.value)}
              />
            )}
          </Field>
        ) : (
          <TextField
            key={key}
            label={field.words}
            required={field.isNeeded}
            value={additions.typed[key] ?? ''}
            onType={(text) => type(key, text)}
          />
        );
      })}
    </section>
  );
}

function keysToFill({ missing }: ApplicationDraft): readonly FieldKey[] {
  const empty = new Set<string>(missing.map(({ key }) => key));
  const keys = (Object.keys(FIELDS) as FieldKey[]).filter((key) => empty.has(key) || key === 'facts');
  // What a court cannot do without comes first.
  return keys.toSorted((a, b) => Number(FIELDS[b].isNeeded) - Number(FIELDS[a].isNeeded));
}
