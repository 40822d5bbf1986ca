import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { workflowQuery } from '#web/api/case.ts';
import { type Track, type TrackEvent, trackQuery } from '#web/api/track.ts';
import { EventForm } from '#web/forms/event-form.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { about, type Words } from '#web/words/words.ts';
import { FormCard } from './form-card.tsx';
import { NextSteps } from './next-steps.tsx';
import { StateStrip } from './state-strip.tsx';
import { TrackDeadlines } from './track-deadlines.tsx';
import { TrackPicture } from './track-picture.tsx';
import { useOpenForm } from './use-open-form.ts';

const WORDS = {
  recorded: { zh: '已记录：{}', en: 'Recorded: {}' },
  gone: {
    zh: '“{}”现在不能记录，原因见下。',
    en: '“{}” cannot be recorded now; see below why.',
  },
  unknown: { zh: '这一事项', en: 'This' },
};

type TrackPanelProps = {
  readonly trackId: string;
  /** The event whose form is open. */
  readonly openEvent: string | null;
};

/** One track: where it stands, what can be done, when it is due, its picture. */
export function TrackPanel({ trackId, openEvent }: TrackPanelProps) {
  const query = useQuery(trackQuery(trackId));
  return (
    <QueryState query={query}>{(track) => <TrackBody track={track} openEvent={openEvent} />}</QueryState>
  );
}

function TrackBody({ track, openEvent }: { readonly track: Track; readonly openEvent: string | null }) {
  const say = useSay();
  const { data: workflow, isPending } = useQuery(workflowQuery(track.workflow));
  const { open, close } = useOpenForm();
  const [recorded, setRecorded] = useState<Words | null>(null);
  const event = useOpenedEvent(track, openEvent);
  const begin = (type: string): void => {
    setRecorded(null);
    open('event', type);
  };
  return (
    <section className="track-panel">
      <StateStrip track={track} title={workflow?.title} />
      {recorded !== null && <Notice kind="good">{say(about(WORDS.recorded, recorded))}</Notice>}
      {openEvent !== null && event === null && (
        <Notice kind="warning">{say(about(WORDS.gone, titleOf(track, openEvent)))}</Notice>
      )}
      {/* Buttons that change places when the workflow comes are pressed beside. */}
      {!isPending && (
        <NextSteps track={track} workflow={workflow} chosen={event?.type ?? null} onChoose={begin} />
      )}
      {event !== null && (
        <FormCard title={event.title}>
          <EventForm
            key={event.type}
            track={track}
            event={event}
            onCancel={close}
            onDone={() => {
              setRecorded(event.title);
              close();
            }}
          />
        </FormCard>
      )}
      <TrackDeadlines track={track} />
      <TrackPicture track={track} />
    </section>
  );
}

/** An open form stays open when its event is no longer offered: what was typed is still in it. */
function useOpenedEvent(track: Track, type: string | null): TrackEvent | null {
  const [kept, setKept] = useState<TrackEvent | null>(null);
  if (type === null) {
    if (kept !== null) setKept(null);
    return null;
  }
  if (kept?.type === type) return kept;
  const offered = track.events.find((event) => event.type === type && event.allowed) ?? null;
  if (offered !== kept) setKept(offered);
  return offered;
}

function titleOf(track: Track, type: string): Words {
  return track.events.find((event) => event.type === type)?.title ?? WORDS.unknown;
}
