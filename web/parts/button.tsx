import type { ButtonHTMLAttributes } from 'react';
import './button.css';

type Look = 'plain' | 'primary' | 'danger' | 'quiet';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: Look;
  readonly isBusy?: boolean;
  /** The key that does the same, shown beside the words. */
  readonly hotkey?: string;
};

/** A button; while its act is under way it stays where it is and cannot be pressed again. */
export function Button({ look = 'plain', isBusy = false, hotkey, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`button button-${look} ${rest.className ?? ''}`}
      disabled={rest.disabled === true || isBusy}
      aria-busy={isBusy || undefined}
    >
      {children}
      {hotkey !== undefined && <kbd aria-hidden="true">{hotkey}</kbd>}
    </button>
  );
}
