import { useEffect, useRef } from 'react';

/** What each key does; they work wherever the focus is. */
export type CallKeys = Readonly<Record<'F2' | 'F4' | 'F8' | 'F9', () => void>>;

/** Listens to the keys of the call screen for as long as it is shown. */
export function useCallKeys(keys: CallKeys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
      const act = current.current[event.key as keyof CallKeys];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
