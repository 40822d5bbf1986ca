import { title } from '#src/base/title.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import type { EnforcementContext, EnforcementEvent } from './context.ts';

const COURT = ['court_liaison'] as const;
const POLICE = ['police_liaison'] as const;

/** Who holds him, or is to, and of whom she was told. */
export const custodyGuards = defineGuards<EnforcementContext, EnforcementEvent>()({
  caseOpen: {
    text: title('治安案件正在办理', 'The police have a case open'),
    who: POLICE,
    test: ({ context }) => context.caseOpenedAt !== null && context.police === 'open',
  },
  heldAlready: {
    text: title('已被另一机关羁押', 'Held by another body already'),
    who: [],
    test: ({ context, event }) =>
      context.policeHeld || context.courtHeld || event.case.facts.custody === 'held',
  },
  detentionDue: {
    text: title('已决定拘留，尚未执行', 'Detention was decided and is not carried out yet'),
    who: [],
    test: ({ context, event }) =>
      'by' in event.payload && (event.payload.by === 'police' ? context.policeDue : context.courtDue),
  },
  courtHolds: {
    text: title('已先行拘留', 'Taken already'),
    who: [],
    test: ({ context }) => context.courtHeld,
  },
  policeEndNear: {
    text: title('已到告知她的释放时间前一日', 'Not before the day of which she was told'),
    who: [],
    test: ({ context, event }) => isNear(context.policeWarnBy, event.occurredAt),
  },
  courtEndNear: {
    text: title('已到告知她的释放时间前一日', 'Not before the day of which she was told'),
    who: [],
    test: ({ context, event }) => isNear(context.courtWarnBy, event.occurredAt),
  },
  ofPolice: {
    text: title('由公安机关羁押', 'Held by the police'),
    who: POLICE,
    test: ({ event }) => 'by' in event.payload && event.payload.by === 'police',
  },
  ofCourt: {
    text: title('由法院决定羁押', 'Held for the court'),
    who: COURT,
    test: ({ event }) => 'by' in event.payload && event.payload.by === 'court',
  },
});

/** What she was told is the printed end: out more than a day before it, he is out without her knowing. */
function isNear(warnBy: string | null, at: string): boolean {
  return warnBy !== null && at >= warnBy;
}
