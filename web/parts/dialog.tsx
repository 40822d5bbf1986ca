import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import './dialog.css';

type DialogProps = {
  readonly title: Words;
  readonly children: ReactNode;
  /** Esc or the cross; a dialog that cannot be put away gives none. */
  readonly onClose?: () => void;
};

const CLOSE = { zh: '关闭', en: 'Close' };

/** A dialog over the page, which stays as it is beneath. The focus stays within and returns to where it was. */
export function Dialog({ title, children, onClose }: DialogProps) {
  const say = useSay();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <header className="dialog-head">
        <h2 id={id}>{say(title)}</h2>
        {onClose !== undefined && (
          <button type="button" className="dialog-close" aria-label={say(CLOSE)} onClick={onClose}>
            ×
          </button>
        )}
      </header>
      {children}
    </dialog>
  );
}
