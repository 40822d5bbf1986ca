import { Field } from '#web/parts/field.tsx';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import { helpOf, labelOf } from './draw-props.ts';
import type { FieldBase, Option } from './read-schema.ts';

type SelectFieldProps = {
  readonly field: FieldBase;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly problem: string | undefined;
  readonly onChoose: (code: string | null) => void;
  /** What stands there while nothing is chosen. */
  readonly placeholder?: Words;
};

const CHOOSE = { zh: '请选择', en: 'Choose' };

/** One of many, in the list of the browser, which is found by typing too. */
export function SelectField(props: SelectFieldProps) {
  const { field, options, value, problem, onChoose, placeholder = CHOOSE } = props;
  const say = useSay();
  return (
    <Field label={labelOf(field)} {...helpOf(field)} problem={problem} isRequired={field.isRequired}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={value ?? ''}
          onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">{say(placeholder)}</option>
          {options.map(({ code, words }) => (
            <option key={code} value={code}>
              {say(words)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
