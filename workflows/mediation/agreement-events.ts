import { Type } from 'typebox';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { PastInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { TERMS } from './codes.ts';

const MEDIATORS = ['mediator', 'police_liaison', 'court_liaison', 'case_manager', 'supervisor'] as const;

/** 调解协议、司法确认与履行. */
export const agreementEvents = defineEvents({
  'agreement.signed': {
    domainCode: 'mediation.AGREEMENT',
    title: title('达成调解协议', 'Agreement signed'),
    roles: MEDIATORS,
    payload: Payload({
      signedAt: PastInstant(label('协议生效时间', 'In effect from')),
      oral: Type.Optional(Flag('口头协议，已记录', 'By word of mouth, noted')),
      terms: Type.Array(Codes(TERMS, '内容', 'Term'), {
        minItems: 1,
        maxItems: 8,
        ...label('协议内容', 'Terms'),
      }),
      text: Sealed('narrative', 6000, label('协议全文', 'Full text')),
      readToHerAlone: Confirmed('已向求助一方单独宣读并确认自愿', 'Read to her alone, of her free will'),
      keepsProtectionOrder: Confirmed('不限制申请人身安全保护令', 'Leaves the protection order open'),
      keepsPoliceReport: Confirmed('不限制报警和控告', 'Leaves reports to the police open'),
      keepsChildSafety: Confirmed('不损害未成年人安全', "Leaves the children's safety alone"),
    }),
  },
  'confirmation.applied': {
    domainCode: 'mediation.CONFIRM_APPLY',
    title: title('共同申请司法确认', 'Confirmation applied for by both'),
    roles: [...MEDIATORS, 'lawyer'],
    payload: Payload({ jointly: Confirmed('双方共同申请', 'Both apply') }),
    follows: ['agreement.signed'],
  },
  'confirmation.waived': {
    domainCode: 'mediation.CONFIRM_WAIVED',
    title: title('双方不申请司法确认', 'No confirmation is sought'),
    roles: MEDIATORS,
    payload: Payload({}),
  },
  'confirmation.expired': {
    domainCode: 'mediation.CONFIRM_EXPIRED',
    title: title('司法确认申请期限届满', 'Too late for confirmation'),
    roles: [],
    payload: Payload({}),
  },
  'confirmation.granted': {
    domainCode: 'mediation.CONFIRMED',
    title: title('人民法院确认协议有效', 'Confirmed by the court'),
    roles: ['court_liaison', 'case_manager', 'supervisor'],
    payload: Payload({ caseNo: Type.Optional(Sealed('identity', 80, label('案号', 'Case number'))) }),
    follows: ['confirmation.applied'],
  },
  'confirmation.refused': {
    domainCode: 'mediation.CONFIRM_REFUSED',
    title: title('人民法院不予确认', 'Not confirmed'),
    roles: ['court_liaison', 'case_manager', 'supervisor'],
    payload: Payload({}),
    follows: ['confirmation.applied'],
  },
  'followup.held': {
    domainCode: 'mediation.MONITORED',
    title: title('协议履行回访', 'Follow-up on the agreement'),
    roles: [...MEDIATORS, 'community_worker'],
    payload: Payload({ askedAlone: Confirmed('单独了解，对方不在场', 'Asked alone') }),
  },
  'agreement.fulfilled': {
    domainCode: 'mediation.FULFILLED',
    title: title('协议已履行', 'Agreement fulfilled'),
    roles: MEDIATORS,
    payload: Payload({ confirmedByHer: Confirmed('求助一方单独确认', 'She says so, asked alone') }),
  },
  'agreement.breached': {
    domainCode: 'mediation.BREACHED',
    title: title('协议未履行', 'Agreement broken'),
    roles: [...MEDIATORS, 'community_worker', 'lawyer'],
    payload: Payload({}),
  },
});
