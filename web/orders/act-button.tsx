import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '#web/parts/button.tsx';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import type { TrackEvent } from '#web/api/track.ts';

const NOT_NOW = { zh: '现在不能登记：', en: 'Not now: ' };

/** Which act is open stands in the address (`?do=serve.r1`): a reload opens it again. */
export function useAct(): { readonly open: string | null; readonly show: (act: string | null) => void } {
  const [search, setSearch] = useSearchParams();
  const show = (act: string | null): void =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (act === null) after.delete('do');
        else after.set('do', act);
        return after;
      },
      { replace: true },
    );
  return { open: search.get('do'), show };
}

type ActButtonProps = {
  readonly act: string;
  readonly words: Words;
  readonly event: TrackEvent | undefined;
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet';
  /** The form; `close` puts it away. */
  readonly children: (close: () => void) => ReactNode;
};

/** A button that opens the form of an event in its place. What is not allowed stays visible with its reason. */
export function ActButton({ act, words, event, look = 'plain', children }: ActButtonProps) {
  const say = useSay();
  const { open, show } = useAct();
  if (event === undefined) return null;
  if (open === act) return <div className="act-form">{children(() => show(null))}</div>;
  return (
    <div className="act">
      <Button look={look} disabled={!event.allowed} onClick={() => show(act)}>
        {say(words)}
      </Button>
      {!event.allowed && (
        <p className="act-because">
          {say(NOT_NOW)}
          {event.because.map(({ text }) => say(text)).join('；')}
        </p>
      )}
    </div>
  );
}
