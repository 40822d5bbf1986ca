import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Flag, label, Payload } from '#src/workflow/field.ts';
import { PastInstant, PlannedInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { PAY_CHANNELS } from '../protection-order/codes.ts';
import {
  ADDRESSEES,
  HEARING_MODES,
  HEARING_SAFETY,
  OUTCOMES,
  PARTIES,
  SERVED_PAPERS,
  SERVICE_FAILURES,
  SERVICE_METHODS,
} from './codes.ts';
import { proofs } from './proofs.ts';

const WITH_COURT: readonly Role[] = ['court_liaison', 'lawyer', 'case_manager', 'supervisor'];

/** What the court does: service, hearings, judgment. Each may be the moment he hears of it. */
export const courtEvents = defineEvents({
  'service.planned': {
    domainCode: 'litigation.SERVICE_PLANNED',
    title: title('即将向加害人送达', 'Service on him is about to happen'),
    roles: WITH_COURT,
    payload: Payload({
      paper: Codes(SERVED_PAPERS, '文书', 'Paper'),
      plannedAt: Type.Optional(PlannedInstant(label('预定送达时间', 'Planned for'))),
    }),
  },
  'summons.served': {
    domainCode: 'litigation.SERVED',
    title: title('送达诉讼文书', 'Paper served'),
    roles: WITH_COURT,
    payload: Payload({
      paper: Codes(SERVED_PAPERS, '文书', 'Paper'),
      addressee: Codes(ADDRESSEES, '受送达人', 'Served on'),
      method: Codes(SERVICE_METHODS, '送达方式', 'Method'),
      servedAt: PastInstant(label('送达时间', 'Served at')),
    }),
  },
  'service.failed': {
    domainCode: 'litigation.SERVICE_FAILED',
    title: title('送达未成', 'Service failed'),
    roles: WITH_COURT,
    payload: Payload({
      why: Codes(SERVICE_FAILURES, '情形', 'Why'),
      recorded: Type.Optional(Flag('已录音录像', 'Recorded on video')),
    }),
  },
  'hearing.scheduled': {
    domainCode: 'litigation.HEARING_SET',
    title: title('确定开庭（听证）时间', 'Hearing scheduled'),
    roles: WITH_COURT,
    payload: Payload({
      at: PlannedInstant(label('开庭时间', 'Time of the hearing')),
      mode: Codes(HEARING_MODES, '方式', 'Mode'),
    }),
  },
  'hearing.secured': {
    domainCode: 'litigation.HEARING_SAFE',
    title: title('落实出庭人身安全安排', 'Safety at court arranged'),
    roles: WITH_COURT,
    payload: Payload({
      arrangements: Type.Array(Codes(HEARING_SAFETY, '安全安排', 'Arrangement'), {
        minItems: 1,
        maxItems: 7,
        ...label('安全安排', 'Arrangements'),
      }),
    }),
    follows: ['hearing.scheduled'],
  },
  'hearing.refused': {
    domainCode: 'litigation.HEARING_REFUSED',
    title: title('拒绝参加开庭（听证）', 'A party refuses the hearing'),
    roles: WITH_COURT,
    payload: Payload({ by: Codes(PARTIES, '拒绝方', 'Who refuses') }),
  },
  'hearing.adjourned': {
    domainCode: 'litigation.HEARING_ADJOURNED',
    title: title('延期开庭', 'Hearing adjourned'),
    roles: WITH_COURT,
    payload: Payload({}),
  },
  'hearing.held': {
    domainCode: 'litigation.HEARING',
    title: title('已开庭（听证）', 'Hearing held'),
    roles: WITH_COURT,
    payload: Payload({
      mode: Codes(HEARING_MODES, '方式', 'Mode'),
      absent: Type.Optional(Codes(PARTIES, '缺席方', 'Who was absent')),
    }),
  },
  'judgment.given': {
    domainCode: 'litigation.JUDGMENT',
    title: title('作出裁判', 'Judgment given'),
    roles: WITH_COURT,
    payload: Payload({
      outcome: Codes(OUTCOMES, '结果', 'Outcome'),
      payBy: Type.Optional(Codes(PAY_CHANNELS, '款项支付方式', 'How money is paid')),
      servedAt: PastInstant(label('裁判文书送达时间', 'Judgment served at')),
      violenceFoundBy: Type.Optional(
        proofs('认定家庭暴力所依据的证据', 'What the finding of violence rests on'),
      ),
    }),
  },
  'appeal.filed': {
    domainCode: 'litigation.APPEAL',
    title: title('提起上诉', 'Appeal filed'),
    roles: WITH_COURT,
    payload: Payload({
      by: Codes(PARTIES, '上诉方', 'By'),
      ground: Type.Optional(Sealed('narrative', 2000, label('理由', 'Ground'))),
    }),
    follows: ['judgment.given'],
  },
  'judgment.effective': {
    domainCode: 'litigation.EFFECTIVE',
    title: title('裁判生效', 'Judgment takes effect'),
    roles: WITH_COURT,
    payload: Payload({ effectiveAt: PastInstant(label('生效时间', 'In effect from')) }),
    follows: ['judgment.given'],
  },
});
