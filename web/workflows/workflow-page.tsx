import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { type Workflow, workflowQuery } from '#web/api/case.ts';
import { Page } from '#web/parts/page.tsx';
import { Picture } from '#web/parts/picture.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';
import { WorkflowDeadlines } from './workflow-deadlines.tsx';
import { WorkflowEvents } from './workflow-events.tsx';
import { WorkflowStates } from './workflow-states.tsx';
import './workflows.css';

const WORDS = {
  reading: { zh: '流程', en: 'Workflow' },
  all: { zh: '全部流程', en: 'All workflows' },
  picture: { zh: '流程图', en: 'Picture' },
  alt: {
    zh: '{}的状态图；下面的表格说的是同样的内容',
    en: 'State diagram of {}; the lists below say the same',
  },
};

/** One workflow: its picture, its deadlines, its states, and who may record what. */
export function WorkflowPage() {
  const say = useSay();
  const { id = '' } = useParams();
  const query = useQuery(workflowQuery(id));
  return (
    <Page title={query.data?.title ?? WORDS.reading} actions={<Link to="/workflows">{say(WORDS.all)}</Link>}>
      <QueryState query={query}>{(workflow) => <OneWorkflow workflow={workflow} />}</QueryState>
    </Page>
  );
}

function OneWorkflow({ workflow }: { readonly workflow: Workflow }) {
  const say = useSay();
  return (
    <>
      <section className="card workflow-part">
        <h2>{say(WORDS.picture)}</h2>
        <Picture src={`/api/workflows/${workflow.id}/diagram.svg`} alt={about(WORDS.alt, workflow.title)} />
      </section>
      <WorkflowDeadlines workflow={workflow} />
      <WorkflowStates workflow={workflow} />
      <WorkflowEvents workflow={workflow} />
    </>
  );
}
