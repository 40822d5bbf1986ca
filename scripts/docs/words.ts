import type { Role } from '#src/base/roles.ts';
import { type Rule, type RuleCode, ruleOf } from '#src/base/rules.ts';
import { type Title, title } from '#src/base/title.ts';
import { ROLE_TITLES } from '#src/i18n/role-titles.ts';
import type { Audience, RemindBefore } from '#src/workflow/deadline.ts';
import type { Relation } from '#src/workflow/workflow-event.ts';

const RELATIONS: Readonly<Record<Relation, Title | null>> = {
  anyone: null,
  owner: title('限主责单位', 'of the owner agency'),
  handler: title('限承办单位', 'of the handling agency'),
  assignee: title('限承办人员本人', 'the assignee herself'),
  candidate: title('限受邀承办者', 'whom it was offered to'),
};

const AUDIENCES = {
  handler: title('承办人员', 'whoever handles it'),
  candidate: title('受邀承办者', 'whom it was offered to'),
} as const;

const UNITS: Readonly<Record<Rule['unit'], Title>> = {
  hour: title('小时', 'hour'),
  day: title('日', 'day'),
  working_day: title('个工作日', 'working day'),
  month: title('个月', 'month'),
};

/** The titles of roles. */
export function rolesOf(roles: readonly Role[]): Title[] {
  return roles.map((role) => ROLE_TITLES[role]);
}

/** How the sender must stand to the track, where more than a role is asked for. */
export function relationOf(relation: Relation = 'anyone'): Title | null {
  return RELATIONS[relation];
}

/** Who is told. */
export function audienceOf(audience: Audience): Title {
  return audience === 'handler' || audience === 'candidate' ? AUDIENCES[audience] : ROLE_TITLES[audience];
}

/** How long a rule's period is, in words. */
export function amountOf(code: RuleCode): Title {
  const { amount, unit, rolls } = ruleOf(code);
  if (amount === null) return title('未定期限', 'no number in the law');
  if (amount === 0) return title('当日', 'the same day');
  // Quarters of an hour are minutes to people.
  const isMinutes = unit === 'hour' && amount < 1;
  const words = isMinutes ? counted(amount * 60, title('分钟', 'minute')) : counted(amount, UNITS[unit]);
  if (!rolls) return words;
  return title(`${words.zh}（末日逢休息日顺延）`, `${words.en} (the last day rolls over rest days)`);
}

/** A duration such as `P1DT12H` in words; nothing at all is `at once`. */
export function durationOf(duration: string): Title {
  const [, weeks, days, hours, minutes] =
    /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?$/.exec(duration) ?? [];
  const parts = [
    [weeks, title('周', 'week')],
    [days, title('日', 'day')],
    [hours, title('小时', 'hour')],
    [minutes, title('分钟', 'minute')],
  ] as const;
  const words = parts.flatMap(([count, unit]) =>
    count === undefined || count === '0' ? [] : [counted(Number(count), unit)],
  );
  return title(words.map(({ zh }) => zh).join(''), words.map(({ en }) => en).join(' '));
}

/** How long before the end somebody is reminded. */
export function remindOf(remind: RemindBefore): Title {
  if (remind === 'last_working_day')
    return title('最后一个可以办理的工作日上午', 'the morning of the last working day');
  const { zh, en } = durationOf(remind);
  return title(`提前 ${zh}`, `${en} before`);
}

function counted(count: number, { zh, en }: Title): Title {
  return title(`${count} ${zh}`, `${count} ${en}${count === 1 ? '' : 's'}`);
}
