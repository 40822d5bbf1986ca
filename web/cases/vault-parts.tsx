import { useQuery } from '@tanstack/react-query';
import { type FocusEvent, useState } from 'react';
import { type Case, workflowQuery } from '#web/api/case.ts';
import { termsOf } from '#web/forms/known-codes.ts';
import { Button } from '#web/parts/button.tsx';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import { FIELD_WORDS, PART_WORDS, PARTS, type PartName, valueWords } from './vault-words.ts';

const WORDS = {
  title: { zh: '当事人信息（密封）', en: 'Who it is about (sealed)' },
  show: { zh: '显示', en: 'Show' },
  hide: { zh: '遮蔽', en: 'Hide' },
  hidden: { zh: '已遮蔽', en: 'hidden' },
};

/** What of the people the API lets this reader see: covered until she asks for it, and again when she turns away. */
export function VaultParts({ ofCase }: { readonly ofCase: Case }) {
  const say = useSay();
  const { data: intake } = useQuery(workflowQuery('intake'));
  const there = PARTS.filter((name) => ofCase[name] !== undefined);
  if (there.length === 0) return null;
  const schemas =
    intake === undefined ? [] : [intake.inputSchema, ...intake.events.map((event) => event.payloadSchema)];
  const terms = termsOf(schemas);
  return (
    <section className="card vault-parts" aria-labelledby="vault-parts">
      <h2 id="vault-parts">{say(WORDS.title)}</h2>
      <div className="vault-grid">
        {there.map((name) => (
          <VaultPart key={name} name={name} part={ofCase[name] as Part} terms={terms} />
        ))}
      </div>
    </section>
  );
}

type Part = Readonly<Record<string, unknown>>;
type VaultPartProps = {
  readonly name: PartName;
  readonly part: Part;
  readonly terms: ReadonlyMap<string, Words>;
};

function VaultPart({ name, part, terms }: VaultPartProps) {
  const say = useSay();
  const [isShown, setIsShown] = useState(false);
  const cover = (event: FocusEvent<HTMLElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setIsShown(false);
  };
  return (
    <section className="vault-part" onBlur={cover} aria-label={say(PART_WORDS[name])}>
      <header>
        <h3>{say(PART_WORDS[name])}</h3>
        <Button look="quiet" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
          {say(isShown ? WORDS.hide : WORDS.show)}
        </Button>
      </header>
      <dl>
        {Object.entries(part).map(([key, value]) => (
          <div key={key}>
            <dt>{say(FIELD_WORDS[key] ?? { zh: key, en: key })}</dt>
            <dd>
              {isShown ? (
                say(valueWords(value, terms))
              ) : (
                <span role="img" aria-label={say(WORDS.hidden)}>
                  ••••••
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
