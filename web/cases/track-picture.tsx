import { useState } from 'react';
import type { Track } from '#web/api/track.ts';
import { Picture } from '#web/parts/picture.tsx';
import { useSay } from '#web/words/language.ts';
import { about, type Words } from '#web/words/words.ts';

const WORDS = {
  title: { zh: '流程图', en: 'Picture of the workflow' },
  alt: { zh: '流程图，现在处于：{}', en: 'State diagram; it is now in: {}' },
};

/** The picture of a track's workflow with the state it is in; a newer version of the track is a newer picture. */
export function TrackPicture({ track }: { readonly track: Track }) {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  const states: Words = {
    zh: track.titles.map(({ zh }) => zh).join('、'),
    en: track.titles.map(({ en }) => en).join(', '),
  };
  return (
    <details
      className="card track-picture not-on-paper"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>{say(WORDS.title)}</summary>
      {isOpen && (
        <Picture
          key={track.version}
          src={`/api/workflows/${track.workflow}/diagram.svg?track=${track.id}#${track.version}`}
          alt={about(WORDS.alt, states)}
        />
      )}
    </details>
  );
}
