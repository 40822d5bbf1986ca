import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, label, Payload } from '#src/workflow/field.ts';
import { PastInstant, PlannedInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { GUARDIANS, OVERSEERS, TEMPORARY_GROUNDS } from './codes.ts';

const COURT: readonly Role[] = ['court_liaison', 'lawyer', 'case_manager', 'supervisor'];
const CIVIL: readonly Role[] = ['shelter_worker', 'case_manager', 'supervisor'];

const guardian = Codes(GUARDIANS, '监护人', 'Guardian');

/** Who is guardian in law, and the court's order to learn how to be one. */
export const guardianshipEvents = defineEvents({
  'guardianship.assumed': {
    domainCode: 'placement.TEMPORARY_GUARDIAN',
    title: title('民政部门临时监护', 'Temporary guardianship of civil affairs'),
    roles: CIVIL,
    payload: Payload({
      ground: Codes(TEMPORARY_GROUNDS, '情形', 'Ground'),
      from: PastInstant(label('开始时间', 'From')),
    }),
  },
  'guardianship.reviewed': {
    domainCode: 'placement.GUARDIAN_REVIEW',
    title: title('评估监护人恢复情况', 'Whether the guardian can resume'),
    roles: CIVIL,
    payload: Payload({}),
  },
  'guardianship.returned': {
    domainCode: 'placement.GUARDIAN_RETURN',
    title: title('监护人重新具备条件，送回', 'Guardianship given back'),
    roles: CIVIL,
    payload: Payload({ to: guardian }),
  },
  'guardianship.suspended': {
    domainCode: 'placement.SUSPENDED',
    title: title('暂时中止监护、抚养', 'Guardianship or custody suspended'),
    roles: COURT,
    payload: Payload({ guardian, until: PlannedInstant(label('文书载明的期满时间', 'Printed end')) }),
  },
  'suspension.ended': {
    domainCode: 'placement.SUSPENSION_ENDED',
    title: title('中止期满', 'Suspension has ended'),
    roles: [],
    payload: Payload({}),
  },
  'suspension.lifted': {
    domainCode: 'placement.SUSPENSION_LIFTED',
    title: title('裁判变更，中止不再执行', 'Suspension lifted or replaced by a judgment'),
    roles: COURT,
    payload: Payload({}),
  },
  'revocation.filed': {
    domainCode: 'placement.REVOCATION_FILED',
    title: title('申请撤销监护人资格', 'Revocation of guardianship applied for'),
    roles: COURT,
    payload: Payload({ guardian }),
  },
  'progress.noted': {
    domainCode: 'placement.PROGRESS',
    title: title('核实进展', 'Progress checked'),
    roles: COURT,
    payload: Payload({ text: Type.Optional(Sealed('narrative', 2000, label('进展', 'Progress'))) }),
  },
  'guardianship.revoked': {
    domainCode: 'placement.REVOKED',
    title: title('撤销监护人资格并指定监护人', 'Guardianship revoked, another guardian named'),
    roles: COURT,
    payload: Payload({
      guardian,
      named: Codes(
        { ...GUARDIANS, civil_affairs: ['民政部门', 'Civil affairs'] },
        '指定监护人',
        'Guardian named',
      ),
      stillPays: Confirmed('继续负担抚养费、赡养费', 'Goes on paying maintenance'),
    }),
  },
  'revocation.refused': {
    domainCode: 'placement.REVOCATION_REFUSED',
    title: title('驳回撤销申请', 'Revocation refused'),
    roles: COURT,
    payload: Payload({}),
  },
  'guardianship.restored': {
    domainCode: 'placement.RESTORED',
    title: title('恢复监护人资格', 'Guardianship restored'),
    roles: COURT,
    payload: Payload({
      guardian,
      noCrimeAgainstWard: Confirmed('未对被监护人实施故意犯罪', 'No intentional crime against the ward'),
      wardHeard: Confirmed('已尊重被监护人真实意愿', 'The ward’s true wish was respected'),
    }),
  },
  'guidance.ordered': {
    domainCode: 'placement.FAMILY_EDU_ORDER',
    title: title('作出家庭教育指导令', 'Family-education guidance ordered'),
    roles: ['court_liaison', 'police_liaison', 'case_manager', 'supervisor'],
    payload: Payload({
      guardian,
      overseer: Type.Optional(Codes(OVERSEERS, '指导、监督单位', 'Who guides and oversees')),
      sessions: Type.Integer({ minimum: 1, maximum: 100, ...label('指导次数', 'Sessions') }),
      until: PlannedInstant(label('指导期满', 'Until')),
    }),
  },
  'guidance.attended': {
    domainCode: 'placement.GUIDANCE_SESSION',
    title: title('接受一次家庭教育指导', 'A session attended'),
    roles: ['court_liaison', 'community_worker', 'case_manager', 'supervisor'],
    payload: Payload({}),
    follows: ['guidance.ordered'],
  },
  'guidance.completed': {
    domainCode: 'placement.GUIDANCE_DONE',
    title: title('完成指导', 'Guidance completed'),
    roles: ['court_liaison', 'case_manager', 'supervisor'],
    payload: Payload({}),
    follows: ['guidance.ordered'],
  },
  'guidance.lapsed': {
    domainCode: 'placement.GUIDANCE_LAPSED',
    title: title('期满未完成指导', 'Not completed in time'),
    roles: [],
    payload: Payload({}),
  },
  'guidance.reported': {
    domainCode: 'placement.GUIDANCE_REPORTED',
    title: title('已向法院报告未履行', 'Default reported to the court'),
    roles: ['court_liaison', 'case_manager', 'supervisor'],
    payload: Payload({}),
  },
});
