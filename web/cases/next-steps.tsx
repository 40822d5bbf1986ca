import type { Workflow } from '#web/api/case.ts';
import type { Track, TrackEvent } from '#web/api/track.ts';
import { Button } from '#web/parts/button.tsx';
import { useSay } from '#web/words/language.ts';
import { roleWords } from '#web/words/roles.ts';
import { about, listWords } from '#web/words/words.ts';
import { stepsOf } from './sort-steps.ts';

const WORDS = {
  next: { zh: '下一步', en: 'Next steps' },
  others: { zh: '还可以记录（{}）', en: 'Can be recorded too ({})' },
  blocked: { zh: '现在不能做的事，以及原因（{}）', en: 'What cannot be done now, and why ({})' },
  who: { zh: '{}（可由：{}）', en: '{} (who can: {})' },
  done: { zh: '这个环节已经办结。', en: 'This is done.' },
  none: { zh: '现在没有您可以记录的事项。', en: 'There is nothing for you to record now.' },
};

const SHOWN = 8;

type NextStepsProps = {
  readonly track: Track;
  readonly workflow: Workflow | undefined;
  /** The event whose form is open. */
  readonly chosen: string | null;
  readonly onChoose: (type: string) => void;
};

/** What can be done now as buttons; what cannot is there too, with the reason and who could. */
export function NextSteps({ track, workflow, chosen, onChoose }: NextStepsProps) {
  const say = useSay();
  const { next, others, blocked } = stepsOf(track, workflow);
  const buttons = (events: readonly TrackEvent[], look: 'primary' | 'plain') => (
    <div className="case-buttons">
      {events.map(({ type, title }) => (
        <Button
          key={type}
          look={look}
          aria-pressed={chosen === type || undefined}
          onClick={() => onChoose(type)}
        >
          {say(title)}
        </Button>
      ))}
    </div>
  );
  const nothing = track.events.length === 0 ? WORDS.done : WORDS.none;
  const isMuch = next.length > SHOWN;
  return (
    <section className="card next-steps not-on-paper" aria-labelledby="next-steps">
      <h2 id="next-steps">{say(WORDS.next)}</h2>
      {next.length === 0 && <p>{say(nothing)}</p>}
      {next.length > 0 && buttons(next, isMuch ? 'plain' : 'primary')}
      {others.length > 0 && (
        <details open={others.length <= SHOWN}>
          <summary>{say(about(WORDS.others, others.length))}</summary>
          {buttons(others, 'plain')}
        </details>
      )}
      {blocked.length > 0 && (
        <details>
          <summary>{say(about(WORDS.blocked, blocked.length))}</summary>
          <ul className="blocked-steps">
            {blocked.map((event) => (
              <BlockedStep key={event.type} event={event} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function BlockedStep({ event }: { readonly event: TrackEvent }) {
  const say = useSay();
  return (
    <li>
      <span className="blocked-title">{say(event.title)}</span>
      {event.because.map(({ code, text, who }) => (
        <span key={code} className="blocked-why">
          {say(who.length === 0 ? text : about(WORDS.who, text, listWords(who.map(roleWords))))}
        </span>
      ))}
    </li>
  );
}
