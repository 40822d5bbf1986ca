import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { Codes, Flag, label, Payload } from '#src/workflow/field.ts';
import { PlannedDate } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { DISTRICTS, MEASURES, PAY_CHANNELS, PLACES, UNIT_COVERS, UNIT_KINDS } from './codes.ts';

/** What the court decides or does: its liaison records it, or whoever at the federation had the paper. */
export const COURT_DESK: readonly Role[] = ['court_liaison', 'case_manager', 'supervisor'];
/** Who may stand at the counter for her. */
export const HER_SIDE: readonly Role[] = ['lawyer', 'case_manager', 'supervisor', 'court_liaison'];
/** The bodies that may apply for her (反家庭暴力法 23), who then see the application through, beside her own side. */
export const APPLYING: readonly Role[] = [
  ...HER_SIDE,
  'community_worker',
  'police_liaison',
  'shelter_worker',
];
export const CASE_DESK: readonly Role[] = ['case_manager', 'supervisor'];
/** Anybody who may come upon a breach or make a visit. */
export const FIELD: readonly Role[] = [
  'community_worker',
  'police_liaison',
  'court_liaison',
  'case_manager',
  'supervisor',
  'operator',
  'shelter_worker',
  'lawyer',
];

/** A short name for a party, a unit or a measure within this order, e.g. `a1`; says nothing about anybody. */
export function Ref(zh: string, en: string) {
  return Type.String({ pattern: '^[a-z][a-z0-9_]{0,19}$', ...label(zh, en) });
}

export function Text(limit: number, zh: string, en: string) {
  return Sealed('narrative', limit, label(zh, en));
}

/** One obligation of an order. Each has its own status, for each is kept or broken by itself. */
const Measure = Payload({
  id: Ref('措施编号', 'Measure'),
  code: Codes(MEASURES, '措施种类', 'Kind of measure'),
  startsOn: Type.Optional(PlannedDate(label('起算日', 'Starts on'))),
  dueOn: Type.Optional(PlannedDate(label('履行期限', 'Due on'))),
  radiusMeters: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 100_000, ...label('半径（米）', 'Metres') }),
  ),
  place: Type.Optional(Codes(PLACES, '场所', 'Place')),
  placeAnnex: Type.Optional(Sealed('whereabouts', 300, label('场所（密封附件）', 'Place (sealed annex)'))),
  payee: Type.Optional(Ref('受款人', 'Payee')),
  payBy: Type.Optional(Codes(PAY_CHANNELS, '支付方式', 'How it is paid')),
  amountYuan: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 100_000_000, ...label('金额（元）', 'Yuan') }),
  ),
  sessions: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, ...label('次数', 'Sessions') })),
  respondents: Type.Optional(
    Type.Array(Ref('被申请人', 'Respondent'), { maxItems: 10, ...label('适用的被申请人', 'Who is bound') }),
  ),
  note: Type.Optional(Text(500, '说明', 'Note')),
});

export const Measures = Type.Array(Measure, { minItems: 1, maxItems: 20, ...label('措施', 'Measures') });

/** A unit that assists, perhaps of another district. */
const Unit = {
  id: Ref('单位编号', 'Unit'),
  kind: Codes(UNIT_KINDS, '单位种类', 'Kind of unit'),
  district: Codes(DISTRICTS, '所在地', 'District'),
  covers: Type.Optional(Codes(UNIT_COVERS, '对应地点', 'Which place it answers for')),
  items: Type.Optional(Text(500, '协助事项', 'What it is asked to do')),
};

export const UnitPayload = Payload({
  ...Unit,
  jurisdiction: Type.Optional(Flag('跨辖区', 'Across districts')),
});

export const Units = Type.Array(Payload(Unit), {
  minItems: 1,
  maxItems: 20,
  ...label('协助执行单位', 'Assisting units'),
});
