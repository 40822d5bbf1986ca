import { useNowMs } from '#web/api/clock.ts';
import { TextField } from '#web/parts/text-field.tsx';
import { instantOf, localMinuteOf } from '#web/words/time.ts';
import type { Words } from '#web/words/words.ts';

const WORDS: Readonly<Record<'label' | 'help', Words>> = {
  label: { zh: '时间', en: 'When' },
  help: { zh: '不填就是现在。', en: 'Left empty: now.' },
};

type MomentFieldProps = {
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly label?: Words;
  readonly isRequired?: boolean;
};

/** When it happened, if not now. */
export function MomentField(props: MomentFieldProps) {
  const { value, onType, label = WORDS.label, isRequired = false } = props;
  const nowMs = useNowMs();
  const latest = nowMs === null ? {} : { max: localMinuteOf(nowMs) };
  return (
    <TextField
      type="datetime-local"
      label={label}
      {...(isRequired ? { required: true } : { help: WORDS.help })}
      value={value}
      onType={onType}
      {...latest}
    />
  );
}

/** What `QuickForm` takes as the moment of such a field. */
export function momentOf(value: string): string | undefined {
  return value === '' ? undefined : instantOf(value);
}

/** The day a ruling was made, which its paper prints: that of the moment, or today; null until today is known. */
export function useDayOf(value: string): string | null {
  const nowMs = useNowMs();
  if (value !== '') return value.slice(0, 10);
  return nowMs === null ? null : localMinuteOf(nowMs).slice(0, 10);
}
