import { startOfDay } from '../protection-order/validity.ts';
import { intake } from './setup.ts';

/** What the desk writes down beside the work: it moves nothing. */
export const atTheDesk = {
  'ticket.linked': {
    actions: intake.assign(({ context, event }) => {
      if (event.type !== 'ticket.linked') return {};
      const { answerBy } = event.payload;
      const ticketCount = context.ticketCount + 1;
      const limit =
        answerBy === undefined
          ? { rule: 'R9p' as const, from: event.occurredAt }
          : { rule: 'H29' as const, from: startOfDay(answerBy) };
      return { ticketCount, tickets: [...context.tickets, { id: `t${ticketCount}`, ...limit }] };
    }),
  },
  'ticket.answered': {
    guard: 'ticketOpen',
    actions: intake.assign({
      tickets: ({ context, event }) =>
        context.tickets.filter(({ id }) => event.type !== 'ticket.answered' || id !== event.payload.ticket),
    }),
  },
  'safeperson.named': {
    guard: 'safePersonTrusted',
    actions: intake.assign({
      safePerson: ({ context, event }) =>
        event.type === 'safeperson.named' ? event.payload.relation : context.safePerson,
    }),
  },
  'safeperson.withdrawn': { actions: intake.assign({ safePerson: null }) },
  'account.conflicted': {
    actions: intake.assign({
      conflicts: ({ context, event }) =>
        event.type === 'account.conflicted'
          ? [...new Set([...context.conflicts, event.payload.about])].sort()
          : context.conflicts,
    }),
  },
} as const;
