import { type Static, Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, label, Payload } from '#src/workflow/field.ts';
import { PlannedInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';

/** 活动种类. */
const KINDS = {
  law: ['普法宣传', 'Law publicity'],
  lecture: ['讲座', 'Lecture'],
  training: ['技能培训', 'Training'],
  job_fair: ['招聘会', 'Job fair'],
  outreach: ['入户走访活动', 'Home-visit campaign'],
  family: ['家庭关爱', 'Family care'],
  children: ['儿童关爱', 'Care for children'],
  elders: ['老人关爱', 'Care for elders'],
} as const;

/** 近、余、约: a number that was not counted exactly is never shown as if it had been. */
const QUALIFIERS = {
  exact: ['整', 'Exactly'],
  nearly: ['近', 'Nearly'],
  over: ['余', 'More than'],
  about: ['约', 'About'],
} as const;

const CANCEL_REASONS = {
  weather: ['天气', 'Weather'],
  few: ['报名不足', 'Too few'],
  safety: ['安全原因', 'Safety'],
  other: ['其他', 'Other'],
} as const;

const STAFF: readonly Role[] = ['community_worker', 'case_manager', 'supervisor'];
const LIMIT = 10_000_000;

const Figure = () =>
  Payload({
    value: Type.Integer({ minimum: 0, maximum: LIMIT, ...label('数值', 'Value') }),
    qualifier: Codes(QUALIFIERS, '近、余、约', 'Qualifier'),
  });
const count = (zh: string, en: string) =>
  Type.Object(
    { count: Type.Integer({ minimum: 1, maximum: 100_000, ...label(zh, en) }) },
    { additionalProperties: false },
  );

/** What a report says: each figure with its qualifier, people apart from attendances, households from visits. */
const Figures = Payload({
  people: Figure(),
  attendances: Figure(),
  households: Type.Optional(Figure()),
  entries: Type.Optional(Figure()),
  issuesCollected: Type.Optional(Figure()),
  issuesClosed: Type.Optional(Figure()),
});

export type Figures = Static<typeof Figures>;

/** 就业人数链条 of a training, as it stands when it is corrected. */
const Funnel = Payload({
  enrolled: Type.Integer({ minimum: 0, maximum: LIMIT, ...label('报名', 'Enrolled') }),
  trained: Type.Integer({ minimum: 0, maximum: LIMIT, ...label('参训', 'Trained') }),
  registered: Type.Integer({ minimum: 0, maximum: LIMIT, ...label('就业登记', 'Registered') }),
  employed: Type.Integer({ minimum: 0, maximum: LIMIT, ...label('就业', 'Employed') }),
  dropped: Type.Integer({ minimum: 0, maximum: LIMIT, ...label('退出', 'Dropped') }),
});

export type Funnel = Static<typeof Funnel>;

/** What opens an activity. */
export const input = Payload({
  kind: Codes(KINDS, '活动种类', 'Kind'),
  campaign: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,40}$', ...label('活动编号', 'Campaign') })),
  sessionCount: Type.Integer({ minimum: 1, maximum: 1000, ...label('场次', 'Sessions') }),
});

export const events = defineEvents({
  'activity.approved': {
    domainCode: 'activity.APPROVE',
    title: title('批准', 'Approved'),
    roles: ['supervisor'],
    by: 'owner',
    payload: Payload({}),
  },
  'activity.scheduled': {
    domainCode: 'activity.SCHEDULE',
    title: title('排期', 'Scheduled'),
    roles: STAFF,
    payload: Payload({ at: PlannedInstant(label('时间', 'When')) }),
  },
  'activity.held': {
    domainCode: 'activity.HELD',
    title: title('已举办', 'Held'),
    roles: STAFF,
    payload: Payload({}),
  },
  'attendance.locked': {
    domainCode: 'activity.LOCK',
    title: title('锁定签到', 'Attendance locked'),
    roles: STAFF,
    payload: Payload({ checked: Confirmed('已与签到表核对', 'Checked against the lists') }),
    follows: ['activity.held'],
  },
  'activity.reported': {
    domainCode: 'activity.REPORT',
    title: title('上报', 'Reported'),
    roles: STAFF,
    payload: Payload({ figures: Figures }),
    follows: ['attendance.locked'],
  },
  'figures.corrected': {
    domainCode: 'activity.CORRECT',
    title: title('更正数据', 'Figures corrected'),
    roles: ['supervisor'],
    by: 'owner',
    payload: Payload({
      figures: Figures,
      funnel: Type.Optional(Funnel),
      reason: Sealed('narrative', 1000, label('更正理由', 'Why')),
    }),
    follows: ['activity.reported'],
  },
  'activity.cancelled': {
    domainCode: 'activity.CANCEL',
    title: title('取消', 'Cancelled'),
    roles: STAFF,
    payload: Payload({ reason: Codes(CANCEL_REASONS, '理由', 'Reason') }),
  },
  'activity.archived': {
    domainCode: 'activity.ARCHIVE',
    title: title('归档', 'Archived'),
    roles: STAFF,
    payload: Payload({}),
  },
  'participants.enrolled': {
    domainCode: 'activity.ENROL',
    title: title('报名', 'Enrolled'),
    roles: STAFF,
    payload: count('人数', 'People'),
  },
  'participants.trained': {
    domainCode: 'activity.TRAINED',
    title: title('完成培训', 'Trained'),
    roles: STAFF,
    payload: count('人数', 'People'),
  },
  'participants.registered': {
    domainCode: 'activity.REGISTERED',
    title: title('就业登记', 'Registered for work'),
    roles: STAFF,
    payload: count('人数', 'People'),
  },
  'participants.employed': {
    domainCode: 'activity.EMPLOYED',
    title: title('实现就业', 'Employed'),
    roles: STAFF,
    payload: count('人数', 'People'),
  },
  'participants.dropped': {
    domainCode: 'activity.DROPPED',
    title: title('退出', 'Dropped out'),
    roles: STAFF,
    payload: count('人数', 'People'),
  },
  'spillover.counted': {
    domainCode: 'activity.SPILL_OVER',
    title: title('带动就业（另行统计）', 'Others who found work through it, counted apart'),
    roles: STAFF,
    payload: count('人数', 'People'),
  },
});
