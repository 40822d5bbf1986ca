import { Link } from 'react-router';
import type { Workflow } from '#web/api/case.ts';
import { useRules } from '#web/api/rules.ts';
import { useSay } from '#web/words/language.ts';
import { durationWords, periodWords } from '#web/words/period.ts';
import { roleWords } from '#web/words/roles.ts';
import { about, type Words } from '#web/words/words.ts';

const WORDS = {
  title: { zh: '期限', en: 'Deadlines' },
  none: { zh: '这条流程自己没有期限。', en: 'It has no deadline of its own.' },
  byCase: { zh: '适用哪一条由个案决定', en: 'Which rule it is, the case decides' },
  metBy: { zh: '以此完成：{}', en: 'Met by: {}' },
  onLapse: { zh: '届满时自动记录：{}', en: 'When it ends, this is recorded: {}' },
  remind: { zh: '提前 {} 提醒', en: 'Reminders {} before' },
  atOnce: { zh: '届满即报：{}', en: 'Told as soon as it ends: {}' },
  later: { zh: '届满 {} 后报：{}', en: 'Told {} after it ends: {}' },
};

type Deadline = Workflow['deadlines'][number];

/** The periods that can run on it: by which rule, what meets them, who is reminded and told. */
export function WorkflowDeadlines({ workflow }: { readonly workflow: Workflow }) {
  const say = useSay();
  return (
    <section className="card workflow-part">
      <h2>{say(WORDS.title)}</h2>
      {workflow.deadlines.length === 0 && <p>{say(WORDS.none)}</p>}
      <ul>
        {workflow.deadlines.map((deadline) => (
          <li key={deadline.id}>
            <strong>{say(deadline.title)}</strong>
            <RuleOf deadline={deadline} />
            {linesOf(deadline, workflow).map((line) => (
              <span key={line.en} className="workflow-quiet">
                {say(line)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function RuleOf({ deadline: { rule } }: { readonly deadline: Deadline }) {
  const say = useSay();
  const known = useRules().data?.find(({ code }) => code === rule);
  if (rule === null) return <span>{say(WORDS.byCase)}</span>;
  return (
    <span>
      <Link to={`/rules/${rule}`}>{rule}</Link>{' '}
      {known !== undefined && known.amount !== null && `${say(periodWords(known.amount, known.unit))} · `}
      {known?.article}
    </span>
  );
}

function linesOf({ metBy, onLapse, remind, escalate }: Deadline, { events }: Workflow): Words[] {
  const eventWords = (type: string): Words =>
    events.find((event) => event.type === type)?.title ?? { zh: type, en: type };
  return [
    ...(metBy.length > 0 ? [about(WORDS.metBy, listed(metBy.map(eventWords)))] : []),
    ...(onLapse === null ? [] : [about(WORDS.onLapse, eventWords(onLapse))]),
    ...(remind.length > 0 ? [about(WORDS.remind, listed(remind.map(durationWords)))] : []),
    ...escalate.map(({ after, to }) =>
      after === 'PT0S'
        ? about(WORDS.atOnce, roleWords(to))
        : about(WORDS.later, durationWords(after), roleWords(to)),
    ),
  ];
}

function listed(all: readonly Words[]): Words {
  return { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') };
}
