import { useSay } from '#web/words/language.ts';
import { type DrawProps, labelOf } from './draw-props.ts';
import { useProblemAt } from './form-about.ts';
import type { FieldBase, FieldOf, Option } from './read-schema.ts';

const OPTIONAL = { zh: '选填，可多选', en: 'optional, any number' };
const SEVERAL = { zh: '可多选', en: 'any number' };

/** Any number of a list of answers, each pressed on and off. */
export function ChoicesControl({ field, pointer, value, onType }: DrawProps<FieldOf<'choices'>>) {
  return (
    <CheckChips
      field={field}
      options={field.options}
      chosen={Array.isArray(value) ? (value as readonly string[]) : []}
      problem={useProblemAt(pointer)}
      onChoose={onType}
    />
  );
}

type CheckChipsProps = {
  readonly field: FieldBase;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly problem: string | undefined;
  readonly onChoose: (chosen: readonly string[]) => void;
};

export function CheckChips({ field, options, chosen, problem, onChoose }: CheckChipsProps) {
  const say = useSay();
  const press = (code: string): void =>
    onChoose(chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code]);
  return (
    <fieldset className="choice" aria-invalid={problem === undefined ? undefined : true}>
      <legend>
        {say(labelOf(field))}
        <span className="field-optional">{say(field.isRequired ? SEVERAL : OPTIONAL)}</span>
      </legend>
      <div className="choice-options">
        {options.map(({ code, words }) => (
          <label key={code} className="choice-option form-check">
            <input type="checkbox" checked={chosen.includes(code)} onChange={() => press(code)} />
            <span>{say(words)}</span>
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
