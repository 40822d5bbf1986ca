import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '#web/api/client.ts';
import type { Track } from '#web/api/track.ts';
import { useSay } from '#web/words/language.ts';
import { minuteText } from '#web/words/time.ts';
import { choicesOf } from './event-choices.ts';
import { MatterLines } from './matter-lines.tsx';

const WORDS = {
  last: { zh: '上次会谈', en: 'The last session' },
  when: { zh: '时间', en: 'When' },
  channel: { zh: '方式', en: 'How' },
  advice: { zh: '咨询意见', en: 'Advice' },
  nextStep: { zh: '下一步', en: 'Next step' },
  nextOn: { zh: '约定日期', en: 'Agreed day' },
  notes: { zh: '笔记（保密）', en: 'Notes (privileged)' },
};

const LIMIT = '200';

/** What was said and agreed last time; nothing before the first session. */
export function LastSession({ track }: { readonly track: Track }) {
  const say = useSay();
  const { data } = useQuery({
    queryKey: ['/api/cases', track.caseId, 'timeline'],
    queryFn: () =>
      answerOf(
        api.GET('/api/cases/{id}/timeline', {
          params: { path: { id: track.caseId }, query: { limit: LIMIT } },
        }),
      ),
  });
  const session = data?.items.find(({ trackId, type }) => trackId === track.id && type === 'session.held');
  if (session === undefined) return null;
  const payload = session.payload as Readonly<Record<string, unknown>>;
  const word = (field: string): string | null => {
    const option = choicesOf(track, 'session.held', field).find(({ code }) => code === payload[field]);
    return option === undefined ? null : say(option.words);
  };
  const notes = payload['notes'];
  const lines = {
    when: minuteText(session.occurredAt),
    channel: word('channel'),
    advice: word('advice'),
    nextStep: word('nextStep'),
    nextOn: typeof payload['nextOn'] === 'string' ? payload['nextOn'] : null,
    notes: typeof notes === 'string' ? notes : null,
  };
  return (
    <section className="matter-section card">
      <h2>{say(WORDS.last)}</h2>
      <MatterLines
        lines={Object.entries(lines).map(([key, value]) => ({
          label: say(WORDS[key as keyof typeof lines]),
          value,
        }))}
      />
    </section>
  );
}
