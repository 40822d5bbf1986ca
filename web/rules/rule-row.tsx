import { Link } from 'react-router';
import type { Rule } from '#web/api/rules.ts';
import { useSay } from '#web/words/language.ts';
import { lengthOfRule } from './rule-list.ts';
import { RuleMarks } from './rule-marks.tsx';

const WORDS = {
  from: { zh: '起算：', en: 'Begins with: ' },
  body: { zh: '机关：', en: 'Body: ' },
};

type RuleRowProps = { readonly rule: Rule; readonly rules: readonly Rule[]; readonly today: string | null };

/** A row of the law table: its code and title, how long, from when, who, by which article. */
export function RuleRow({ rule, rules, today }: RuleRowProps) {
  const say = useSay();
  return (
    <li className="rule-row card">
      <span className="rule-code">{rule.code}</span>
      <div className="rule-what">
        <Link to={`/rules/${rule.code}`} className="rule-title">
          {say(rule.title)}
        </Link>
        <span className="rule-article">{rule.article}</span>
      </div>
      <div className="rule-length">
        <strong>{say(lengthOfRule(rules, rule))}</strong>
        <span className="rule-quiet">
          {say(WORDS.from)}
          {say(rule.trigger)}
        </span>
        <span className="rule-quiet">
          {say(WORDS.body)}
          {say(rule.dutyBody)}
        </span>
      </div>
      <div className="rule-marks">
        <RuleMarks {...{ rule, rules, today }} />
      </div>
    </li>
  );
}
