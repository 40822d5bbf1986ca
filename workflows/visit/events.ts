import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload, PersonId } from '#src/workflow/field.ts';
import { PastInstant, PlannedInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { DANGERS, GIVE_UP_REASONS, PURPOSES, SIGNS, SUBJECTS, UNITS } from './codes.ts';

const OFFICERS: readonly Role[] = ['case_manager', 'supervisor'];
const TEAM: readonly Role[] = [
  'community_worker',
  'police_liaison',
  'court_liaison',
  'shelter_worker',
  ...OFFICERS,
];

/** What opens a round of visits to one household: 户 is counted once, 入户次数 each time somebody was let in. */
export const input = Payload({
  purpose: Codes(PURPOSES, '走访目的', 'Purpose'),
  campaign: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,40}$', ...label('活动编号', 'Campaign') })),
  highRisk: Type.Optional(Flag('高危', 'High risk')),
});

export const events = defineEvents({
  'team.assigned': {
    domainCode: 'visit.ASSIGN',
    title: title('确定走访人员', 'Team assigned'),
    roles: TEAM,
    payload: Payload({
      lead: PersonId([...TEAM], '走访负责人', 'Who leads'),
      second: Type.Optional(PersonId([...TEAM], '同行人员', 'Who goes along')),
      others: Type.Optional(
        Type.Array(
          Payload({
            unit: Codes(UNITS, '单位', 'Agency'),
            count: Type.Integer({ minimum: 1, maximum: 10, ...label('人数', 'People') }),
          }),
          { maxItems: 10, ...label('其他单位人员', 'People of other agencies') },
        ),
      ),
      at: Type.Optional(PlannedInstant(label('走访时间', 'When'))),
      safetyChecked: Confirmed(
        '已核对安全联系方式，不会暴露求助',
        'Will not give away that she asked for help',
      ),
    }),
  },
  'household.visited': {
    domainCode: 'visit.VISITED',
    title: title('已入户', 'Visited'),
    roles: TEAM,
    payload: Payload({
      visitedAt: PastInstant(label('走访时间', 'When')),
      seenAlone: Flag('单独见到本人', 'She was seen alone'),
      childrenSeen: Type.Optional(Flag('见到未成年人', 'The children were seen')),
    }),
    follows: ['team.assigned'],
  },
  'household.absent': {
    domainCode: 'visit.NOT_HOME',
    title: title('无人在家', 'Nobody at home'),
    roles: TEAM,
    payload: Payload({ noNoteLeft: Confirmed('未留下任何字条', 'No note was left') }),
  },
  'entry.refused': {
    domainCode: 'visit.REFUSED',
    title: title('拒绝入户', 'Not let in'),
    roles: TEAM,
    payload: Payload({ byWhom: Type.Optional(Sealed('narrative', 200, label('拒绝人', 'By whom'))) }),
  },
  'danger.met': {
    domainCode: 'visit.UNSAFE',
    title: title('遇到危险，已撤离', 'Danger met, the place left'),
    roles: TEAM,
    payload: Payload({
      kind: Codes(DANGERS, '危险', 'Danger'),
      left: Confirmed('已撤离', 'Left'),
      what: Type.Optional(Sealed('narrative', 2000, label('情况', 'What happened'))),
    }),
  },
  'danger.reported': {
    domainCode: 'visit.UNSAFE_REPORTED',
    title: title('已报告危险情况', 'Danger reported'),
    roles: TEAM,
    payload: Payload({ toPolice: Flag('已报警', 'Police were told') }),
  },
  'signs.seen': {
    domainCode: 'visit.DV_SIGNS',
    title: title('发现疑似家庭暴力迹象', 'Signs of violence seen'),
    roles: TEAM,
    payload: Payload({
      subject: Codes(SUBJECTS, '涉及何人', 'About whom'),
      signs: Type.Array(Codes(SIGNS, '迹象', 'Sign'), {
        minItems: 1,
        maxItems: 7,
        ...label('迹象', 'Signs'),
      }),
      notAskedBeforeOthers: Confirmed('未当着他人询问', 'Nothing was asked in front of others'),
      safeContactAgreed: Flag('已私下约定安全联系方式', 'A safe way to reach her was agreed in private'),
      what: Type.Optional(Sealed('narrative', 2000, label('情况', 'What was seen'))),
    }),
  },
  'signs.answered': {
    domainCode: 'visit.INTAKE_OPENED',
    title: title('已按入户渠道受理', 'Taken up as an intake (channel: home visit)'),
    roles: ['operator', ...OFFICERS],
    by: 'owner',
    payload: Payload({ spokenAlone: Flag('已单独联系本人', 'She was reached alone') }),
  },
  'report.filed': {
    domainCode: 'visit.REPORTED',
    title: title('已向公安机关报案', 'Report filed with the police'),
    roles: ['operator', ...TEAM],
    payload: Payload({
      receiptNo: Sealed('identity', 80, label('受案回执编号', 'Receipt number')),
      madeAt: PastInstant(label('报案时间', 'Reported at')),
    }),
  },
  'visit.recorded': {
    domainCode: 'visit.RECORD',
    title: title('填写走访记录', 'Visit written up'),
    roles: TEAM,
    payload: Payload({
      newViolence: Flag('发现新的家庭暴力', 'New violence'),
      orderKept: Type.Optional(Flag('保护令得到遵守', 'The order is kept')),
      issueCount: Type.Integer({ minimum: 0, maximum: 50, ...label('收集问题数', 'Problems collected') }),
      needs: Type.Optional(Sealed('narrative', 2000, label('需求', 'Needs'))),
      text: Type.Optional(Sealed('narrative', 4000, label('记录', 'Record'))),
    }),
  },
  'visit.repeated': {
    domainCode: 'visit.AGAIN',
    title: title('安排再次走访', 'Another visit planned'),
    roles: TEAM,
    payload: Payload({ highRisk: Type.Optional(Flag('高危', 'High risk')) }),
  },
  'visit.closed': {
    domainCode: 'visit.CLOSE',
    title: title('走访办结', 'Visits closed'),
    roles: TEAM,
    payload: Payload({}),
  },
  'visit.abandoned': {
    domainCode: 'visit.GIVE_UP',
    title: title('停止走访', 'Visits given up'),
    roles: OFFICERS,
    payload: Payload({ reason: Codes(GIVE_UP_REASONS, '理由', 'Reason') }),
  },
});
