import type { InputHTMLAttributes } from 'react';
import type { Words } from '#web/words/words.ts';
import { Field } from './field.tsx';

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> & {
  readonly label: Words;
  readonly help?: Words;
  readonly problem?: string | undefined;
  readonly value: string;
  readonly onType: (text: string) => void;
};

/** A field of one line; `type` and the rest are those of an input. */
export function TextField({ label, help, problem, value, onType, ...input }: TextFieldProps) {
  const { required = false } = input;
  return (
    <Field label={label} {...(help && { help })} problem={problem} isRequired={required}>
      {(control) => (
        <input
          {...input}
          {...control}
          className="input"
          value={value}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Field>
  );
}
