import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';

/** 问题来源. */
const SOURCES = {
  visit: ['入户走访', 'Home visit'],
  call: ['来电', 'Call'],
  ticket_12345: ['12345派单', '12345 ticket'],
  grid: ['网格上报', 'Neighbourhood grid'],
  activity: ['活动中反映', 'Raised at an activity'],
} as const;

/** 问题类别. */
const CATEGORIES = {
  livelihood: ['生活困难', 'Livelihood'],
  work: ['就业', 'Work'],
  health: ['医疗', 'Health'],
  schooling: ['子女教育', 'Schooling'],
  housing: ['住房', 'Housing'],
  rights: ['权益保障', 'Rights'],
  family: ['婚姻家庭', 'Family'],
  other: ['其他', 'Other'],
} as const;

const OWNERS = {
  federation: ['妇联', "Women's federation"],
  village: ['居（村）委会', 'Village committee'],
  civil_affairs: ['民政部门', 'Civil affairs'],
  labour: ['人力资源社会保障部门', 'Labour department'],
  education: ['教育部门', 'Education'],
  health: ['卫生健康部门', 'Health'],
  justice: ['司法行政部门', 'Justice bureau'],
  other: ['其他', 'Other'],
} as const;

const WHY_NOT = {
  no_basis: ['没有政策依据', 'No ground in the rules'],
  not_competent: ['超出职责范围', 'Outside what we may do'],
  no_means: ['暂不具备条件', 'Not possible for now'],
} as const;

const DECISIONS = {
  accepted: ['支持原处理结果', 'The result stands'],
  withdrawn: ['本人不再要求', 'She no longer asks'],
} as const;

const STAFF: readonly Role[] = ['community_worker', 'case_manager', 'supervisor'];
const DESK: readonly Role[] = ['operator', ...STAFF];

/** What opens a problem: one problem each, so that collected and closed can be counted. */
export const input = Payload({
  source: Codes(SOURCES, '来源', 'Source'),
  campaign: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,40}$', ...label('活动编号', 'Campaign') })),
  text: Sealed('narrative', 2000, label('问题', 'The problem')),
});

export const events = defineEvents({
  'issue.triaged': {
    domainCode: 'issue.TRIAGE',
    title: title('分类、确定承办', 'Sorted and given an owner'),
    roles: STAFF,
    payload: Payload({
      category: Codes(CATEGORIES, '类别', 'Category'),
      owner: Codes(OWNERS, '承办单位', 'Owner'),
      noViolence: Confirmed('已排除家庭暴力情形', 'No violence is behind it'),
    }),
  },
  'signs.seen': {
    domainCode: 'issue.DV_SIGNS',
    title: title('发现疑似家庭暴力迹象', 'Signs of violence seen'),
    roles: DESK,
    payload: Payload({ what: Type.Optional(Sealed('narrative', 2000, label('情况', 'What was seen'))) }),
  },
  'signs.answered': {
    domainCode: 'issue.INTAKE_OPENED',
    title: title('已按家庭暴力投诉受理', 'Taken up as an intake'),
    roles: DESK,
    by: 'owner',
    payload: Payload({}),
  },
  'issue.solved': {
    domainCode: 'issue.SOLVED',
    title: title('问题解决', 'Solved'),
    roles: STAFF,
    payload: Payload({
      onSpot: Flag('现场解决', 'On the spot'),
      how: Type.Optional(Sealed('narrative', 2000, label('办理情况', 'How'))),
    }),
  },
  'issue.referred': {
    domainCode: 'issue.REFERRED',
    title: title('转介其他单位', 'Referred'),
    roles: STAFF,
    payload: Payload({ to: Codes(OWNERS, '接收单位', 'To') }),
  },
  'referral.returned': {
    domainCode: 'issue.RETURNED',
    title: title('转介被退回', 'Referral returned'),
    roles: STAFF,
    payload: Payload({}),
  },
  'issue.explained': {
    domainCode: 'issue.EXPLAINED',
    title: title('不具备条件，已说明理由', 'Not feasible, told why'),
    roles: STAFF,
    payload: Payload({
      why: Codes(WHY_NOT, '理由', 'Why'),
      toldInPerson: Confirmed('已当面或者电话说明', 'Told in person or by phone'),
    }),
  },
  'callback.passed': {
    domainCode: 'issue.VERIFIED',
    title: title('回访：认可', 'Called back: content'),
    roles: DESK,
    by: 'owner',
    payload: Payload({ askedHer: Confirmed('向本人核实', 'She herself was asked') }),
  },
  'callback.failed': {
    domainCode: 'issue.NOT_OK',
    title: title('回访：不认可', 'Called back: not content'),
    roles: DESK,
    by: 'owner',
    payload: Payload({ why: Type.Optional(Sealed('narrative', 1000, label('理由', 'Why'))) }),
  },
  'issue.closed': {
    domainCode: 'issue.CLOSE',
    title: title('办结', 'Closed'),
    roles: STAFF,
    payload: Payload({}),
    follows: ['callback.passed'],
  },
  'issue.withdrawn': {
    domainCode: 'issue.WITHDRAW',
    title: title('本人不再要求', 'She no longer asks'),
    roles: STAFF,
    payload: Payload({ askedHer: Confirmed('向本人单独核实', 'She herself was asked, alone') }),
  },
  'issue.decided': {
    domainCode: 'issue.DECIDED',
    title: title('多次不认可，督导决定', 'Decided after repeated reopening'),
    roles: ['supervisor'],
    by: 'owner',
    payload: Payload({
      decision: Codes(DECISIONS, '决定', 'Decision'),
      reason: Sealed('narrative', 1000, label('理由', 'Reason')),
    }),
  },
});
