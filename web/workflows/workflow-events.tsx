import type { Workflow } from '#web/api/case.ts';
import { useSay } from '#web/words/language.ts';
import { roleWords } from '#web/words/roles.ts';

const WORDS = {
  title: { zh: '可以记录的事项', en: 'What can be recorded' },
  timer: { zh: '系统自动记录', en: 'Recorded by the system' },
};

/** Every event, and whose it is to record it. */
export function WorkflowEvents({ workflow }: { readonly workflow: Workflow }) {
  const say = useSay();
  return (
    <section className="card workflow-part">
      <h2>{say(WORDS.title)}</h2>
      <ul className="workflow-grid">
        {workflow.events.map(({ type, title, roles }) => (
          <li key={type}>
            <strong>{say(title)}</strong>
            <span className="workflow-quiet">
              {roles.length === 0 ? say(WORDS.timer) : roles.map((role) => say(roleWords(role))).join('、')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
