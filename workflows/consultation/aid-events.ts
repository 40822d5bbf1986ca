import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Flag, label, Payload, PersonId } from '#src/workflow/field.ts';
import { PastInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { ADVANCE_GROUNDS, AID_AGENTS, AID_GROUNDS, REFUSAL_REASONS, VOUCHERS } from './codes.ts';

/** The legal aid agency where it works here itself; else whoever at the federation had its letter. */
const AID_DESK: readonly Role[] = ['legal_aid', 'case_manager', 'supervisor'];
const OWN_SIDE: readonly Role[] = ['lawyer', 'case_manager', 'supervisor'];

/** Legal aid (法律援助), from the need for it to the closed file. */
export const aidEvents = defineEvents({
  'representation.needed': {
    domainCode: 'consult.NEEDS_REPRESENTATION',
    title: title('需要代理，申请法律援助', 'Representation needed'),
    roles: ['lawyer'],
    by: 'assignee',
    payload: Payload({}),
  },
  'aid.applied': {
    domainCode: 'aid.APPLY',
    title: title('已提交法律援助申请', 'Legal aid applied for'),
    roles: ['lawyer', 'legal_aid', 'case_manager', 'supervisor'],
    payload: Payload({
      receivedAt: Type.Optional(
        PastInstant(label('法律援助机构收到申请的时间', 'When the agency received it')),
      ),
      applyNo: Type.Optional(Sealed('identity', 80, label('援申字号', 'Number of the application'))),
      matter: Type.Optional(Sealed('narrative', 4000, label('案情及申请理由概述', 'Case and reasons'))),
      ground: Type.Optional(Codes(AID_GROUNDS, '免予核查经济困难状况的情形', 'Why no means are tested')),
      agent: Type.Optional(Codes(AID_AGENTS, '代理人类别', 'Agent')),
      pledged: Type.Optional(Flag('已承诺所提供材料真实', 'She says that it is true')),
      voucher: Type.Optional(Codes(VOUCHERS, '家庭暴力凭证', 'What shows the violence')),
    }),
  },
  'papers.requested': {
    domainCode: 'aid.SUPPLEMENT',
    title: title('一次性告知补充材料', 'One-time list of missing papers'),
    roles: AID_DESK,
    payload: Payload({ list: Sealed('narrative', 1000, label('需要补充的材料', 'Missing papers')) }),
    follows: ['aid.applied'],
  },
  'papers.supplied': {
    domainCode: 'aid.SUPPLEMENTED',
    title: title('材料已补齐', 'Papers supplied'),
    roles: ['lawyer', 'legal_aid', 'case_manager', 'supervisor'],
    payload: Payload({}),
    follows: ['papers.requested'],
  },
  'aid.withdrawn': {
    domainCode: 'aid.DEEMED_WITHDRAWN',
    title: title('未补充材料，视为撤回申请', 'Papers not supplied: application counts as withdrawn'),
    roles: AID_DESK,
    payload: Payload({}),
    follows: ['papers.requested'],
  },
  'advance.requested': {
    domainCode: 'aid.ADVANCE_ASKED',
    title: title('请求先行提供法律援助', 'Aid before the decision requested'),
    roles: ['lawyer', 'legal_aid', 'case_manager', 'supervisor'],
    payload: Payload({ ground: Codes(ADVANCE_GROUNDS, '情形', 'Ground') }),
    follows: ['aid.applied'],
  },
  'aid.advanced': {
    domainCode: 'aid.ADVANCED',
    title: title('决定先行提供法律援助', 'Aid given before the decision'),
    roles: AID_DESK,
    payload: Payload({}),
    follows: ['advance.requested'],
  },
  'aid.granted': {
    domainCode: 'aid.GRANT',
    title: title('决定给予法律援助', 'Legal aid granted'),
    roles: AID_DESK,
    payload: Payload({}),
    follows: ['aid.applied'],
  },
  'aid.refused': {
    domainCode: 'aid.REFUSE',
    title: title('决定不予法律援助', 'Legal aid refused'),
    roles: AID_DESK,
    payload: Payload({ reason: Codes(REFUSAL_REASONS, '理由', 'Reason') }),
    follows: ['aid.applied'],
  },
  'objection.filed': {
    domainCode: 'aid.OBJECT',
    title: title('向司法行政部门提出异议', 'Objection filed with the justice bureau'),
    roles: OWN_SIDE,
    payload: Payload({}),
    follows: ['aid.refused'],
  },
  'refusal.upheld': {
    domainCode: 'aid.UPHELD',
    title: title('维持不予援助决定', 'Refusal upheld'),
    roles: AID_DESK,
    payload: Payload({}),
    follows: ['objection.filed'],
  },
  'aid.ordered': {
    domainCode: 'aid.ORDERED',
    title: title('责令给予法律援助', 'Aid ordered by the justice bureau'),
    roles: AID_DESK,
    payload: Payload({}),
    follows: ['objection.filed'],
  },
  'aid.assigned': {
    domainCode: 'aid.ASSIGN',
    title: title('指派法律援助律师', 'Legal-aid lawyer assigned'),
    roles: AID_DESK,
    payload: Payload({
      lawyer: Type.Optional(
        PersonId(['lawyer'], '法律援助律师（本平台账号）', 'Lawyer, where registered here'),
      ),
    }),
  },
  'client.met': {
    domainCode: 'aid.MEET',
    title: title('会见受援人', 'Client met'),
    roles: ['lawyer', 'legal_aid'],
    payload: Payload({}),
    follows: ['aid.assigned'],
  },
  'progress.reported': {
    domainCode: 'aid.PROGRESS',
    title: title('报告进展', 'Progress reported'),
    roles: ['lawyer', 'legal_aid'],
    payload: Payload({
      text: Type.Optional(Sealed('privileged', 4000, label('进展情况（保密）', 'Progress (privileged)'))),
    }),
    follows: ['aid.assigned'],
  },
  'representation.reported': {
    domainCode: 'aid.REPORT',
    title: title('案件办理结束，提交结案报告', 'Representation finished and reported'),
    roles: ['lawyer', 'legal_aid'],
    payload: Payload({}),
    follows: ['aid.assigned'],
  },
  'papers.filed': {
    domainCode: 'aid.FILE',
    title: title('案卷归档', 'Papers filed'),
    roles: ['lawyer', 'legal_aid'],
    payload: Payload({}),
    follows: ['representation.reported'],
  },
});
