import { Link, useParams } from 'react-router';
import { useToday } from '#web/api/clock.ts';
import { type Rule, useRules } from '#web/api/rules.ts';
import { EmptyState } from '#web/parts/empty-state.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';
import { Calculator } from './calculator.tsx';
import { houseLimitOf, numberlessAs } from './rule-list.ts';
import { RuleFacts } from './rule-facts.tsx';
import { RuleMarks } from './rule-marks.tsx';
import './rules.css';

const WORDS = {
  rule: { zh: '法定期限', en: 'Rule' },
  titled: { zh: '{} {}', en: '{} {}' },
  none: { zh: '没有这个编号的条目。', en: 'There is no rule of this code.' },
  all: { zh: '全部条目', en: 'All rules' },
  unverified: {
    zh: '这一条凭专业知识录入，尚未与官方文本逐字核对。使用前请由法律顾问核实。',
    en: 'This one was entered from knowledge and not yet read in the official text. Have counsel confirm it before you rely on it.',
  },
  condition: {
    zh: '这是一个条件，没有期限，不能计算日期。流程在记录时按它检查。',
    en: 'This is a condition. It has no period, so there is no date to compute; the workflows check it when something is recorded.',
  },
  house_limit: {
    zh: '法律要求办理，但没有规定具体时限，所以不能计算法定日期。平台自定的时限是：',
    en: 'The law demands it and gives no number, so there is no lawful date to compute. The limit we hold ourselves to is: ',
  },
};

/** One rule: what the law says, and the calculator. */
export function RulePage() {
  const { code = '' } = useParams();
  const rules = useRules();
  const rule = rules.data?.find((each) => each.code === code);
  const say = useSay();
  return (
    <Page
      title={rule === undefined ? WORDS.rule : about(WORDS.titled, rule.code, rule.title)}
      actions={<Link to="/rules">{say(WORDS.all)}</Link>}
    >
      <QueryState query={rules}>
        {(all) =>
          rule === undefined ? <EmptyState words={WORDS.none} /> : <OneRule rule={rule} rules={all} />
        }
      </QueryState>
    </Page>
  );
}

function OneRule({ rule, rules }: { readonly rule: Rule; readonly rules: readonly Rule[] }) {
  const say = useSay();
  const today = useToday();
  const numberless = numberlessAs(rules, rule);
  const house = houseLimitOf(rules, rule);
  return (
    <>
      <div className="rule-marks">
        <RuleMarks {...{ rule, rules, today }} />
      </div>
      {!rule.isVerified && <Notice kind="warning">{say(WORDS.unverified)}</Notice>}
      <RuleFacts rule={rule} rules={rules} />
      {numberless === null ? (
        <Calculator key={rule.code} rule={rule} rules={rules} />
      ) : (
        <Notice kind="info">
          {say(WORDS[numberless])}
          {house !== undefined && (
            <Link to={`/rules/${house.code}`}>
              {house.code} {say(house.title)}
            </Link>
          )}
        </Notice>
      )}
    </>
  );
}
