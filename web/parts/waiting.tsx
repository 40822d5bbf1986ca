import { useEffect, useState } from 'react';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import './waiting.css';

const READING = { zh: '正在读取……', en: 'Reading …' };
// What is there within a second needs no sign; a sign that flashes only unsettles.
const PATIENCE_MS = 1_000;

/** Says that something is under way, once it takes longer than a second. */
export function Waiting({ words = READING }: { readonly words?: Words }) {
  const say = useSay();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting" role="status" aria-live="polite">
      {isLong && (
        <>
          <span className="waiting-bar" aria-hidden="true" />
          {say(words)}
        </>
      )}
    </div>
  );
}
