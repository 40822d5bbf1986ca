import type { FactValue, PublishedFacts } from '#src/base/facts.ts';
import { title } from '#src/base/title.ts';
import { defineWorkflow } from '#src/workflow/define-workflow.ts';
import { deciding, dispatched, issued, misdirected, turnedAway } from './warning-letter/call.ts';
import { type LetterContext, openedContext } from './warning-letter/context.ts';
import { deadlines } from './warning-letter/deadlines.ts';
import { events, input } from './warning-letter/events.ts';
import { guards } from './warning-letter/guards.ts';
import { delivered } from './warning-letter/monitoring.ts';
import { letter } from './warning-letter/setup.ts';

const machine = letter.createMachine({
  id: 'warning-letter',
  context: ({ input: opened }) => openedContext(opened),
  initial: 'dispatched',
  states: {
    dispatched,
    misdirected,
    turnedAway,
    deciding,
    issued,
    delivered,
    ended: { type: 'final', meta: { title: title('连续三次未发现，停止查访', 'Three clean visits, ended') } },
    educated: { type: 'final', meta: { title: title('已批评教育', 'Criticised and educated') } },
    mediated: { type: 'final', meta: { title: title('已调解', 'Settled by mediation') } },
    dismissed: { type: 'final', meta: { title: title('不属于家庭暴力', 'No domestic violence') } },
    punished: { type: 'final', meta: { title: title('转治安案件', 'Public-security case') } },
    criminal: { type: 'final', meta: { title: title('转刑事案件', 'Criminal case') } },
    abandoned: { type: 'final', meta: { title: title('未再报案', 'Not taken further') } },
  },
});

/** 家庭暴力告诫 (公通字〔2024〕34号): from the call to the last visit. */
export const workflow = defineWorkflow({
  id: 'warning-letter',
  version: 1,
  title: title('家庭暴力告诫书', 'Warning letter'),
  openedBy: ['police_liaison', 'operator', 'case_manager', 'supervisor', 'community_worker'],
  input,
  events,
  guards,
  deadlines,
  machine,
  facts: ({ context, state }) => ({
    warningLetter: standing(state),
    policeHistory: historyOf(context, state),
    mediationMisuse: context.shortcuts.includes('mediated') ? 'flagged' : 'none',
  }),
});

function standing(state: readonly string[]): NonNullable<PublishedFacts['warningLetter']> {
  if (state.includes('delivered.visits.violated')) return 'violated';
  return state.includes('issued') || state.some((path) => path.startsWith('delivered.'))
    ? 'monitoring'
    : 'none';
}

function historyOf(
  { outcome, deliveredAt }: LetterContext,
  state: readonly string[],
): FactValue<'policeHistory'> {
  if (outcome === 'educated' || outcome === 'mediated') return outcome;
  return deliveredAt !== null || state.includes('issued') ? 'warned' : 'none';
}
