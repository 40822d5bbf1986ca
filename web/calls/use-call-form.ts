import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useNowMs } from '#web/api/clock.ts';
import type { DraftToSave } from '#web/api/draft-saver.ts';
import { useDraftSaver } from '#web/api/use-draft.ts';
import type { CallForm } from './call-form.ts';

type Change = (form: CallForm) => CallForm;

/** What is typed, outside of what is drawn: a request under way reads it as it is by then. */
class CallStore {
  #form: CallForm;
  readonly #listeners = new Set<() => void>();

  constructor(form: CallForm) {
    this.#form = form;
  }

  readonly now = (): CallForm => this.#form;

  readonly subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  change(change: Change): void {
    this.#form = change(this.#form);
    for (const tell of this.#listeners) tell();
  }
}

/** The form of a call and the saving of it. Every change is on its way to the draft at once. */
export function useCallForm(draft: DraftToSave, initial: CallForm) {
  const { saver, state } = useDraftSaver(draft);
  const [store] = useState(() => new CallStore(initial));
  const form = useSyncExternalStore(store.subscribe, store.now);
  const nowMs = useNowMs();
  const isBegun = form.startedMs !== null || nowMs === null;
  useEffect(() => {
    // That somebody looks at an empty screen is nothing to be kept.
    if (!isBegun) store.change((now) => ({ ...now, startedMs: nowMs }));
  }, [isBegun, nowMs, store]);
  const change = useCallback(
    (by: Change): void => {
      store.change(by);
      saver.change(store.now());
    },
    [store, saver],
  );
  return { form, formNow: store.now, change, saver, state, nowMs };
}
