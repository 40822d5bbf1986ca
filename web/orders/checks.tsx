import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import type { Choices } from './schema-choices.ts';
import '#web/parts/choice.css';

type ChecksProps = {
  readonly label: Words;
  readonly options: Choices;
  readonly chosen: readonly string[];
  readonly onChoose: (codes: readonly string[]) => void;
  /** Cannot be taken away. */
  readonly fixed?: readonly string[];
  readonly isRequired?: boolean;
};

const OPTIONAL = { zh: '选填', en: 'optional' };

/** Several answers beside each other, any number of which hold. */
export function Checks({ label, options, chosen, onChoose, fixed = [], isRequired = false }: ChecksProps) {
  const say = useSay();
  const toggle = (code: string): void =>
    onChoose(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  return (
    <fieldset className="choice" aria-required={isRequired || undefined}>
      <legend>
        {say(label)}
        {!isRequired && <span className="field-optional">{say(OPTIONAL)}</span>}
      </legend>
      <div className="choice-options">
        {options.map(({ code, words }) => (
          <label key={code} className="choice-option">
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              disabled={fixed.includes(code)}
              onChange={() => toggle(code)}
            />
            <span>{say(words)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
