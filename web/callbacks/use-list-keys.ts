import { useEffect } from 'react';

type Keys = {
  /** A key of an outcome, while a call is open. */
  readonly onDigit: (key: string) => void;
  readonly onEscape: () => void;
};

/** Arrows move along the rows, wherever the focus was. */
export function useArrowKeys(): void {
  useKeyDown(moveAlong);
}

/** Digits record what came of the open call, Esc closes it. */
export function useCallKeys({ onDigit, onEscape }: Keys): void {
  useKeyDown((event) => {
    if (/^[1-9]$/.test(event.key) && !event.repeat) onDigit(event.key);
    else if (event.key === 'Escape') onEscape();
  });
}

function useKeyDown(onKey: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
      onKey(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onKey]);
}

/** Where somebody types, or a dialog is open, keys mean something else. */
function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

function moveAlong(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const step = event.key === 'ArrowDown' ? 1 : -1;
  const rows = [...document.querySelectorAll<HTMLElement>('[data-call]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at === -1 ? rows[0] : rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
  next?.focus();
}
