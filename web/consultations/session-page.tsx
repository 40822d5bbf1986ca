import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useNowMs } from '#web/api/clock.ts';
import { drawKey } from '#web/api/draw-key.ts';
import type { Track } from '#web/api/track.ts';
import { useDraftSaver } from '#web/api/use-draft.ts';
import { DraftMark } from '#web/forms/draft-mark.tsx';
import { type FoundDraft, forgetDraft, keptDraftQuery } from '#web/forms/kept-draft.ts';
import { Notice } from '#web/parts/notice.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { Waiting } from '#web/parts/waiting.tsx';
import { useSay } from '#web/words/language.ts';
import { localMinuteOf } from '#web/words/time.ts';
import { whyNot } from './event-choices.ts';
import { entryOf, FRESH_ENTRY, problemsOf, type SessionEntry, stepOf } from './session-entry.ts';
import { SessionForm } from './session-form.tsx';
import { useSteps } from './use-steps.ts';
import { useTrack } from './use-track.ts';

const WORDS = { title: { zh: '记录会谈', en: 'Record a session' } };

const FORM = 'session.held.short';

/** A session told in four fields, with one thumb. */
export function SessionPage() {
  const { query } = useTrack();
  return (
    <Page title={WORDS.title}>
      <QueryState query={query}>{(track) => <SessionOf track={track} />}</QueryState>
    </Page>
  );
}

function SessionOf({ track }: { readonly track: Track }) {
  const nowMs = useNowMs();
  const [opening] = useState(drawKey);
  const { data, error, refetch } = useQuery(
    keptDraftQuery({ kind: 'event', subject: track.id, form: FORM }, opening),
  );
  if (data === undefined && error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (nowMs === null || data === undefined) return <Waiting />;
  return <Session track={track} nowMs={nowMs} draft={data} />;
}

type SessionProps = { readonly track: Track; readonly nowMs: number; readonly draft: FoundDraft };

function Session({ track, nowMs, draft }: SessionProps) {
  const say = useSay();
  const goTo = useNavigate();
  const [entry, setEntry] = useState(() => entryOf(draft.kept?.typed ?? FRESH_ENTRY));
  const [isChecked, setIsChecked] = useState(false);
  const { saver, state } = useDraftSaver(draft.toSave);
  const { send, isSending, isDone, error } = useSteps(track);
  const problems = problemsOf(entry, nowMs);
  const refused = whyNot(track, 'session.held');
  const change = (part: Partial<SessionEntry>): void => {
    const next = { ...entry, ...part };
    setEntry(next);
    // Kept for tomorrow, "just now" has to be the time it was.
    saver.change({
      form: FORM,
      typed: { ...next, when: next.when || localMinuteOf(nowMs) },
      occurredAt: '',
    });
  };
  const submit = (): void => {
    setIsChecked(true);
    if (Object.keys(problems).length > 0) return;
    send([stepOf(entry)], () => {
      forgetDraft(draft, saver);
      void goTo(`/consultations/${track.id}?recorded=session.held`, { replace: true });
    });
  };
  return (
    <>
      {refused !== null && <Notice kind="warning">{say(refused)}</Notice>}
      <SessionForm
        track={track}
        entry={entry}
        nowMs={nowMs}
        problems={isChecked ? problems : {}}
        error={error}
        // Recorded: the next page is on its way, and a second press would be a second session.
        isSending={isSending || isDone}
        keptMark={<DraftMark state={state} saver={saver} />}
        onChange={change}
        onSubmit={submit}
      />
    </>
  );
}
