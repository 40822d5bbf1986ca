import { type ReactNode, useId } from 'react';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import './field.css';

type FieldProps = {
  readonly label: Words;
  readonly help?: Words;
  /** Said beside the label: that it is sealed. */
  readonly mark?: Words;
  /** What is wrong with what stands in it, in the reader's language. */
  readonly problem?: string | undefined;
  readonly isRequired?: boolean;
  /** Draws the control; the attributes tie it to its label, help and problem. */
  readonly children: (control: ControlProps) => ReactNode;
};

export type ControlProps = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-required': boolean | undefined;
};

const OPTIONAL = { zh: '选填', en: 'optional' };

/** One field: label above, help and problem below. What is not required says so; the rest is. */
export function Field({ label, help, mark, problem, isRequired = false, children }: FieldProps) {
  const say = useSay();
  const id = useId();
  const described = [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {say(label)}
        {!isRequired && <span className="field-optional">{say(OPTIONAL)}</span>}
        {mark !== undefined && <span className="field-optional">{say(mark)}</span>}
      </label>
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': problem === undefined ? undefined : true,
        'aria-required': isRequired || undefined,
      })}
      {help !== undefined && (
        <p id={`${id}-help`} className="field-help">
          {say(help)}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
