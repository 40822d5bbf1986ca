import { title } from '#src/base/title.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import type { IntakeContext, IntakeEvent } from './context.ts';

const DESK = ['operator', 'case_manager', 'supervisor'] as const;
/** Grades of a guardian through whom nobody reaches a child. */
const UNTRUSTED: readonly string[] = ['interested', 'neglectful', 'suspect'];

export const deskGuards = defineGuards<IntakeContext, IntakeEvent>()({
  ticketOpen: {
    text: title('该派单尚未答复', 'This ticket is still to be answered'),
    who: DESK,
    test: ({ context, event }) =>
      event.type === 'ticket.answered' && context.tickets.some(({ id }) => id === event.payload.ticket),
  },
  ticketsAnswered: {
    text: title('并入的派单均已答复', 'Every ticket that joined the case is answered'),
    who: DESK,
    test: ({ context }) => context.tickets.length === 0,
  },
  safePersonTrusted: {
    text: title(
      '加害人不得作为安全联系人；监护人知情不报、利害一致或者为嫌疑人的，除非另有保护型监护人，不得通过监护人联系',
      'Neither he nor a guardian who harms, knew and was silent, or sides with him',
    ),
    who: [...DESK, 'community_worker'],
    test: ({ event }) =>
      event.type !== 'safeperson.named' ||
      event.payload.relation !== 'guardian' ||
      !UNTRUSTED.includes(event.case.facts.guardian) ||
      event.case.facts.protectiveGuardian === 'known',
  },
  riskIsHigh: {
    text: title('已评定为高危致命', 'Risk is high'),
    who: [],
    test: ({ context }) => context.risk === 'high',
  },
});
