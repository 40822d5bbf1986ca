import { Link } from 'react-router';
import type { Rule } from '#web/api/rules.ts';
import { Chip } from '#web/parts/chip.tsx';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';
import { replacedBy, standingOf } from './rule-list.ts';

const WORDS = {
  statute: { zh: '法定', en: 'Law' },
  policy: { zh: '平台规定，不是法律', en: 'House rule, not law' },
  unverified: { zh: '待核实', en: 'To be confirmed' },
  past: { zh: '{} 后失效', en: 'Not in force after {}' },
  future: { zh: '{} 起施行', en: 'In force from {}' },
  replacedBy: { zh: '由 {} 取代', en: 'Replaced by {}' },
  replaces: { zh: '取代 {}', en: 'Replaces {}' },
};

type RuleMarksProps = { readonly rule: Rule; readonly rules: readonly Rule[]; readonly today: string | null };

/** What must be known of a row before it is relied on: law or ours, confirmed or not, in force or replaced. */
export function RuleMarks({ rule, rules, today }: RuleMarksProps) {
  const say = useSay();
  const standing = standingOf(rule, today);
  return (
    <>
      <Chip tone={rule.kind === 'statute' ? 'info' : 'quiet'}>{say(WORDS[rule.kind])}</Chip>
      {!rule.isVerified && <Chip tone="warning">{say(WORDS.unverified)}</Chip>}
      {standing === 'past' && <Chip tone="danger">{say(about(WORDS.past, rule.inForce.to ?? ''))}</Chip>}
      {standing === 'future' && (
        <Chip tone="warning">{say(about(WORDS.future, rule.inForce.from ?? ''))}</Chip>
      )}
      {replacedBy(rules, rule.code).map(({ code }) => (
        <Link key={code} to={`/rules/${code}`}>
          {say(about(WORDS.replacedBy, code))}
        </Link>
      ))}
      {rule.succeeds !== null && (
        <Link to={`/rules/${rule.succeeds}`}>{say(about(WORDS.replaces, rule.succeeds))}</Link>
      )}
    </>
  );
}
