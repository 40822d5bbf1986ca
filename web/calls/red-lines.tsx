import { Button } from '#web/parts/button.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import { type CallForm, isInDanger, RED_LINES, type RedLine, type Reply, withRedLine } from './call-form.ts';
import { KeyChoice, YES_NO_UNKNOWN } from './key-choice.tsx';

const QUESTIONS: Readonly<Record<RedLine, Words>> = {
  hurt: { zh: '现在受伤了吗？', en: 'Is she hurt now?' },
  present: { zh: '他在旁边吗？', en: 'Is he there?' },
  weapon: { zh: '有刀具等凶器吗？', en: 'Is there a weapon?' },
  choking: { zh: '掐过脖子捂过嘴吗？', en: 'Has he choked her?' },
  threat: { zh: '威胁过要杀人吗？', en: 'Has he threatened to kill?' },
  children: { zh: '孩子有危险吗？', en: 'Are children in danger?' },
};

const WORDS = {
  title: { zh: '先问六件事', en: 'Six questions first' },
  how: {
    zh: '按 Y 是、N 否、U 不详，自动跳到下一题',
    en: 'Y yes, N no, U not known: each leads to the next',
  },
  danger: { zh: '有危险迹象。需要马上出警吗？', en: 'There are signs of danger. Is help needed now?' },
  quiet: {
    zh: '他在旁边：不要让她复述，只问能答“是/不是”的话；请她别挂断，或约定暗语。',
    en: 'He is there: ask only what she can answer by yes or no; ask her to stay on the line, or agree a code word.',
  },
  start: { zh: '立即启动紧急处置', en: 'Begin the emergency now' },
  what: {
    zh: '马上建案，同时通知督导，开始计时报警（110）和上报。',
    en: 'Opens the case at once, tells the supervisor, and starts the clocks for the police (110) and the federation.',
  },
  started: { zh: '紧急处置：', en: 'Emergency: ' },
  waiting: {
    zh: '再答完下面标红的必填项就自动启动。',
    en: 'it begins as soon as the required fields marked below are answered.',
  },
};

type RedLinesProps = {
  readonly form: CallForm;
  readonly onChange: (change: (form: CallForm) => CallForm) => void;
  readonly onUrgent: () => void;
};

/** The red lines, and the emergency as soon as one of them is a yes. */
export function RedLines({ form, onChange, onUrgent }: RedLinesProps) {
  const say = useSay();
  return (
    <section className="card call-part" aria-labelledby="red-lines">
      <header className="call-part-head">
        <h2 id="red-lines">{say(WORDS.title)}</h2>
        <span className="call-hint call-keys">{say(WORDS.how)}</span>
      </header>
      <div className="red-lines">
        {RED_LINES.map((line) => (
          <KeyChoice<Reply>
            key={line}
            label={QUESTIONS[line]}
            options={YES_NO_UNKNOWN}
            value={form.redLines[line] ?? null}
            onChoose={(reply) => onChange((now) => withRedLine(now, line, reply))}
          />
        ))}
      </div>
      {form.redLines.present === 'yes' && <Notice kind="warning">{say(WORDS.quiet)}</Notice>}
      {isInDanger(form) && <DangerOffer form={form} onUrgent={onUrgent} />}
    </section>
  );
}

function DangerOffer({ form, onUrgent }: Pick<RedLinesProps, 'form' | 'onUrgent'>) {
  const say = useSay();
  if (form.recorded.includes('danger.declared')) return null;
  if (form.isUrgent) {
    return (
      <Notice kind="danger">
        <strong>{say(WORDS.started)}</strong>
        {say(WORDS.waiting)}
      </Notice>
    );
  }
  return (
    <Notice kind="danger">
      <div className="danger-offer">
        <div>
          <strong>{say(WORDS.danger)}</strong>
          <p>{say(WORDS.what)}</p>
        </div>
        <Button look="danger" hotkey="F2" onClick={onUrgent}>
          {say(WORDS.start)}
        </Button>
      </div>
    </Notice>
  );
}
