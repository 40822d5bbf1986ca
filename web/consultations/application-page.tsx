import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Track } from '#web/api/track.ts';
import { useNowMs } from '#web/api/clock.ts';
import { Button } from '#web/parts/button.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { Waiting } from '#web/parts/waiting.tsx';
import { useSay } from '#web/words/language.ts';
import { localMinuteOf } from '#web/words/time.ts';
import { type Additions, draftApplication, type Sources, usualMeasures } from './application-draft.ts';
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
  return (
    <QueryState query={query}>{(sources) => <Application track={track} sources={sources} />}</QueryState>
  );
}

function Application({ track, sources }: DraftingProps & { readonly sources: Sources }) {
  const say = useSay();
  const nowMs = useNowMs();
  const [additions, setAdditions] = useState<Additions>(() => ({
    typed: {},
    measures: usualMeasures(sources),
  }));
  if (nowMs === null) return <Waiting />;
  const draft = draftApplication(sources, additions);
  const parts = paperOf(draft, localMinuteOf(nowMs).slice(0, 10));
  return (
    <div className="application">
      <div className="application-side not-on-paper">
        {draft.isAddressHidden && <Notice kind="info">{say(WORDS.hidden)}</Notice>}
        <ApplicationMissing
          draft={draft}
          additions={additions}
          measures={sources.codes.measures}
          onChange={setAdditions}
        />
        <KeepDocument track={track} text={textOf(parts)} />
      </div>
      <ApplicationPaper parts={parts} />
    </div>
  );
}
