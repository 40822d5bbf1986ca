import { Type } from 'typebox';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { PlannedDate } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import {
  BREACH_ACTS,
  DISTRICTS,
  PLACES,
  REPORT_SOURCES,
  SERVICE_FAILURES,
  SERVICE_METHODS,
  VISIT_MANNERS,
} from './codes.ts';
import { COURT_DESK, FIELD, HER_SIDE, Measures, Ref, Text, UnitPayload, Units } from './fields.ts';

const nothing = Payload({});
const madeOn = PlannedDate(label('裁定作出日期', 'Day it was made'));
const refs = (zh: string, en: string) => Type.Array(Ref(zh, en), { maxItems: 20, ...label(zh, en) });

/** The order and everything that happens to it while it is in force. */
export const orderEvents = defineEvents({
  'order.granted': {
    domainCode: 'po.GRANT',
    title: title('作出人身安全保护令', 'Order granted'),
    roles: COURT_DESK,
    payload: Payload({
      caseNo: Type.Optional(Sealed('identity', 80, label('案号', 'Case number'))),
      madeOn,
      from: Type.Optional(PlannedDate(label('有效期起', 'In force from'))),
      to: Type.Optional(PlannedDate(label('有效期止', 'In force to'))),
      validMonths: Type.Optional(
        Type.Integer({ minimum: 0, maximum: 12, ...label('有效期（月）', 'Months') }),
      ),
      validDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 366, ...label('有效期（天）', 'Days') })),
      measures: Measures,
      units: Units,
    }),
  },
  'document.served': {
    domainCode: 'po.SERVED',
    title: title('送达', 'Served'),
    roles: COURT_DESK,
    payload: Payload({
      to: Ref('送达对象', 'Addressee'),
      method: Codes(SERVICE_METHODS, '送达方式', 'How'),
      place: Type.Optional(Codes(PLACES, '送达地点', 'Where')),
      consented: Type.Optional(Flag('同意电子送达', 'Agreed to electronic service')),
      witnessed: Type.Optional(Flag('有见证人或者拍照、录像', 'Witnessed or recorded')),
      addressHidden: Type.Optional(Flag('文书未载明其现住所', 'The paper does not tell where she lives')),
      receipt: Type.Optional(Text(200, '送达回证', 'Receipt')),
    }),
  },
  'service.failed': {
    domainCode: 'po.SERVICE_FAILED',
    title: title('送达未成', 'Service failed'),
    roles: COURT_DESK,
    payload: Payload({
      to: Ref('送达对象', 'Addressee'),
      why: Codes(SERVICE_FAILURES, '原因', 'Why'),
      recorded: Flag('有录像', 'Recorded'),
    }),
  },
  'notice.published': {
    domainCode: 'po.PUBLISHED',
    title: title('公告送达', 'Public notice'),
    roles: COURT_DESK,
    payload: Payload({ to: Ref('送达对象', 'Addressee') }),
  },
  'unit.added': {
    domainCode: 'po.UNIT_ADDED',
    title: title('增加协助执行单位', 'Assisting unit added'),
    roles: COURT_DESK,
    payload: UnitPayload,
  },
  'unit.released': {
    domainCode: 'po.UNIT_RELEASED',
    title: title('不再由该单位协助执行', 'Assisting unit released'),
    roles: COURT_DESK,
    payload: Payload({ unit: Ref('单位', 'Unit') }),
  },
  'residence.changed': {
    domainCode: 'po.MOVED',
    title: title('当事人搬迁', 'A party moved'),
    roles: HER_SIDE,
    payload: Payload({
      who: Ref('当事人', 'Party'),
      district: Codes(DISTRICTS, '迁往', 'Where to'),
    }),
  },
  'pickup.checked': {
    domainCode: 'po.PICKUP_CHECKED',
    title: title('学校核查接送名单', 'School checked who may fetch the child'),
    roles: FIELD,
    payload: Payload({
      unit: Ref('学校', 'School'),
      barred: Confirmed('被申请人已不在接送名单', 'He is not, or no longer, on the list'),
    }),
    follows: ['document.served'],
  },
  'visit.made': {
    domainCode: 'po.VISIT',
    title: title('回访', 'Visit'),
    roles: FIELD,
    payload: Payload({
      unit: Ref('回访单位', 'Unit'),
      manner: Codes(VISIT_MANNERS, '方式', 'How'),
      seenApart: Flag('与被申请人分开', 'Apart from him'),
      keptOrder: Flag('遵守保护令', 'The order is kept'),
      respondents: Type.Optional(refs('违反人', 'Who broke it')),
      acts: Type.Optional(
        Type.Array(Codes(BREACH_ACTS, '行为', 'Act'), {
          minItems: 1,
          maxItems: 13,
          ...label('行为', 'Acts'),
        }),
      ),
      needs: Type.Optional(Text(1000, '需求', 'Needs')),
    }),
  },
  'violation.reported': {
    domainCode: 'po.VIOLATION_REPORTED',
    title: title('报告违反保护令', 'Breach reported'),
    roles: FIELD,
    payload: Payload({
      respondent: Ref('违反人', 'Who'),
      measures: refs('被违反的措施', 'Measures broken'),
      acts: Type.Array(Codes(BREACH_ACTS, '行为', 'Act'), {
        minItems: 1,
        maxItems: 14,
        ...label('行为', 'Acts'),
      }),
      source: Codes(REPORT_SOURCES, '来源', 'Source'),
      others: Type.Optional(Flag('有令外他人参与或者受害', 'Others took part or were hurt')),
      what: Type.Optional(Text(4000, '经过', 'What happened')),
    }),
  },
  'measure.performed': {
    domainCode: 'po.MEASURE_PERFORMED',
    title: title('措施履行情况', 'How a measure is kept'),
    roles: FIELD,
    payload: Payload({
      measure: Ref('措施', 'Measure'),
      extent: Codes(
        { complied: ['已履行', 'Complied'], partly: ['部分履行', 'Partly'], pending: ['未履行', 'Not yet'] },
        '程度',
        'How far',
      ),
      sessionsHeld: Type.Optional(
        Type.Integer({ minimum: 0, maximum: 200, ...label('已完成次数', 'Sessions attended') }),
      ),
      proof: Type.Optional(Text(500, '完成证明', 'Proof')),
    }),
  },
  'measure.lapsed': {
    domainCode: 'po.MEASURE_LAPSED',
    title: title('措施履行期限届满', 'A measure fell due'),
    roles: [],
    payload: nothing,
  },
  'execution.requested': {
    domainCode: 'po.EXECUTION_REQUESTED',
    title: title('申请强制执行', 'Enforcement applied for'),
    roles: HER_SIDE,
    payload: Payload({ measures: refs('措施', 'Measures') }),
  },
  'execution.declined': {
    domainCode: 'po.EXECUTION_DECLINED',
    title: title('申请人决定暂不申请强制执行', 'She does not apply for enforcement for now'),
    roles: HER_SIDE,
    payload: Payload({ spokenAlone: Confirmed('已与本人单独确认', 'She was asked alone') }),
  },
  'execution.answered': {
    domainCode: 'po.EXECUTION_DONE',
    title: title('强制执行办结', 'Enforcement done'),
    roles: COURT_DESK,
    payload: nothing,
    follows: ['execution.requested'],
  },
});
