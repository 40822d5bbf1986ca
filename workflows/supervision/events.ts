import { type Static, Type } from 'typebox';
import { OVERSEEN_BODIES } from '#src/base/overseen-bodies.ts';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Id, label, Payload } from '#src/workflow/field.ts';
import { PlannedDate } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { WORKING_ROLES } from '#src/workflow/working-roles.ts';

const OFFICERS: readonly Role[] = ['case_manager', 'supervisor'];

const INSPECTORS = {
  women_children_committee: ['妇女儿童工作委员会', 'Women and children’s committee'],
  government: ['同级人民政府', 'The government of this level'],
  upper_body: ['上一级单位', 'The body above'],
} as const;

/** The code of the rule whose period was missed, e.g. `C2`. */
const RuleName = (zh: string, en: string) =>
  Type.String({ pattern: '^[A-Z][A-Za-z0-9]{0,15}$', ...label(zh, en) });
const text = (limit: number, zh: string, en: string) => Sealed('narrative', limit, label(zh, en));

/** A duty that somebody else has missed. */
export const input = Payload({
  body: Codes(OVERSEEN_BODIES, '未履行职责的单位', 'Who missed it'),
  agency: Type.Optional(Id('该单位（平台内）', 'That agency, where it is here')),
  track: Type.Optional(Id('所涉办理环节', 'Track it was missed on')),
  missed: RuleName('未遵守的期限', 'Period missed'),
});

export const events = defineEvents({
  'ladder.raised': {
    domainCode: 'referral.ESCALATED',
    title: title('逾期未答复，升级', 'No answer: one step up'),
    roles: [],
    payload: Payload({}),
  },
  'demand.issued': {
    domainCode: 'referral.DEMAND',
    title: title('发出督促处理意见书', 'Written demand issued'),
    roles: OFFICERS,
    payload: Payload({
      matter: text(2000, '事项', 'Matter'),
      duty: text(500, '法定职责', 'Legal duty'),
      missed: RuleName('未遵守的期限', 'Period missed'),
      ask: text(2000, '督促意见', 'What is asked'),
      replyBy: PlannedDate(label('请于何日前答复', 'Reply by')),
    }),
  },
  'inspection.requested': {
    domainCode: 'referral.INSPECTION',
    title: title('提请督查', 'Inspection asked for'),
    roles: OFFICERS,
    payload: Payload({ of: Codes(INSPECTORS, '提请单位', 'Whom') }),
  },
  'lead.transferred': {
    domainCode: 'referral.LEAD',
    title: title('向检察机关移送监督线索', 'Lead handed to the procuratorate'),
    roles: OFFICERS,
    payload: Payload({ receipt: Type.Optional(Sealed('identity', 80, label('回执', 'Receipt'))) }),
  },
  'duty.performed': {
    domainCode: 'referral.PERFORMED',
    title: title('该单位已履行、答复', 'The duty was done, or answered'),
    roles: WORKING_ROLES,
    payload: Payload({ text: Type.Optional(text(2000, '答复', 'Answer')) }),
  },
  'matter.rerouted': {
    domainCode: 'referral.REROUTED',
    title: title('改由其他单位办理', 'Taken to another agency'),
    roles: OFFICERS,
    payload: Payload({}),
  },
  'supervision.ended': {
    domainCode: 'referral.DROPPED',
    title: title('不再需要督促', 'No longer needed'),
    roles: ['supervisor'],
    by: 'owner',
    payload: Payload({
      reason: text(1000, '理由', 'Reason'),
      dangerLooked: Confirmed('已核对当事人安全', 'Her safety was looked at'),
    }),
  },
});

export type SupervisionContext = {
  body: Static<typeof input>['body'];
  agency: string | null;
  track: string | null;
  missed: string;
};
