import type { Rule } from '#web/api/rules.ts';
import { useSay } from '#web/words/language.ts';
import { about, type Words } from '#web/words/words.ts';
import { lengthOfRule } from './rule-list.ts';

const WORDS = {
  article: { zh: '依据', en: 'Source' },
  length: { zh: '期限', en: 'Period' },
  trigger: { zh: '起算', en: 'Begins with' },
  body: { zh: '由谁办理', en: 'Whose duty' },
  consequence: { zh: '届满之后', en: 'When it is over' },
  inForce: { zh: '施行', en: 'In force' },
  fromTo: { zh: '{} 至 {}', en: '{} to {}' },
  from: { zh: '自 {} 起', en: 'from {}' },
  to: { zh: '至 {}', en: 'until {}' },
  noDates: { zh: '没有登记施行日期', en: 'no date is on record' },
  excludes: { zh: '不计入的时间', en: 'Time that does not count' },
  appraisal: { zh: '鉴定', en: 'appraisal' },
  hearing: { zh: '听证', en: 'hearing' },
};

/** What a row of the table says, in full. */
export function RuleFacts({ rule, rules }: { readonly rule: Rule; readonly rules: readonly Rule[] }) {
  const say = useSay();
  const facts: readonly (readonly [Words, string])[] = [
    [WORDS.article, rule.article],
    [WORDS.length, say(lengthOfRule(rules, rule))],
    [WORDS.trigger, say(rule.trigger)],
    [WORDS.body, say(rule.dutyBody)],
    [WORDS.consequence, say(rule.consequence)],
    [WORDS.inForce, say(forceWords(rule))],
    ...(rule.excludes.length > 0
      ? ([[WORDS.excludes, rule.excludes.map((each) => say(WORDS[each])).join(' · ')]] as const)
      : []),
  ];
  return (
    <dl className="rule-facts card">
      {facts.map(([label, text]) => (
        <div key={label.en}>
          <dt>{say(label)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function forceWords({ inForce: { from, to } }: Rule): Words {
  if (from !== null && to !== null) return about(WORDS.fromTo, from, to);
  if (from !== null) return about(WORDS.from, from);
  return to === null ? WORDS.noDates : about(WORDS.to, to);
}
