import { useId } from 'react';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import './choice.css';

type Option<Code extends string> = { readonly code: Code; readonly words: Words; readonly hotkey?: string };

type ChoiceProps<Code extends string> = {
  readonly label: Words;
  readonly options: readonly Option<Code>[];
  readonly value: Code | null;
  readonly onChoose: (code: Code | null) => void;
  readonly isRequired?: boolean;
  readonly problem?: string | undefined;
};

const OPTIONAL = { zh: '选填', en: 'optional' };

/** A few answers beside each other, one of which is chosen with one press; pressing it again takes it back. */
export function Choice<Code extends string>(props: ChoiceProps<Code>) {
  const { label, options, value, onChoose, isRequired = false, problem } = props;
  const say = useSay();
  const name = useId();
  return (
    <fieldset className="choice" role="radiogroup" aria-required={isRequired || undefined}>
      <legend>
        {say(label)}
        {!isRequired && <span className="field-optional">{say(OPTIONAL)}</span>}
      </legend>
      <div className="choice-options">
        {options.map(({ code, words, hotkey }) => (
          <label key={code} className="choice-option">
            <input
              type="radio"
              name={name}
              checked={value === code}
              onChange={() => onChoose(code)}
              onClick={() => value === code && !isRequired && onChoose(null)}
            />
            <span>
              {say(words)}
              {hotkey !== undefined && <kbd aria-hidden="true">{hotkey}</kbd>}
            </span>
          </label>
        ))}
      </div>
      {problem !== undefined && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
