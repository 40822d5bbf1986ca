import type { ReactNode } from 'react';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import './empty-state.css';

/** Nothing is here, and that is all right: what would be, and what to do if something was expected. */
export function EmptyState({ words, children }: { readonly words: Words; readonly children?: ReactNode }) {
  const say = useSay();
  return (
    <div className="empty-state">
      <p>{say(words)}</p>
      {children}
    </div>
  );
}
