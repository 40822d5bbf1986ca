import { useSearchParams } from 'react-router';
import { useToday } from '#web/api/clock.ts';
import { type Rule, useRules } from '#web/api/rules.ts';
import { Choice } from '#web/parts/choice.tsx';
import { EmptyState } from '#web/parts/empty-state.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';
import { filterRules, type RuleFilter, type Standing } from './rule-list.ts';
import { RuleRow } from './rule-row.tsx';
import './rules.css';

const WORDS = {
  title: { zh: '法定期限', en: 'Rules' },
  about: {
    zh: '每一条期限都有出处。点开一条，可以用它计算：从哪一刻起算，哪天届满，哪些日子不计。',
    en: 'Every period has its source. Open one to compute with it: from which moment, when it ends, which days do not count.',
  },
  search: { zh: '查找', en: 'Search' },
  searchHelp: { zh: '编号、名称、条文、机关都可以', en: 'A code, a title, an article, a body' },
  all: { zh: '全部', en: 'All' },
  kind: { zh: '性质', en: 'Kind' },
  statute: { zh: '法定', en: 'Law' },
  policy: { zh: '平台规定', en: 'House rule' },
  standing: { zh: '施行', en: 'In force' },
  now: { zh: '现行', en: 'Now' },
  past: { zh: '已失效', en: 'No longer' },
  future: { zh: '尚未施行', en: 'Not yet' },
  verified: { zh: '核对', en: 'Checked' },
  unverified: { zh: '待核实', en: 'To be confirmed' },
  count: { zh: '{} 条，共 {} 条', en: '{} of {} rules' },
  none: {
    zh: '没有符合的条目。换一个词，或者去掉一个筛选条件。',
    en: 'No rule fits. Try another word, or take a filter away.',
  },
};

/** The law table: what runs for whom, by which article, since when. The search and the filters stand in the address. */
export function RulesPage() {
  const say = useSay();
  const rules = useRules();
  return (
    <Page title={WORDS.title}>
      <p>{say(WORDS.about)}</p>
      <QueryState query={rules}>{(all) => <RuleList rules={all} />}</QueryState>
    </Page>
  );
}

function RuleList({ rules }: { readonly rules: readonly Rule[] }) {
  const say = useSay();
  const today = useToday();
  const [query] = useSearchParams();
  const shown = filterRules(rules, filterIn(query), today);
  return (
    <>
      <RuleFilters />
      <p role="status">{say(about(WORDS.count, shown.length, rules.length))}</p>
      {shown.length === 0 && <EmptyState words={WORDS.none} />}
      <ul className="rule-list">
        {shown.map((rule) => (
          <RuleRow key={rule.code} {...{ rule, rules, today }} />
        ))}
      </ul>
    </>
  );
}

function RuleFilters() {
  const say = useSay();
  const [query, setQuery] = useSearchParams();
  const filter = filterIn(query);
  const set = (key: string, value: string | null): void =>
    setQuery(
      (before) => {
        if (value === null || value === '' || value === 'all') before.delete(key);
        else before.set(key, value);
        return before;
      },
      { replace: true },
    );
  return (
    <search className="rule-filters card">
      <label className="rule-search">
        {say(WORDS.search)}
        <input
          type="search"
          className="input"
          placeholder={say(WORDS.searchHelp)}
          value={filter.text}
          onChange={(event) => set('q', event.target.value)}
        />
      </label>
      <Choice
        label={WORDS.kind}
        isRequired
        options={[ALL, { code: 'statute', words: WORDS.statute }, { code: 'policy', words: WORDS.policy }]}
        value={filter.kind ?? 'all'}
        onChoose={(kind) => set('kind', kind)}
      />
      <Choice
        label={WORDS.standing}
        isRequired
        options={[ALL, ...STANDINGS.map((code) => ({ code, words: WORDS[code] }))]}
        value={filter.standing ?? 'all'}
        onChoose={(standing) => set('standing', standing)}
      />
      <Choice
        label={WORDS.verified}
        isRequired
        options={[ALL, { code: 'no', words: WORDS.unverified }]}
        value={filter.isUnverified ? 'no' : 'all'}
        onChoose={(verified) => set('verified', verified)}
      />
    </search>
  );
}

const ALL = { code: 'all', words: WORDS.all } as const;
const STANDINGS: readonly Standing[] = ['now', 'past', 'future'];

function filterIn(query: URLSearchParams): RuleFilter {
  const kind = query.get('kind');
  return {
    text: query.get('q') ?? '',
    kind: kind === 'statute' || kind === 'policy' ? kind : null,
    standing: STANDINGS.find((standing) => standing === query.get('standing')) ?? null,
    isUnverified: query.get('verified') === 'no',
  };
}
