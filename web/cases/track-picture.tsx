import type { Track } from '#web/api/track.ts';
import { useSay } from '#web/words/language.ts';

const WORDS = {
  title: { zh: '流程图', en: 'Picture of the workflow' },
  alt: { zh: '流程图，当前状态已标出', en: 'State diagram with the current state marked' },
};

/** The picture of a track's workflow with the state it is in. */
export function TrackPicture({ track }: { readonly track: Track }) {
  const say = useSay();
  return (
    <details className="card track-picture not-on-paper">
      <summary>{say(WORDS.title)}</summary>
      <img
        src={`/api/workflows/${track.workflow}/diagram.svg?track=${track.id}`}
        alt={say(WORDS.alt)}
        loading="lazy"
      />
    </details>
  );
}
