import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { drawKey } from '#web/api/draw-key.ts';
import type { Track } from '#web/api/track.ts';
import { useDraftSaver } from '#web/api/use-draft.ts';
import { DraftMark } from '#web/forms/draft-mark.tsx';
import { type FoundDraft, forgetDraft, keptDraftQuery } from '#web/forms/kept-draft.ts';
import { useNowMs } from '#web/api/clock.ts';
import { Button } from '#web/parts/button.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { Waiting } from '#web/parts/waiting.tsx';
import { useSay } from '#web/words/language.ts';
import { localMinuteOf } from '#web/words/time.ts';
import { type Additions, additionsOf, draftApplication, type Sources } from './application-draft.ts';
import { ApplicationMissing } from './application-missing.tsx';
import { ApplicationPaper } from './application-paper.tsx';
import { readSources } from './application-sources.ts';
import { paperOf, textOf } from './application-text.ts';
import { KeepDocument } from './keep-document.tsx';
import { useTrack } from './use-track.ts';
import './application-page.css';

const WORDS = {
  title: { zh: '人身安全保护令申请书', en: 'Application for a protection order' },
  print: { zh: '打印', en: 'Print' },
  hidden: {
    zh: '她的现住址不会出现在申请书里：申请书会送给被申请人。请填送达地址。',
    en: 'Where she lives now does not stand in the application, for he is served with it. Fill in an address for service.',
  },
};

const FORM = 'protection-order-application';

/** The application, drafted from the case; what it lacks is listed beside it and can be typed in there. */
export function ApplicationPage() {
  const say = useSay();
  const { query } = useTrack();
  const print = (
    <Button className="not-on-paper" onClick={() => window.print()}>
      {say(WORDS.print)}
    </Button>
  );
  return (
    <Page title={WORDS.title} actions={print} isWide>
      <QueryState query={query}>{(track) => <Drafting track={track} />}</QueryState>
    </Page>
  );
}

type DraftingProps = { readonly track: Track };

function Drafting({ track }: DraftingProps) {
  const query = useQuery({
    queryKey: ['application', track.caseId],
    queryFn: () => readSources(track.caseId),
  });
  const [opening] = useState(drawKey);
  const found = useQuery(keptDraftQuery({ kind: 'event', subject: track.id, form: FORM }, opening));
  return (
    <QueryState query={query}>
      {(sources) => (
        <QueryState query={found}>
          {(kept) => <Application track={track} sources={sources} kept={kept} />}
        </QueryState>
      )}
    </QueryState>
  );
}

type ApplicationProps = DraftingProps & { readonly sources: Sources; readonly kept: FoundDraft };

function Application({ track, sources, kept }: ApplicationProps) {
  const say = useSay();
  const nowMs = useNowMs();
  const [additions, setAdditions] = useState<Additions>(() => additionsOf(kept.kept?.typed, sources));
  const { saver, state } = useDraftSaver(kept.toSave);
  if (nowMs === null) return <Waiting />;
  const draft = draftApplication(sources, additions);
  const parts = paperOf(draft, localMinuteOf(nowMs).slice(0, 10));
  const change = (next: Additions): void => {
    setAdditions(next);
    saver.change({ form: FORM, typed: { ...next.typed, measures: next.measures }, occurredAt: '' });
  };
  return (
    <div className="application">
      <div className="application-side not-on-paper">
        {draft.isAddressHidden && <Notice kind="info">{say(WORDS.hidden)}</Notice>}
        <ApplicationMissing
          draft={draft}
          additions={additions}
          measures={sources.codes.measures}
          onChange={change}
        />
        <DraftMark state={state} saver={saver} />
        <KeepDocument track={track} text={textOf(parts)} onKept={() => forgetDraft(kept, saver)} />
      </div>
      <ApplicationPaper parts={parts} />
    </div>
  );
}
