import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '#web/api/client.ts';
import type { Track, TrackEvent } from '#web/api/track.ts';
import { Notice } from '#web/parts/notice.tsx';
import { useSay } from '#web/words/language.ts';
import { tellingTitles } from '#web/words/telling-titles.ts';
import { shortText } from '#web/words/time.ts';
import { listWords } from '#web/words/words.ts';

const WORDS = {
  changed: {
    zh: '您填写期间，这个环节有了新的进展。您填写的内容还在；看过之后可以继续提交。',
    en: 'This has moved on while you were writing. What you typed is still here; look at what is new, then send it.',
  },
  state: { zh: '状态', en: 'State' },
  gone: {
    zh: '在新的状态下，这一事项可能已经不能记录。',
    en: 'In its new state this can perhaps not be recorded any more.',
  },
};

const NEWEST = '20';

/** What has happened on a track since its form was opened: the states before and after, and the events between. */
export function ChangedNote({ track, event }: { readonly track: Track; readonly event: TrackEvent }) {
  const say = useSay();
  const [before] = useState(track);
  const hasChanged = track.version !== before.version;
  const { data } = useQuery({
    queryKey: ['/api/cases/{id}/timeline', track.caseId, 'since', before.version, track.version],
    queryFn: () => {
      const params = { path: { id: track.caseId }, query: { limit: NEWEST } };
      return answerOf(api.GET('/api/cases/{id}/timeline', { params }));
    },
    enabled: hasChanged,
  });
  if (!hasChanged) return null;
  const count = track.version - before.version;
  const news = data?.items.filter(({ trackId }) => trackId === track.id).slice(0, count) ?? [];
  const isOffered = track.events.some(({ type, allowed }) => type === event.type && allowed);
  return (
    <Notice kind="warning">
      <p>{say(WORDS.changed)}</p>
      <p>
        {say(WORDS.state)} {say(listWords(tellingTitles(before)))} → {say(listWords(tellingTitles(track)))}
      </p>
      <ul>
        {news.map(({ seq, title, recordedAt }) => (
          <li key={seq}>
            <time>{shortText(recordedAt)}</time> {say(title)}
          </li>
        ))}
      </ul>
      {!isOffered && <p>{say(WORDS.gone)}</p>}
    </Notice>
  );
}
