import type { PublishedFacts } from '#src/base/facts.ts';
import { title } from '#src/base/title.ts';
import { defineWorkflow } from '#src/workflow/define-workflow.ts';
import { events, openedContext } from './mediation/context.ts';
import { deadlines } from './mediation/deadlines.ts';
import { agreement, misuse, rights, stopped } from './mediation/endings.ts';
import { input } from './mediation/events.ts';
import { guards } from './mediation/guards.ts';
import { mediation } from './mediation/setup.ts';
import { paused, talks } from './mediation/talks.ts';

const machine = mediation.createMachine({
  id: 'mediation',
  context: ({ input: opened }) => openedContext(opened),
  initial: 'talks',
  states: {
    talks,
    paused,
    agreement,
    stopped,
    rights,
    misuse,
    barred: { type: 'final', meta: { title: title('不得调解，已告知权利', 'Barred, rights told') } },
    refused: { type: 'final', meta: { title: title('一方拒绝，已告知权利', 'Refused, rights told') } },
    failed: { type: 'final', meta: { title: title('调解不成，已告知权利', 'Failed, rights told') } },
    ended: { type: 'final', meta: { title: title('因暴力停止，已报警', 'Stopped, police told') } },
    breached: {
      type: 'final',
      meta: { title: title('协议未履行，转诉讼或执行', 'Broken, suit or enforcement') },
    },
    fulfilled: { type: 'final', meta: { title: title('协议已履行', 'Fulfilled') } },
    misused: { type: 'final', meta: { title: title('不当调解已处置', 'Misuse answered') } },
  },
});

/**
 * 婚姻家庭矛盾纠纷化解: screened first, each side asked apart, shuttle unless she wants otherwise, stopped by violence
 * (人民调解法 3, 4, 8, 17, 25, 26, 29, 33). No other workflow waits for it.
 */
export const workflow = defineWorkflow({
  id: 'mediation',
  version: 1,
  title: title('婚姻家庭矛盾纠纷化解', 'Mediation'),
  openedBy: ['mediator', 'police_liaison', 'court_liaison', 'operator', 'case_manager', 'supervisor'],
  input,
  events,
  guards,
  deadlines,
  machine,
  hears: [
    { fact: 'risk', becomes: 'high', event: 'mediation.locked' },
    { fact: 'protectionOrder', becomes: 'applied', event: 'mediation.locked' },
    { fact: 'protectionOrder', becomes: 'in_force', event: 'mediation.locked' },
    { fact: 'warningLetter', becomes: 'monitoring', event: 'mediation.locked' },
    { fact: 'warningLetter', becomes: 'violated', event: 'mediation.locked' },
    { fact: 'repeat', becomes: 'yes', event: 'mediation.locked' },
    { fact: 'punished', becomes: 'yes', event: 'mediation.locked' },
    { fact: 'criminal', becomes: 'reported', event: 'mediation.locked' },
    { fact: 'criminal', becomes: 'filed', event: 'mediation.locked' },
    { fact: 'breach', becomes: 'yes', event: 'mediation.locked' },
    { fact: 'enforcement', becomes: 'open', event: 'mediation.locked' },
    { fact: 'mandatoryReport', becomes: 'due', event: 'mediation.locked' },
  ],
  facts: ({ context, state }) => ({
    ...progressOf(state),
    mediationViolence: context.violence ? 'yes' : 'no',
    mediationMisuse: context.misused ? 'flagged' : 'none',
  }),
});

function progressOf(state: readonly string[]): PublishedFacts {
  const isSuspended = state.includes('paused') || state.includes('agreement.keeping.suspended');
  const disclosure = isSuspended ? 'made' : 'none';
  if (state.some((path) => path.startsWith('agreement.'))) return { mediation: 'agreed', disclosure };
  const isOpen = state.some((path) => path.startsWith('talks.') || path === 'paused');
  return { mediation: isOpen ? 'open' : 'none', disclosure };
}
