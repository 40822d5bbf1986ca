import { useQuery } from '@tanstack/react-query';
import type { Case } from '#web/api/case.ts';
import { agenciesQuery, peopleQuery } from '#web/api/directory.ts';
import { Chip } from '#web/parts/chip.tsx';
import { RiskMark } from '#web/parts/risk-mark.tsx';
import { factWords } from '#web/words/facts.ts';
import { useSay } from '#web/words/language.ts';
import { roleWords } from '#web/words/roles.ts';
import { dayText } from '#web/words/time.ts';
import { about, listWords } from '#web/words/words.ts';
import { HandoffButtons } from './handoff-buttons.tsx';

const WORDS = {
  closed: { zh: '已结案', en: 'Closed' },
  open: { zh: '办理中', en: 'Open' },
  owner: { zh: '主责单位', en: 'Owner' },
  opened: { zh: '立案', en: 'Opened' },
  who: { zh: '办理人员', en: 'On it' },
  person: { zh: '{}（{}）', en: '{} ({})' },
  nobody: { zh: '还没有指定人员', en: 'nobody yet' },
  facts: { zh: '已知情况', en: 'What is known' },
};

/** How the case stands, in a few lines; whether she may be contacted always stands in the same corner. */
export function CaseHead({ ofCase }: { readonly ofCase: Case }) {
  const say = useSay();
  const { data: agencies } = useQuery(agenciesQuery());
  const owner = agencies?.find(({ id }) => id === ofCase.ownerAgency)?.name;
  const facts = Object.entries(ofCase.facts)
    .filter(([name]) => name !== 'risk')
    .flatMap(([name, value]) => factWords(name, value) ?? []);
  return (
    <section className="card case-head">
      <div className="case-head-marks">
        <RiskMark risk={ofCase.risk} />
        <Chip tone={ofCase.status === 'open' ? 'info' : 'quiet'}>{say(WORDS[ofCase.status])}</Chip>
      </div>
      <dl className="case-facts">
        <dt>{say(WORDS.owner)}</dt>
        <dd>{owner === undefined ? '…' : say(owner)}</dd>
        <dt>{say(WORDS.opened)}</dt>
        <dd>{dayText(ofCase.openedAt)}</dd>
        <dt>{say(WORDS.who)}</dt>
        <dd>
          <People ofCase={ofCase} />
        </dd>
      </dl>
      {facts.length > 0 && (
        <ul className="case-known" aria-label={say(WORDS.facts)}>
          {facts.map((words) => (
            <li key={words.en}>
              <Chip>{say(words)}</Chip>
            </li>
          ))}
        </ul>
      )}
      <HandoffButtons isClosed={ofCase.status === 'closed'} />
    </section>
  );
}

/** Who holds a track of it, once each. */
function People({ ofCase }: { readonly ofCase: Case }) {
  const say = useSay();
  const { data } = useQuery(peopleQuery());
  const held = new Set(ofCase.tracks.filter(({ isFinal }) => !isFinal).map(({ assignee }) => assignee));
  const people = data?.filter(({ id }) => held.has(id)) ?? [];
  if (people.length === 0) return <>{say(WORDS.nobody)}</>;
  const words = people.map(({ name, role }) => about(WORDS.person, name, roleWords(role)));
  return <>{say(listWords(words))}</>;
}
