import { useId, useState } from 'react';
import { useNowMs } from '#web/api/clock.ts';
import { Button } from '#web/parts/button.tsx';
import { useSay } from '#web/words/language.ts';
import { localMinuteOf } from '#web/words/time.ts';
import { useProblemAt } from './form-about.ts';
import { OCCURRED_AT, OCCURRED_FIELD } from './occurred-at.ts';

const WORDS = {
  now: { zh: '现在', en: 'now' },
  other: { zh: '改为其他时间', en: 'At another time' },
  back: { zh: '就是现在', en: 'Just now' },
};

type OccurredAtProps = { readonly value: string; readonly onType: (value: string) => void };

/** When it happened: now, unless somebody says otherwise. */
export function OccurredAtControl({ value, onType }: OccurredAtProps) {
  const say = useSay();
  const nowMs = useNowMs();
  const id = useId();
  const problem = useProblemAt(OCCURRED_AT);
  const [isOpen, setIsOpen] = useState(value !== '');
  const choose = (open: boolean): void => {
    setIsOpen(open);
    onType(open && nowMs !== null ? localMinuteOf(nowMs) : '');
  };
  const label = say(OCCURRED_FIELD.words ?? WORDS.now);
  if (!isOpen) {
    return (
      <p className="form-when">
        <span className="field-label">{label}</span> {say(WORDS.now)}{' '}
        <Button look="quiet" onClick={() => choose(true)}>
          {say(WORDS.other)}
        </Button>
      </p>
    );
  }
  return (
    <div className="form-when">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        type="datetime-local"
        value={value}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onChange={(event) => onType(event.target.value)}
      />
      <Button look="quiet" onClick={() => choose(false)}>
        {say(WORDS.back)}
      </Button>
      {problem !== undefined && (
        <p id={`${id}-problem`} className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
