import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '#web/parts/button.tsx';
import { useSay } from '#web/words/language.ts';
import { minuteText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import { positionOf } from './as-of.ts';

const WORDS = {
  label: { zh: '截至', en: 'As of' },
  now: { zh: '现在', en: 'Now' },
  back: { zh: '回到现在', en: 'Back to now' },
  help: {
    zh: '向左拖动（或按方向键），看个案在当时的样子。共 {} 个时点。',
    en: 'Move it to the left, or press the arrow keys, to see the case as it was then. {} moments.',
  },
};

type AsOfSliderProps = {
  /** The moments at which something was recorded, the earliest first. */
  readonly stops: readonly string[];
  readonly asOf: string | null;
};

/** Goes back through what was recorded, moment by moment. Where it stands is in the address. */
export function AsOfSlider({ stops, asOf }: AsOfSliderProps) {
  const say = useSay();
  const id = useId();
  const [, setSearch] = useSearchParams();
  const set = (moment: string | null): void =>
    setSearch(
      (before) => {
        if (moment === null) before.delete('asof');
        else before.set('asof', moment);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  const words = asOf === null ? say(WORDS.now) : minuteText(asOf);
  return (
    <div className="as-of not-on-paper">
      <label htmlFor={id}>{say(WORDS.label)}</label>
      <output htmlFor={id}>{words}</output>
      {asOf !== null && <Button onClick={() => set(null)}>{say(WORDS.back)}</Button>}
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length}
        value={positionOf(stops, asOf)}
        aria-valuetext={words}
        aria-describedby={`${id}-help`}
        onChange={(event) => set(stops[Number(event.target.value)] ?? null)}
      />
      <p id={`${id}-help`} className="timeline-quiet">
        {say(about(WORDS.help, stops.length))}
      </p>
    </div>
  );
}
