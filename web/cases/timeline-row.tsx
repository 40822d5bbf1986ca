import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { caseQuery, workflowQuery, workflowsQuery } from '#web/api/case.ts';
import { agenciesQuery, peopleQuery } from '#web/api/directory.ts';
import { type FormField, readSchema, type Schema } from '#web/forms/read-schema.ts';
import { useSay } from '#web/words/language.ts';
import { minuteText, momentMs } from '#web/words/time.ts';
import { about, type Words } from '#web/words/words.ts';
import type { Entry } from './case-timeline.tsx';
import { type Names, type PayloadLine, payloadLines } from './payload-lines.ts';

const WORDS = {
  timer: { zh: '系统计时', en: 'The timer' },
  recorded: { zh: '记录 {}', en: 'recorded {}' },
  content: { zh: '记录的内容（{} 项）', en: 'What was recorded ({})' },
  sealed: { zh: '已密封，您无权查看', en: 'Sealed, not for you to see' },
  theCase: { zh: '个案', en: 'The case' },
};

const SAME_MS = 60_000;
const TRACK_OPENED = 'track.opened';

/** One line of the timeline: what, on which track, who, when it happened and when it was recorded, and its content. */
export function TimelineRow({ entry, caseId }: { readonly entry: Entry; readonly caseId: string }) {
  const say = useSay();
  const { title, workflow, names } = useNames(entry, caseId);
  const lines = useLines(entry, workflow, names);
  const { occurredAt, recordedAt } = entry;
  const isLate = Math.abs(momentMs(recordedAt) - momentMs(occurredAt)) >= SAME_MS;
  return (
    <li className="timeline-row">
      <div className="timeline-when">
        <time>{minuteText(occurredAt)}</time>
        {isLate && (
          <span className="timeline-late">{say(about(WORDS.recorded, minuteText(recordedAt)))}</span>
        )}
      </div>
      <div className="timeline-what">
        <strong>{say(entry.title)}</strong>
        <span className="timeline-quiet">
          {say(title)} · {who(entry, names, say)}
        </span>
        {lines.length > 0 && <Recorded lines={lines} />}
      </div>
    </li>
  );
}

/** Not on the page before somebody asks: a name may stand in it. */
function Recorded({ lines }: { readonly lines: readonly PayloadLine[] }) {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{say(about(WORDS.content, lines.length))}</summary>
      {isOpen && (
        <dl>
          {lines.map((line, index) => (
            // The same field may stand in a list twice; the order never changes.
            <div key={`${index}-${line.label.zh}`} className={`payload-${Math.min(line.depth, 2)}`}>
              <dt>{say(line.label)}</dt>
              <dd>{line.value === null ? <em>{say(WORDS.sealed)}</em> : say(line.value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
}

function who(entry: Entry, names: Names, say: (words: Words) => string): string {
  if (entry.actor === 'system') return say(WORDS.timer);
  const agency = entry.agency === null ? undefined : names.agencies.get(entry.agency);
  const person = names.people.get(entry.actor) ?? '…';
  return agency === undefined ? person : `${person}（${say(agency)}）`;
}

/** What the ids in an entry stand for, out of lists that are read once for all rows. */
function useNames(entry: Entry, caseId: string): { title: Words; workflow: string | null; names: Names } {
  const { data: ofCase } = useQuery(caseQuery(caseId));
  const { data: workflows } = useQuery(workflowsQuery());
  const { data: people } = useQuery(peopleQuery());
  const { data: agencies } = useQuery(agenciesQuery());
  const titleOf = (id: string): Words =>
    workflows?.items.find((workflow) => workflow.id === id)?.title ?? { zh: id, en: id };
  const tracks = new Map(ofCase?.tracks.map((track) => [track.id, titleOf(track.workflow)]));
  const track = ofCase?.tracks.find(({ id }) => id === entry.trackId);
  return {
    title: track === undefined ? WORDS.theCase : titleOf(track.workflow),
    workflow: track?.workflow ?? null,
    names: {
      people: new Map(people?.map(({ id, name }) => [id, name])),
      agencies: new Map(agencies?.map(({ id, name }) => [id, name])),
      tracks,
    },
  };
}

/** The payload in the words of its form; what the case itself was opened with stands above, in its sealed parts. */
function useLines(entry: Entry, workflowId: string | null, names: Names): readonly PayloadLine[] {
  const { data } = useQuery({ ...workflowQuery(workflowId ?? ''), enabled: workflowId !== null });
  if (data === undefined) return [];
  const schema =
    entry.type === TRACK_OPENED
      ? data.inputSchema
      : data.events.find(({ type }) => type === entry.type)?.payloadSchema;
  const fields: readonly FormField[] = schema === undefined ? [] : readSchema(schema as Schema);
  return payloadLines(fields, entry.payload, names);
}
