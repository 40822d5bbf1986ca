import { type KeyboardEvent, useId } from 'react';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import { goToNextStop } from './stops.ts';

export type KeyOption<Code extends string> = {
  readonly code: Code;
  readonly words: Words;
  /** One letter or digit; pressing it chooses, and goes on to what is asked next. */
  readonly hotkey: string;
};

type KeyChoiceProps<Code extends string> = {
  readonly label: Words;
  readonly options: readonly KeyOption<Code>[];
  readonly value: Code | null;
  readonly onChoose: (code: Code | null) => void;
  readonly look?: 'row' | 'field';
  readonly isRequired?: boolean;
  readonly problem?: Words | undefined;
  /** A further control of the same field. */
  readonly children?: React.ReactNode;
};

const REQUIRED = { zh: '必填', en: 'required' };

/** A question with few answers, each with its key: one key answers and leads to the next question. */
export function KeyChoice<Code extends string>(props: KeyChoiceProps<Code>) {
  const { label, options, value, onChoose, look = 'row', isRequired = false, problem, children } = props;
  const say = useSay();
  const name = useId();
  const listen = (event: KeyboardEvent<HTMLFieldSetElement>): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    const chosen = options.find(({ hotkey }) => hotkey === event.key.toUpperCase());
    if (chosen === undefined) return;
    event.preventDefault();
    onChoose(chosen.code);
    goToNextStop(event.currentTarget);
  };
  return (
    <fieldset className={`key-choice key-choice-${look}`} data-stop onKeyDown={listen}>
      <legend>
        {say(label)}
        {isRequired && <span className="call-required">{say(REQUIRED)}</span>}
      </legend>
      <div className="key-choice-options">
        {options.map(({ code, words, hotkey }) => (
          <label key={code} className="key-choice-option">
            <input
              type="radio"
              name={name}
              checked={value === code}
              onChange={() => onChoose(code)}
              onClick={() => value === code && !isRequired && onChoose(null)}
            />
            <span>
              {say(words)}
              <kbd aria-hidden="true">{hotkey}</kbd>
            </span>
          </label>
        ))}
        {children}
      </div>
      {problem !== undefined && (
        <p className="field-problem" role="alert">
          {say(problem)}
        </p>
      )}
    </fieldset>
  );
}

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'radio')
  );
}

const YES = { code: 'yes', words: { zh: '是', en: 'Yes' }, hotkey: 'Y' } as const;
const NO = { code: 'no', words: { zh: '否', en: 'No' }, hotkey: 'N' } as const;
const UNKNOWN = { code: 'unknown', words: { zh: '不详', en: 'Not known' }, hotkey: 'U' } as const;

export const YES_NO = [YES, NO] as const;
export const YES_NO_UNKNOWN = [YES, NO, UNKNOWN] as const;
