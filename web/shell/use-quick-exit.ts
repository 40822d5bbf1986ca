import { useEffect } from 'react';
import { leaveQuickly } from '#web/api/leave.ts';

const TWICE_WITHIN_MS = 700;

/** Esc twice, wherever the focus is, leaves at once. */
export function useQuickExit(): void {
  useEffect(() => {
    let lastMs = Number.NEGATIVE_INFINITY;
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.repeat) return;
      if (event.timeStamp - lastMs < TWICE_WITHIN_MS) leaveQuickly();
      lastMs = event.timeStamp;
    };
    // Before any dialog that also listens to Esc.
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
