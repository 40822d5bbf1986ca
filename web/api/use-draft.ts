import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { DraftSaver, type DraftToSave, type SaveState } from './draft-saver.ts';
import { saveBeforeLeaving } from './leave.ts';

/** The saver of a draft while its page is shown. Closing the window with unsaved words asks first; the quick exit does not. */
export function useDraftSaver(draft: DraftToSave): { readonly saver: DraftSaver; readonly state: SaveState } {
  const [saver] = useState(() => new DraftSaver(draft));
  const state = useSyncExternalStore(saver.subscribe, saver.stateNow);
  const isUnsaved = state.kind !== 'saved' && state.kind !== 'untouched';
  const isLeaving = useRef(false);
  useEffect(
    () =>
      saveBeforeLeaving(() => {
        isLeaving.current = true;
        return saver.saveWhileLeaving();
      }),
    [saver],
  );
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      if (isLeaving.current) return;
      void saver.saveWhileLeaving();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved, saver]);
  useEffect(() => {
    // A phone puts a page away without asking; it may never come back.
    const keep = (): void => void (document.visibilityState === 'hidden' && saver.saveWhileLeaving());
    document.addEventListener('visibilitychange', keep);
    return () => document.removeEventListener('visibilitychange', keep);
  }, [saver]);
  return { saver, state };
}
