import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { type Case, workflowQuery, workflowsQuery } from '#web/api/case.ts';
import { useUser } from '#web/api/session.ts';
import { OpeningForm } from '#web/forms/opening-form.tsx';
import { Button } from '#web/parts/button.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';
import { caseAddress } from './case-address.ts';
import { FormCard } from './form-card.tsx';
import { useOpenForm } from './use-open-form.ts';

const WORDS = {
  begin: { zh: '＋ 开启新的办理环节', en: '+ Begin something new' },
  title: { zh: '开启：{}', en: 'Begin: {}' },
};

type OpenTrackProps = {
  readonly ofCase: Case;
  /** Of which the form is open; null: none. */
  readonly workflowId: string | null;
};

/** What this person can begin on the case, and the form of what she has chosen. */
export function OpenTrack({ ofCase, workflowId }: OpenTrackProps) {
  const say = useSay();
  const { role } = useUser();
  const { open } = useOpenForm();
  const { data } = useQuery(workflowsQuery());
  const mine = data?.items.filter(({ openedBy }) => openedBy.includes(role)) ?? [];
  if (ofCase.status === 'closed' || mine.length === 0) return null;
  if (workflowId !== null) return <OpeningCard ofCase={ofCase} workflowId={workflowId} />;
  return (
    <details className="open-track not-on-paper">
      <summary>{say(WORDS.begin)}</summary>
      <div className="case-buttons">
        {mine.map(({ id, title }) => (
          <Button key={id} onClick={() => open('open', id)}>
            {say(title)}
          </Button>
        ))}
      </div>
    </details>
  );
}

function OpeningCard({ ofCase, workflowId }: { readonly ofCase: Case; readonly workflowId: string }) {
  const navigate = useNavigate();
  const { close } = useOpenForm();
  const query = useQuery(workflowQuery(workflowId));
  return (
    <QueryState query={query}>
      {(workflow) => (
        <FormCard key={workflow.id} title={about(WORDS.title, workflow.title)}>
          <OpeningForm
            ofCase={ofCase}
            workflow={workflow}
            onCancel={close}
            onDone={({ id }) => void navigate(caseAddress(ofCase.id, id))}
          />
        </FormCard>
      )}
    </QueryState>
  );
}
