import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';

const CARERS: readonly Role[] = [
  'operator',
  'case_manager',
  'supervisor',
  'shelter_worker',
  'community_worker',
];

const SOURCES = {
  assessment: ['危险性评估中发现', 'Found in the assessment'],
  medical: ['医疗机构告知', 'Told by a medical institution'],
  family: ['亲友告知', 'Told by family or friends'],
  worker: ['工作人员发现', 'Noticed by a worker'],
} as const;

const SPECIALISTS = {
  psychiatry: ['精神卫生医疗机构', 'Psychiatric care'],
  crisis_line: ['心理援助热线', 'Crisis line'],
  counsellor: ['心理咨询师', 'Counsellor'],
  emergency: ['急救', 'Ambulance'],
} as const;

/** What opens it: where the danger was noticed, and nothing of what she said. */
export const input = Payload({ source: Codes(SOURCES, '发现途径', 'Noticed by') });

export const events = defineEvents({
  'crisis.contacted': {
    domainCode: 'crisis.CONTACT',
    title: title('已与当事人联系', 'Contact made'),
    roles: CARERS,
    payload: Payload({
      spokenAlone: Flag('单独交谈', 'Spoken with alone'),
      planAgreed: Type.Optional(Flag('已商定危机应对办法', 'A crisis plan was agreed')),
      note: Type.Optional(Sealed('narrative', 4000, label('情况', 'What was said'))),
    }),
  },
  'crisis.referred': {
    domainCode: 'crisis.REFER',
    title: title('转介专业机构', 'Referred to specialists'),
    roles: CARERS,
    payload: Payload({ to: Codes(SPECIALISTS, '机构', 'To') }),
  },
  'attempt.recorded': {
    domainCode: 'crisis.ATTEMPT',
    title: title('再次出现自杀、自伤行为', 'She has harmed herself again'),
    roles: [...CARERS, 'police_liaison', 'lawyer'],
    payload: Payload({}),
  },
  'contact.missed': {
    domainCode: 'crisis.MISSED',
    title: title('到期未跟进', 'Follow-up not made in time'),
    roles: [],
    payload: Payload({}),
  },
  'welfare.requested': {
    domainCode: 'crisis.WELFARE_CHECK',
    title: title('请公安、急救上门核查', 'Welfare check requested'),
    roles: ['supervisor'],
    by: 'owner',
    payload: Payload({}),
  },
  'crisis.ended': {
    domainCode: 'crisis.END',
    title: title('危机解除', 'Crisis over'),
    roles: ['supervisor', 'case_manager'],
    by: 'owner',
    payload: Payload({
      judgedByProfessional: Confirmed('经专业人员评估', 'Judged by a professional'),
    }),
  },
  'death.recorded': {
    domainCode: 'crisis.DEATH',
    title: title('当事人死亡', 'She died'),
    roles: [...CARERS, 'police_liaison'],
    payload: Payload({}),
  },
});
