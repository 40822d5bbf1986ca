import { Field } from '#web/parts/field.tsx';
import { useSay } from '#web/words/language.ts';
import { plainPhone } from '#web/words/phone.ts';
import { about } from '#web/words/words.ts';
import { type DrawProps, helpOf, labelOf } from './draw-props.ts';
import { useProblemAt } from './form-about.ts';
import type { FieldOf } from './read-schema.ts';
import { letterCount } from './typed.ts';

type TextKind = 'text' | 'phone' | 'number' | 'code' | 'clock' | 'day';

const COUNT = { zh: '已填 {} 字，至多 {} 字', en: '{} of {} characters' };
const LINE_LENGTH = 120;
const PARAGRAPH_LENGTH = 500;
const NEAR = 0.8;
const TYPES = {
  text: 'text',
  phone: 'tel',
  number: 'text',
  code: 'text',
  clock: 'time',
  day: 'date',
} as const;

/** Words, a number, a code, a day or a time of the day, in one line or in several. */
export function TextControl({ field, pointer, value, onType }: DrawProps<FieldOf<TextKind>>) {
  const say = useSay();
  const text = typeof value === 'string' ? value : '';
  const attributes = {
    className: `input${field.sealed === 'whereabouts' ? ' input-masked' : ''}`,
    value: text,
    autoComplete: 'off',
    spellCheck: false,
  };
  const most = mostOf(field);
  const length = letterCount(text);
  return (
    <Field
      label={labelOf(field)}
      {...helpOf(field)}
      problem={useProblemAt(pointer)}
      isRequired={field.isRequired}
    >
      {(control) => (
        <>
          {field.kind === 'text' && field.most > LINE_LENGTH ? (
            <textarea
              {...control}
              {...attributes}
              rows={field.most > PARAGRAPH_LENGTH ? 4 : 2}
              onChange={(event) => onType(event.target.value)}
            />
          ) : (
            <input
              {...control}
              {...attributes}
              type={TYPES[field.kind]}
              inputMode={field.kind === 'number' ? 'numeric' : undefined}
              onChange={(event) => onType(event.target.value)}
              onBlur={() => field.kind === 'phone' && text !== '' && onType(plainPhone(text))}
            />
          )}
          {most !== null && length > most * NEAR && (
            <p className="form-count">{say(about(COUNT, length, most))}</p>
          )}
        </>
      )}
    </Field>
  );
}

function mostOf(field: FieldOf<TextKind>): number | null {
  return field.kind === 'text' || field.kind === 'phone' ? field.most : null;
}
