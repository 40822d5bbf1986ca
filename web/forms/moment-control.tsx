import { useNowMs } from '#web/api/clock.ts';
import { Button } from '#web/parts/button.tsx';
import { Field } from '#web/parts/field.tsx';
import { useSay } from '#web/words/language.ts';
import { localMinuteOf } from '#web/words/time.ts';
import { type DrawProps, helpOf, labelOf } from './draw-props.ts';
import { useProblemAt } from './form-about.ts';
import type { FieldOf } from './read-schema.ts';

const NOW = { zh: '现在', en: 'Now' };

/** A moment in Shanghai. What has happened may have happened just now; what is planned has not. */
export function MomentControl({ field, pointer, value, onType }: DrawProps<FieldOf<'moment'>>) {
  const say = useSay();
  const nowMs = useNowMs();
  return (
    <Field
      label={labelOf(field)}
      {...helpOf(field)}
      problem={useProblemAt(pointer)}
      isRequired={field.isRequired}
    >
      {(control) => (
        <div className="form-moment">
          <input
            {...control}
            className="input"
            type="datetime-local"
            value={typeof value === 'string' ? value : ''}
            onChange={(event) => onType(event.target.value)}
          />
          {!field.isPlanned && nowMs !== null && (
            <Button onClick={() => onType(localMinuteOf(nowMs))}>{say(NOW)}</Button>
          )}
        </div>
      )}
    </Field>
  );
}
