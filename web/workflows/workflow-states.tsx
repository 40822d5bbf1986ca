import type { Workflow } from '#web/api/case.ts';
import { Chip } from '#web/parts/chip.tsx';
import { useSay } from '#web/words/language.ts';

const WORDS = {
  title: { zh: '状态', en: 'States' },
  final: { zh: '终点', en: 'Ends here' },
  runs: { zh: '在走的期限：', en: 'What runs: ' },
  waits: { zh: '等待：', en: 'Waits for: ' },
};

type State = Workflow['states'][number];

/** Where a track of it can be: what runs there, and what it waits for. */
export function WorkflowStates({ workflow }: { readonly workflow: Workflow }) {
  const say = useSay();
  return (
    <section className="card workflow-part">
      <h2>{say(WORDS.title)}</h2>
      <ul className="workflow-grid">
        {workflow.states
          .filter(({ type }) => type === 'atomic' || type === 'final')
          .map((state) => (
            <StateCard key={state.path} state={state} workflow={workflow} />
          ))}
      </ul>
    </section>
  );
}

function StateCard({ state, workflow }: { readonly state: State; readonly workflow: Workflow }) {
  const say = useSay();
  const deadlines = workflow.deadlines.filter(({ id }) => state.deadlines.includes(id));
  const events = workflow.events.filter(({ type }) => state.waitsFor.includes(type));
  return (
    <li>
      <strong>{say(state.title)}</strong> {state.type === 'final' && <Chip>{say(WORDS.final)}</Chip>}
      {deadlines.length > 0 && (
        <span className="workflow-quiet">
          {say(WORDS.runs)}
          {deadlines.map(({ title }) => say(title)).join('、')}
        </span>
      )}
      {events.length > 0 && (
        <span className="workflow-quiet">
          {say(WORDS.waits)}
          {events.map(({ title }) => say(title)).join('、')}
        </span>
      )}
    </li>
  );
}
