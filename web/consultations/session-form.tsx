import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Track } from '#web/api/track.ts';
import { Button } from '#web/parts/button.tsx';
import { Choice } from '#web/parts/choice.tsx';
import { Field } from '#web/parts/field.tsx';
import { TextField } from '#web/parts/text-field.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { useSay } from '#web/words/language.ts';
import { localMinuteOf } from '#web/words/time.ts';
import type { Words } from '#web/words/words.ts';
import { choicesOf } from './event-choices.ts';
import { daysAfter, type Problems, type SessionEntry } from './session-entry.ts';
import './session-form.css';

const WORDS = {
  when: { zh: '什么时候', en: 'When' },
  channel: { zh: '怎么谈的', en: 'How' },
  advice: { zh: '咨询意见', en: 'Advice' },
  nextStep: { zh: '下一步', en: 'Next step' },
  nextOn: { zh: '哪一天', en: 'On which day' },
  tomorrow: { zh: '明天', en: 'Tomorrow' },
  threeDays: { zh: '三天后', en: 'In 3 days' },
  week: { zh: '一周后', en: 'In a week' },
  more: { zh: '补充：时长、笔记', en: 'More: length, notes' },
  minutes: { zh: '时长（分钟）', en: 'Minutes' },
  notes: { zh: '会谈笔记（保密）', en: 'Notes (privileged)' },
  notesHelp: {
    zh: '只有您自己读得到，妇联和接手的律师都读不到。可以用输入法的语音输入。',
    en: 'Read by you and by nobody else. You can dictate with your keyboard.',
  },
  send: { zh: '保存会谈记录', en: 'Save the session' },
};

const DAYS = [
  { days: 1, words: WORDS.tomorrow },
  { days: 3, words: WORDS.threeDays },
  { days: 7, words: WORDS.week },
];

type SessionFormProps = {
  readonly track: Track;
  readonly entry: SessionEntry;
  readonly nowMs: number;
  readonly problems: Problems;
  readonly error: unknown;
  readonly isSending: boolean;
  /** Beside the send button: what is kept of the form. */
  readonly keptMark: ReactNode;
  readonly onChange: (part: Partial<SessionEntry>) => void;
  readonly onSubmit: () => void;
};

/** Four fields: when, how, the advice, and the next step with its day. What else there is to say is folded away. */
export function SessionForm(props: SessionFormProps) {
  const { track, entry, nowMs, problems, error, isSending, keptMark, onChange, onSubmit } = props;
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  const count = Object.keys(problems).length;
  useEffect(() => {
    if (count > 0) form.current?.querySelector('.field-problem')?.scrollIntoView({ block: 'center' });
  }, [count]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  const choice = (field: 'channel' | 'advice' | 'nextStep', label: Words) => (
    <Choice
      label={label}
      options={choicesOf(track, 'session.held', field)}
      value={entry[field] === '' ? null : entry[field]}
      onChoose={(code) => onChange({ [field]: code ?? '' })}
      isRequired
      problem={problems[field] && say(problems[field])}
    />
  );
  return (
    <form ref={form} className="session-form" noValidate onSubmit={submit}>
      <TextField
        label={WORDS.when}
        type="datetime-local"
        required
        max={localMinuteOf(nowMs)}
        value={entry.when || localMinuteOf(nowMs)}
        onType={(when) => onChange({ when })}
        problem={problems.when && say(problems.when)}
      />
      {choice('channel', WORDS.channel)}
      {choice('advice', WORDS.advice)}
      {choice('nextStep', WORDS.nextStep)}
      <NextDay {...props} />
      <More {...props} />
      <div className="session-send">
        {error !== null && <Trouble error={error} />}
        {keptMark}
        <Button type="submit" look="primary" isBusy={isSending}>
          {say(WORDS.send)}
        </Button>
      </div>
    </form>
  );
}

/** The day of the next step: one tap for the usual ones. */
function NextDay({ entry, nowMs, problems, onChange }: SessionFormProps) {
  const say = useSay();
  const today = localMinuteOf(nowMs).slice(0, 10);
  return (
    <Field label={WORDS.nextOn} isRequired problem={problems.nextOn && say(problems.nextOn)}>
      {(control) => (
        <div className="session-day">
          {DAYS.map(({ days, words }) => (
            <Button
              key={days}
              aria-pressed={entry.nextOn === daysAfter(today, days)}
              onClick={() => onChange({ nextOn: daysAfter(today, days) })}
            >
              {say(words)}
            </Button>
          ))}
          <input
            {...control}
            className="input"
            type="date"
            min={today}
            value={entry.nextOn}
            onChange={(event) => onChange({ nextOn: event.target.value })}
          />
        </div>
      )}
    </Field>
  );
}

function More({ entry, problems, onChange }: SessionFormProps) {
  const say = useSay();
  return (
    <details className="session-more" open={problems.minutes === undefined ? undefined : true}>
      <summary>{say(WORDS.more)}</summary>
      <TextField
        label={WORDS.minutes}
        inputMode="numeric"
        value={entry.minutes}
        onType={(minutes) => onChange({ minutes })}
        problem={problems.minutes && say(problems.minutes)}
      />
      <Field label={WORDS.notes} help={WORDS.notesHelp}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            maxLength={8000}
            value={entry.notes}
            onChange={(event) => onChange({ notes: event.target.value })}
          />
        )}
      </Field>
    </details>
  );
}
