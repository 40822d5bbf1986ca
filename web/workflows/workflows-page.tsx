import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { workflowsQuery } from '#web/api/case.ts';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { roleWords } from '#web/words/roles.ts';
import { about } from '#web/words/words.ts';
import './workflows.css';

const WORDS = {
  title: { zh: '流程', en: 'Workflows' },
  about: {
    zh: '每个办理环节按哪条流程走：有哪些状态，谁能记录什么，哪些期限在走。',
    en: 'The lifecycle behind each track: its states, who may record what, which periods run.',
  },
  opened: { zh: '可由以下人员开启：{}', en: 'Opened by: {}' },
  notByHand: { zh: '由其他流程自动开启', en: 'Opened by other workflows' },
  version: { zh: '第 {} 版', en: 'Version {}' },
};

/** Every workflow there is. */
export function WorkflowsPage() {
  const say = useSay();
  const query = useQuery(workflowsQuery());
  return (
    <Page title={WORDS.title}>
      <p>{say(WORDS.about)}</p>
      <QueryState query={query}>
        {({ items }) => (
          <ul className="workflow-list">
            {items.map(({ id, version, title, openedBy }) => (
              <li key={id} className="card">
                <Link to={`/workflows/${id}`}>{say(title)}</Link>
                <span className="workflow-quiet">{say(about(WORDS.version, version))}</span>
                <span className="workflow-quiet">
                  {openedBy.length === 0
                    ? say(WORDS.notByHand)
                    : say(about(WORDS.opened, openedBy.map((role) => say(roleWords(role))).join('、')))}
                </span>
              </li>
            ))}
          </ul>
        )}
      </QueryState>
    </Page>
  );
}
