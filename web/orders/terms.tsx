import { Chip } from '#web/parts/chip.tsx';
import { useSay } from '#web/words/language.ts';
import { about, type Words } from '#web/words/words.ts';
import type { Measure, OrderAtHand } from './order-track.ts';
import { choicesAt, wordsFor } from './schema-choices.ts';
import { useSchemaOf } from './workflow-schema.ts';

const WORDS = {
  title: { zh: '措施', en: 'Measures' },
  due: { zh: '履行期限 {}', en: 'Due on {}' },
};

/** Not kept yet says nothing: most measures forbid, and nothing has to be done for them. */
const STATUS_WORDS: Readonly<Record<string, Words>> = {
  complied: { zh: '已履行', en: 'Complied' },
  partly: { zh: '部分履行', en: 'Partly' },
  breached: { zh: '已违反', en: 'Broken' },
};

const TONES = { complied: 'good', breached: 'danger', partly: 'warning' } as const;

/** What the order says he must and must not, and how each of it is kept. */
export function Terms({ context }: OrderAtHand) {
  const say = useSay();
  const schemaOf = useSchemaOf();
  if (context.measures.length === 0) return null;
  const kinds = choicesAt(schemaOf('order.granted'), 'measures', '[]', 'code');
  return (
    <section className="card order-part" aria-label={say(WORDS.title)}>
      <h2>{say(WORDS.title)}</h2>
      <ul className="order-log">
        {context.measures.map((measure) => (
          <li key={measure.id}>
            {say(wordsFor(kinds, measure.code))}{' '}
            {measure.dueOn !== null && say(about(WORDS.due, measure.dueOn))} <StatusMark {...measure} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function StatusMark({ status }: Measure) {
  const say = useSay();
  const words = STATUS_WORDS[status];
  if (words === undefined) return null;
  return <Chip tone={TONES[status as keyof typeof TONES] ?? 'quiet'}>{say(words)}</Chip>;
}
