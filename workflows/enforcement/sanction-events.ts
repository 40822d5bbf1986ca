import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { PlannedInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { REPORT_SOURCES } from '../protection-order/codes.ts';
import { ADMONITION_PLACES, APPEAL_OUTCOMES, CUSTODIANS, RELEASE_REASONS } from './codes.ts';

const COURT: readonly Role[] = ['court_liaison', 'case_manager', 'supervisor'];
const WARNERS: readonly Role[] = [
  'operator',
  'case_manager',
  'supervisor',
  'police_liaison',
  'court_liaison',
];
const KEEPERS: readonly Role[] = ['court_liaison', 'police_liaison', 'case_manager', 'supervisor'];
const nothing = Payload({});

/** What the court does to him, and how it ends. */
export const sanctionEvents = defineEvents({
  'court.informed': {
    domainCode: 'enforce.COURT_INFORMED',
    title: title('法院知悉', 'The court was told'),
    roles: [...COURT, 'lawyer', 'community_worker', 'police_liaison'],
    payload: Payload({ by: Codes(REPORT_SOURCES, '告知人', 'By whom') }),
  },
  'respondent.admonished': {
    domainCode: 'enforce.ADMONISH',
    title: title('训诫', 'Admonished'),
    roles: COURT,
    payload: Payload({
      place: Codes(ADMONITION_PLACES, '地点、方式', 'Where'),
      recordMade: Confirmed('已制作训诫笔录', 'A record was made'),
    }),
  },
  'sanction.decided': {
    domainCode: 'enforce.SANCTION',
    title: title('决定罚款、拘留', 'Fine or detention decided'),
    roles: COURT,
    payload: Payload({
      approved: Confirmed('院长已批准', 'Approved by the president of the court'),
      fineYuan: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 1_000_000, ...label('罚款（元）', 'Yuan') }),
      ),
      days: Type.Optional(Type.Integer({ minimum: 1, maximum: 365, ...label('拘留（日）', 'Days') })),
    }),
  },
  'detention.taken': {
    domainCode: 'enforce.DETAIN_URGENT',
    title: title('紧急情况下先行拘留', 'Detained before approval'),
    roles: COURT,
    payload: nothing,
  },
  'approval.refused': {
    domainCode: 'enforce.DETENTION_NOT_APPROVED',
    title: title('院长不批准拘留', 'Detention not approved'),
    roles: COURT,
    payload: nothing,
    follows: ['detention.taken'],
  },
  'detention.began': {
    domainCode: 'enforce.DETAINED',
    title: title('交公安机关看管，拘留开始', 'Handed to the police, detention begins'),
    roles: KEEPERS,
    payload: Payload({
      endsAt: PlannedInstant(label('拘留期满', 'Detention ends')),
      papersHanded: Confirmed('已移交拘留决定书、执行回执', 'Decision and receipt handed over'),
    }),
  },
  'custody.acknowledged': {
    domainCode: 'enforce.HANDOVER_ACK',
    title: title('公安机关签收', 'Police acknowledged the handover'),
    roles: KEEPERS,
    payload: nothing,
    follows: ['detention.began'],
  },
  'family.told': {
    domainCode: 'enforce.FAMILY_TOLD',
    title: title('已通知被拘留人家属', 'His family was told'),
    roles: COURT,
    payload: nothing,
  },
  'measure.declined': {
    domainCode: 'enforce.NO_MEASURE',
    title: title('说明理由不采取强制措施', 'No measure, with reasons'),
    roles: COURT,
    payload: Payload({
      reason: Sealed('narrative', 2000, label('理由', 'Reasons')),
      herWish: Flag('系受害人意愿', 'It is her wish'),
    }),
  },
  'crime.referred': {
    domainCode: 'enforce.CRIMINAL_TRANSFER',
    title: title('移送犯罪线索', 'Crime lead handed to the police'),
    roles: COURT,
    payload: Payload({ acknowledged: Flag('公安机关已签收', 'Police acknowledged') }),
  },
  'court.concluded': {
    domainCode: 'enforce.COURT_DONE',
    title: title('法院处置完毕', 'The court has done what it will'),
    roles: COURT,
    payload: nothing,
  },
  'decision.received': {
    domainCode: 'enforce.DECISION_RECEIVED',
    title: title('被处罚人收到决定书', 'He received the decision'),
    roles: COURT,
    payload: nothing,
    follows: ['sanction.decided'],
  },
  'appeal.filed': {
    domainCode: 'enforce.RECON_FILED',
    title: title('向上一级法院申请复议', 'Reconsideration by the upper court asked for'),
    roles: COURT,
    payload: nothing,
    follows: ['sanction.decided'],
  },
  'appeal.lapsed': {
    domainCode: 'enforce.RECON_EXPIRED',
    title: title('复议期满', 'Time for reconsideration over'),
    roles: [],
    payload: nothing,
  },
  'appeal.decided': {
    domainCode: 'enforce.RECON_DECIDED',
    title: title('上级法院复议决定', 'Decision of the upper court'),
    roles: COURT,
    payload: Payload({
      outcome: Codes(APPEAL_OUTCOMES, '结果', 'Outcome'),
      oral: Flag('先口头通知', 'Told orally first'),
    }),
    follows: ['appeal.filed'],
  },
  'ruling.written': {
    domainCode: 'enforce.RECON_WRITTEN',
    title: title('发出复议决定书', 'Written decision issued'),
    roles: COURT,
    payload: nothing,
    follows: ['appeal.decided'],
  },
  'survivor.warned': {
    domainCode: 'enforce.SURVIVOR_WARNED',
    title: title('已告知受害人释放时间', 'She knows when he is released'),
    roles: WARNERS,
    payload: Payload({
      by: Codes(CUSTODIANS, '羁押机关', 'Who holds him'),
      safeContact: Confirmed('经安全联系方式', 'By her safe contact'),
    }),
  },
  'detainee.released': {
    domainCode: 'enforce.RELEASED',
    title: title('释放', 'Released'),
    roles: KEEPERS,
    payload: Payload({
      by: Codes(CUSTODIANS, '羁押机关', 'Who held him'),
      reason: Codes(RELEASE_REASONS, '原因', 'Why'),
    }),
  },
  'policewarning.missed': timerOnly(
    'enforce.POLICE_WARNING_MISSED',
    '行政拘留释放前未告知',
    'She was not told in time',
  ),
  'courtwarning.missed': timerOnly(
    'enforce.COURT_WARNING_MISSED',
    '司法拘留释放前未告知',
    'She was not told in time',
  ),
  'policedetention.ended': timerOnly(
    'enforce.POLICE_DETENTION_END',
    '行政拘留期满',
    'Detention by the police over',
  ),
  'courtdetention.ended': timerOnly(
    'enforce.COURT_DETENTION_END',
    '司法拘留期满',
    'Detention by the court over',
  ),
});

function timerOnly(domainCode: string, zh: string, en: string) {
  return { domainCode, title: title(zh, en), roles: [] as const, payload: Payload({}) };
}
