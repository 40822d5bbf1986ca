import { title } from '#src/base/title.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import type { EnforcementContext, EnforcementEvent } from './context.ts';

const define = defineGuards<EnforcementContext, EnforcementEvent>();

const settled = (zh: string, en: string, test: (args: { context: EnforcementContext }) => boolean) => ({
  text: title(zh, en),
  who: ['case_manager', 'supervisor'] as const,
  test,
});

/** What must be over before an act is. */
export const closingGuards = define({
  policeSettled: settled(
    '公安机关已处理完毕',
    'The police are done',
    ({ context }) => context.police === 'settled',
  ),
  courtSettled: settled(
    '法院已处置完毕，或者不属于法院处置',
    'The court is done, or has no part in it',
    ({ context }) => context.court === 'settled' || (context.court === 'unaware' && !context.orderInForce),
  ),
  nobodyHeld: settled(
    '没有在执行的拘留，每次释放都已告知她',
    'Nobody is held, and she knows of every release',
    ({ context }) =>
      !context.policeDue &&
      !context.courtDue &&
      !context.policeHeld &&
      !context.courtHeld &&
      !context.policeUntold &&
      !context.courtUntold,
  ),
  appealSettled: settled(
    '复议已结束',
    'No reconsideration is open',
    ({ context }) => context.appeal === 'none' || context.appeal === 'over',
  ),
});
