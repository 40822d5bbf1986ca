import { Choice } from '#web/parts/choice.tsx';
import { useSay } from '#web/words/language.ts';
import { type DrawProps, labelOf } from './draw-props.ts';
import { useProblemAt } from './form-about.ts';
import type { FieldOf, Option } from './read-schema.ts';
import { SelectField } from './select-field.tsx';

const CHIPS = 6;
const YES_OR_NO: readonly Option[] = [
  { code: 'yes', words: { zh: '是', en: 'Yes' } },
  { code: 'no', words: { zh: '否', en: 'No' } },
];

/** One of a few beside each other, or of many in a list. */
export function ChoiceControl({ field, pointer, value, onType }: DrawProps<FieldOf<'choice'>>) {
  const problem = useProblemAt(pointer);
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  if (field.options.length > CHIPS) {
    return (
      <SelectField
        field={field}
        options={field.options}
        value={chosen}
        problem={problem}
        onChoose={(code) => onType(code ?? undefined)}
      />
    );
  }
  return (
    <Choice
      label={labelOf(field)}
      options={field.options}
      value={chosen}
      isRequired={field.isRequired}
      problem={problem}
      onChoose={(code) => onType(code ?? undefined)}
    />
  );
}

/** Yes or no; an answer that nobody gave is neither. */
export function FlagControl({ field, pointer, value, onType }: DrawProps<FieldOf<'flag'>>) {
  return (
    <Choice
      label={labelOf(field)}
      options={YES_OR_NO}
      value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
      isRequired={field.isRequired}
      problem={useProblemAt(pointer)}
      onChoose={(code) => onType(code === null ? undefined : code === 'yes')}
    />
  );
}

/** Something that must have been done before this can be recorded. */
export function ConfirmedControl({ field, pointer, value, onType }: DrawProps<FieldOf<'confirmed'>>) {
  const say = useSay();
  const problem = useProblemAt(pointer);
  return (
    <div className="form-confirmed">
      <label>
        <input
          type="checkbox"
          checked={value === true}
          aria-invalid={problem === undefined ? undefined : true}
          onChange={(event) => onType(event.target.checked ? true : undefined)}
        />
        <span>{say(labelOf(field))}</span>
      </label>
      {problem !== undefined && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
