import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { answerOf, api } from '#web/api/client.ts';
import { useNowMs } from '#web/api/clock.ts';
import { isRefusal } from '#web/api/problem.ts';
import type { Rule } from '#web/api/rules.ts';
import { BothDues } from '#web/parts/both-dues.tsx';
import { DayCalendar } from '#web/parts/day-calendar.tsx';
import { Field } from '#web/parts/field.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { TextField } from '#web/parts/text-field.tsx';
import { useSay } from '#web/words/language.ts';
import { localMinuteOf } from '#web/words/time.ts';

const WORDS = {
  title: { zh: '计算', en: 'Compute' },
  rule: { zh: '按哪一条', en: 'By which rule' },
  moment: { zh: '起算的时刻（北京时间）', en: 'The moment it begins (Beijing time)' },
  momentHelp: {
    zh: '按日、月计算的期间只看日期；按小时计算的看到分钟。',
    en: 'Days and months look at the date only; hours look at the minute.',
  },
  excluded: { zh: '不计入的天数', en: 'Days that do not count' },
  excludedHelp: { zh: '例如鉴定、听证占用的天数', en: 'Taken by an appraisal or a hearing' },
  unknown: {
    zh: '这一期间落在放假安排尚未公布的年份，现在给不出确定的日期。个案里的期限会先只按周末推算，并标明“暂定”；国务院的放假通知公布后自动重新计算。',
    en: 'This period falls into a year whose holiday notice is not published, so no certain date can be given. In a case such a deadline is counted by weekends only for now, marked provisional, and computed again when the notice is out.',
  },
};

type CalculatorProps = { readonly rule: Rule; readonly rules: readonly Rule[] };

/** When a period would end. The rule, the moment and the excluded days stand in the address. */
export function Calculator({ rule, rules }: CalculatorProps) {
  const say = useSay();
  const [query, setQuery] = useSearchParams();
  const nowMs = useNowMs();
  const at = query.get('at') ?? '';
  const excluded = rule.excludes.length === 0 ? '' : (query.get('excluded') ?? '');
  useEffect(() => {
    if (at === '' && nowMs !== null) setQuery({ at: localMinuteOf(nowMs) }, { replace: true });
  }, [at, nowMs, setQuery]);
  const set = (key: string, value: string): void =>
    setQuery({ ...Object.fromEntries(query), [key]: value }, { replace: true });
  return (
    <section className="calculator" aria-labelledby="calculator">
      <h2 id="calculator">{say(WORDS.title)}</h2>
      <div className="calculator-fields card">
        <RuleChooser rule={rule} rules={rules} />
        <TextField
          label={WORDS.moment}
          help={WORDS.momentHelp}
          type="datetime-local"
          required
          min="2000-01-01T00:00"
          max="2099-12-31T23:59"
          value={at}
          onType={(text) => text !== '' && set('at', text)}
        />
        {rule.excludes.length > 0 && (
          <TextField
            label={WORDS.excluded}
            help={WORDS.excludedHelp}
            type="number"
            min={0}
            max={3650}
            value={excluded}
            onType={(text) => set('excluded', text)}
          />
        )}
      </div>
      {at !== '' && <Computed rule={rule} start={at} excludedDays={Number(excluded)} />}
    </section>
  );
}

/** Another rule with the same moment. */
function RuleChooser({ rule, rules }: CalculatorProps) {
  const say = useSay();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  return (
    <Field label={WORDS.rule} isRequired>
      {(control) => (
        <select
          {...control}
          className="input"
          value={rule.code}
          onChange={(event) =>
            void navigate({ pathname: `/rules/${event.target.value}`, search: `?${query}` })
          }
        >
          {rules
            .filter(({ amount }) => amount !== null)
            .map(({ code, title }) => (
              <option key={code} value={code}>
                {code} {say(title)}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
}

type ComputedProps = { readonly rule: Rule; readonly start: string; readonly excludedDays: number };

function Computed({ rule, start, excludedDays }: ComputedProps) {
  const say = useSay();
  const body = { rule: rule.code, start, ...(excludedDays > 0 && { excludedDays }) };
  const answer = useQuery({
    queryKey: ['/api/deadlines/compute', body],
    queryFn: () => answerOf(api.POST('/api/deadlines/compute', { body })),
    placeholderData: (before) => before,
  });
  if (isRefusal(answer.error, 'calendar_year_unknown')) {
    return <Notice kind="warning">{say(WORDS.unknown)}</Notice>;
  }
  return (
    <QueryState query={answer}>
      {(due) => (
        <>
          <BothDues {...due} kind={rule.kind} />
          <DayCalendar {...due} kind={rule.kind} />
        </>
      )}
    </QueryState>
  );
}
