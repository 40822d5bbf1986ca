import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { type Case, caseQuery } from '#web/api/case.ts';
import { useUser } from '#web/api/session.ts';
import { EmptyState } from '#web/parts/empty-state.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { about } from '#web/words/words.ts';
import { firstTrack, openFormIn } from './case-address.ts';
import { CaseHead } from './case-head.tsx';
import { ContactCorner } from './contact-corner.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { HandoffForm } from './handoff-form.tsx';
import { OpenTrack } from './open-track.tsx';
import { TrackPanel } from './track-panel.tsx';
import { TrackTabs } from './track-tabs.tsx';
import { useOpenForm } from './use-open-form.ts';
import { VaultParts } from './vault-parts.tsx';
import './case-page.css';

const WORDS = {
  reading: { zh: '个案', en: 'Case' },
  title: { zh: '个案 {}', en: 'Case {}' },
  noTracks: { zh: '这个个案还没有办理环节。', en: 'Nothing has been begun on this case yet.' },
};

/** A case for everyone who may open it: how it stands, its tracks, and what can be done on the one that is chosen. */
export function CasePage() {
  const { caseId = '' } = useParams();
  const query = useQuery(caseQuery(caseId));
  const title = query.data === undefined ? WORDS.reading : about(WORDS.title, query.data.number);
  return (
    <Page title={title} actions={<ContactCorner caseId={caseId} />}>
      <QueryState query={query}>{(ofCase) => <CaseBody ofCase={ofCase} />}</QueryState>
    </Page>
  );
}

function CaseBody({ ofCase }: { readonly ofCase: Case }) {
  const { trackId } = useParams();
  const user = useUser();
  const [search] = useSearchParams();
  const { close } = useOpenForm();
  const chosen = trackId === undefined ? firstTrack(ofCase.tracks, user)?.id : trackId;
  const open = openFormIn(search);
  return (
    <>
      <CaseHead ofCase={ofCase} />
      {open?.kind === 'handoff' && (
        <HandoffForm ofCase={ofCase} trackId={chosen} way={open.way} onClose={close} />
      )}
      <TrackTabs ofCase={ofCase} chosen={chosen} />
      <OpenTrack ofCase={ofCase} workflowId={open?.kind === 'opening' ? open.workflow : null} />
      {chosen === undefined ? (
        <EmptyState words={WORDS.noTracks} />
      ) : (
        <TrackPanel key={chosen} trackId={chosen} openEvent={open?.kind === 'event' ? open.type : null} />
      )}
      <VaultParts ofCase={ofCase} />
      <CaseTimeline caseId={ofCase.id} />
    </>
  );
}
