import { Button } from '#web/parts/button.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import type { Weight } from './next-call.ts';
import type { Outcome } from './read-calls.ts';

const WORDS = {
  heading: { zh: '打完了，结果是', en: 'The call is over:' },
  cancel: { zh: '不是，取消', en: 'No, cancel' },
  sure: { zh: '是，记录', en: 'Yes, record it' },
  none: {
    zh: '“未接通”在这个环节不单独记录：到期前再打，到期仍未接通会自动转给督导。',
    en: '“No answer” is not recorded here: call again before it is due; after that the supervisor is told.',
  },
};

/** What is asked before an outcome that cannot be taken back. */
const QUESTIONS: Readonly<Record<Exclude<Weight, 'light'>, Words>> = {
  stops_number: {
    zh: '记录后，谁都不能再打这个号码，直到有人与她单独核实；督导会收到通知。',
    en: 'Nobody may call this number again until somebody has verified it with her alone. The supervisor is told.',
  },
  opens_again: {
    zh: '记录后，个案重新打开，立即重新评估危险。',
    en: 'The case is opened again and its danger assessed anew, at once.',
  },
  makes_lost: {
    zh: '这是第三次未接通。记录后转为“失联”，由督导决定下一步；高危的会报告公安机关。',
    en: 'This is the third call without an answer. She is then lost: the supervisor decides, and at high risk the police are told.',
  },
  against_hours: {
    zh: '现在不该打给她。是她自己打来的，或者已经打了，才记录。',
    en: 'She is not to be called now. Record it only if she called herself, or if the call was made.',
  },
};

type OutcomeKeysProps = {
  readonly outcomes: readonly Outcome[];
  /** The outcome that waits for its second press, and what it sets going. */
  readonly asked: { readonly outcome: Outcome; readonly weight: Exclude<Weight, 'light'> } | null;
  readonly isBusy: boolean;
  readonly onPress: (key: string) => void;
  readonly onCancel: () => void;
};

/** One key for each outcome; what cannot be taken back is asked once more, in place. */
export function OutcomeKeys({ outcomes, asked, isBusy, onPress, onCancel }: OutcomeKeysProps) {
  const say = useSay();
  return (
    <section className="outcomes">
      <h3>{say(WORDS.heading)}</h3>
      <div className="outcome-keys">
        {outcomes.map(({ key, kind, title }) => (
          <Button
            key={key}
            hotkey={key}
            className={`outcome outcome-${kind}`}
            isBusy={isBusy}
            aria-pressed={asked?.outcome.key === key}
            onClick={() => onPress(key)}
          >
            {say(title)}
          </Button>
        ))}
      </div>
      {!outcomes.some(({ key }) => key === '2') && <p className="call-quiet">{say(WORDS.none)}</p>}
      {asked !== null && (
        <Notice kind="warning">
          <p>
            <strong>{say(asked.outcome.title)}</strong> {say(QUESTIONS[asked.weight])}
          </p>
          <div className="outcome-sure">
            <Button
              look="primary"
              hotkey={asked.outcome.key}
              isBusy={isBusy}
              onClick={() => onPress(asked.outcome.key)}
            >
              {say(WORDS.sure)}
            </Button>
            <Button onClick={onCancel}>{say(WORDS.cancel)}</Button>
          </div>
        </Notice>
      )}
    </section>
  );
}
