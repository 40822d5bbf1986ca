import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, label, Payload } from '#src/workflow/field.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { ADVERSE_KINDS, INQUIRERS } from './codes.ts';

const ASKED: readonly Role[] = ['operator', 'case_manager', 'supervisor', 'shelter_worker', 'police_liaison'];

const WISHES = {
  stay_hidden: ['不愿透露下落', 'Stays hidden'],
  pass_message: ['同意转达平安', 'May be told that she is safe'],
  contact: ['本人愿意联系', 'She will be in touch herself'],
} as const;

/** The only answers there are. None of them says where she is. */
const ANSWERS = {
  none: ['不予答复', 'No answer'],
  safe_own_will: ['本人安全，出于自愿', 'Safe and of her own will'],
  case_opened: ['已依法处理', 'Being dealt with by law'],
} as const;

/** What opens it: how he tries, through whom. */
export const input = Payload({
  kind: Codes(ADVERSE_KINDS, '情形', 'Kind'),
  through: Codes(INQUIRERS, '途径', 'Through whom'),
});

export const events = defineEvents({
  'person.seen': {
    domainCode: 'adverse.SEEN_ALONE',
    title: title('已单独会见本人并核实意愿', 'Seen alone and asked'),
    roles: ASKED,
    payload: Payload({
      alone: Confirmed('只有本人在场', 'Nobody else was present'),
      wish: Codes(WISHES, '本人意愿', 'Her wish'),
      note: Type.Optional(Sealed('narrative', 2000, label('说明', 'Note'))),
    }),
  },
  'access.refused': {
    domainCode: 'adverse.ACCESS_REFUSED',
    title: title('被拒绝会见本人', 'Access to her refused'),
    roles: ASKED,
    payload: Payload({}),
  },
  'access.abandoned': {
    domainCode: 'adverse.UNREACHABLE',
    title: title('确认目前见不到本人', 'She cannot be seen for now'),
    roles: ['supervisor'],
    by: 'owner',
    payload: Payload({
      welfareCheckAsked: Confirmed('已请公安机关单独会见', 'Police asked to see her alone'),
    }),
  },
  'agencies.told': {
    domainCode: 'adverse.AGENCIES_TOLD',
    title: title('已通知各单位住址保密、不得代查', 'Agencies told: no lookups, no answers'),
    roles: ASKED,
    payload: Payload({
      policeTold: Confirmed('已通知公安机关标记保密', 'Police told to mark the record'),
    }),
  },
  'exposure.removed': {
    domainCode: 'adverse.EXPOSURE_REMOVED',
    title: title('已补救并报告信息泄露', 'Exposure remedied and reported'),
    roles: ASKED,
    payload: Payload({
      takenDown: Confirmed('已下架、删除或者遮盖', 'Taken down, deleted or covered'),
      personsTold: Confirmed('已告知本人及监护人中可信任的一方', 'She, or whom she can trust, was told'),
      authorityTold: Confirmed('已报告履行个人信息保护职责的部门', 'The authority was told'),
    }),
  },
  'inquiry.repeated': {
    domainCode: 'adverse.AGAIN',
    title: title('再次查询、报案', 'Another inquiry or report'),
    roles: [...ASKED, 'court_liaison', 'lawyer', 'community_worker'],
    payload: Payload({
      kind: Codes(ADVERSE_KINDS, '情形', 'Kind'),
      through: Codes(INQUIRERS, '途径', 'Through whom'),
    }),
  },
  'inquiry.answered': {
    domainCode: 'adverse.ANSWER',
    title: title('答复查询', 'Inquiry answered'),
    roles: ASKED,
    payload: Payload({ answer: Codes(ANSWERS, '答复', 'Answer') }),
    follows: ['person.seen'],
  },
  'inquiry.closed': {
    domainCode: 'adverse.CLOSE',
    title: title('处置完毕，继续保密', 'Closed, the lock stays'),
    roles: ['case_manager', 'supervisor'],
    by: 'owner',
    payload: Payload({}),
  },
  'lock.lifted': {
    domainCode: 'adverse.UNLOCK',
    title: title('应本人要求解除保密', 'Lock lifted at her wish'),
    roles: ['supervisor'],
    by: 'owner',
    payload: Payload({ herWish: Confirmed('本人单独、书面提出', 'Asked by her, alone and in writing') }),
  },
});
