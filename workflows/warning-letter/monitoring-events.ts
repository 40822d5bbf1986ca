import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { DISTRICTS } from '../protection-order/codes.ts';
import { ATTENDANTS, DECEASED, NOTIFIED, VISIT_FINDINGS } from './codes.ts';

const POLICE: readonly Role[] = ['police_liaison', 'case_manager', 'supervisor'];
const nothing = Payload({});

/** After the letter: told to those who must know, and looked after until three visits were clean. */
export const monitoringEvents = defineEvents({
  'letter.delivered': {
    domainCode: 'wl.DELIVERED',
    title: title('宣读并送交告诫书', 'Letter read aloud and delivered'),
    roles: POLICE,
    payload: Payload({
      readAloud: Confirmed('已宣读', 'Read aloud'),
      signed: Flag('加害人签名、捺印', 'Signed and fingerprinted'),
      attended: Type.Optional(
        Type.Array(Codes(ATTENDANTS, '到场', 'Present'), {
          maxItems: 3,
          ...label('到场人员', 'Who was present'),
        }),
      ),
      entered: Type.Optional(Flag('已录入执法办案信息系统', 'Entered in the case system')),
      refusalNoted: Flag('拒签，已注明', 'Refusal noted'),
      recorded: Flag('有录音录像', 'Recorded'),
      victimCopy: Confirmed('已交受害人一份', 'She has her copy'),
      orderRightTold: Confirmed('已告知可以申请人身安全保护令', 'Told of the protection order'),
    }),
  },
  'notice.acknowledged': {
    domainCode: 'wl.NOTIFY_ACK',
    title: title('通知已签收', 'Notice acknowledged'),
    roles: [...POLICE, 'community_worker'],
    payload: Payload({ body: Codes(NOTIFIED, '单位', 'Body') }),
    follows: ['letter.delivered'],
  },
  'visit.made': {
    domainCode: 'wl.VISIT',
    title: title('查访', 'Check visit'),
    roles: [...POLICE, 'community_worker'],
    payload: Payload({
      visitNo: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 99, ...label('查访次数', 'Number of the visit') }),
      ),
      finding: Codes(VISIT_FINDINGS, '查访结果', 'Finding'),
      victimApart: Flag('单独、经安全方式询问受害人', 'She was asked apart, by a safe way'),
      offenderSeen: Flag('见到加害人', 'He was seen'),
      withCommittee: Flag('会同居（村）委会', 'With the committee'),
      note: Type.Optional(Sealed('narrative', 2000, label('情况', 'Note'))),
    }),
    follows: ['letter.delivered'],
  },
  'offender.repeated': {
    domainCode: 'wl.NEW_REPORT',
    title: title('告诫后再次实施家庭暴力', 'Violence again after the letter'),
    roles: [...POLICE, 'community_worker', 'operator', 'lawyer'],
    payload: nothing,
    follows: ['letter.delivered'],
  },
  'visit.missed': {
    domainCode: 'wl.VISIT_MISSED',
    title: title('查访逾期', 'Visit overdue'),
    roles: [],
    payload: nothing,
  },
  'ladder.raised': {
    domainCode: 'wl.ESCALATED',
    title: title('督促升级', 'Next step of the ladder'),
    roles: [],
    payload: nothing,
  },
  'monitoring.ended': {
    domainCode: 'wl.MONITORING_ENDED',
    title: title('当事人死亡，停止查访', 'Visits ended by a death'),
    roles: POLICE,
    payload: Payload({ who: Codes(DECEASED, '死亡的当事人', 'Who died') }),
    follows: ['letter.delivered'],
  },
  'household.moved': {
    domainCode: 'wl.MOVED',
    title: title('当事人迁往其他辖区', 'The household moved'),
    roles: [...POLICE, 'community_worker'],
    payload: Payload({ district: Codes(DISTRICTS, '迁往', 'Where to') }),
    follows: ['letter.delivered'],
  },
  'file.received': {
    domainCode: 'wl.FILE_RECEIVED',
    title: title('迁入地派出所接收档案', 'Receiving station has the file'),
    roles: POLICE,
    payload: nothing,
    follows: ['household.moved'],
  },
});
