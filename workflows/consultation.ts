import type { PublishedFacts } from '#src/base/facts.ts';
import { title } from '#src/base/title.ts';
import { defineWorkflow } from '#src/workflow/define-workflow.ts';
import { effect, notify } from '#src/workflow/effect.ts';
import { events, guards, openedContext } from './consultation/context.ts';
import { counsel } from './consultation/counsel.ts';
import { input } from './consultation/counsel-events.ts';
import { deadlines } from './consultation/deadlines.ts';
import { legalAid } from './consultation/legal-aid.ts';
import { matching } from './consultation/matching.ts';
import { consultation } from './consultation/setup.ts';

/** Whoever was being asked sees nothing any more. */
const nobodyIsAsked = effect({ kind: 'assign', candidate: null });

const machine = consultation.createMachine({
  id: 'consultation',
  context: ({ input: opened }) => openedContext(opened),
  initial: 'matching',
  states: {
    matching,
    counsel,
    legalAid,
    closed: { type: 'final', meta: { title: title('已办结', 'Closed') } },
    withdrawn: { type: 'final', meta: { title: title('当事人已撤回', 'Withdrawn by the client') } },
  },
  on: {
    // 律师法 38: secrecy does not cover an imminent serious crime against a person.
    'risk.noticed': { actions: [notify('supervisor', 'risk.raised'), notify('case_manager', 'risk.raised')] },
    // Whoever works it hears; where somebody is being sought, the search itself has less time.
    'urgency.raised': {
      actions: [consultation.assign({ highRisk: true }), notify('handler', 'risk.raised')],
    },
    'consultation.withdrawn': { target: '.withdrawn', actions: nobodyIsAsked },
  },
});

/** 律师咨询: a volunteer lawyer is found, checked for conflicts, advises and drafts; legal aid takes over where she must be represented. */
export const workflow = defineWorkflow({
  id: 'consultation',
  version: 1,
  title: title('律师咨询', 'Lawyer consultation'),
  openedBy: ['case_manager', 'supervisor', 'operator'],
  input,
  events,
  guards,
  deadlines,
  machine,
  hears: [{ fact: 'risk', becomes: 'high', event: 'urgency.raised' }],
  assigneeIsPersonal: true,
  candidateSees: ['respondentName', 'respondentIdHash'],
  facts: ({ state: [leaf = ''] }) => ({ ...consultationFact(leaf), ...representationFact(leaf) }),
});

const UNDECIDED = ['preparing', 'applied', 'refused', 'objected', 'upheld'];

function consultationFact(leaf: string): PublishedFacts {
  if (leaf.startsWith('matching.')) return { consultation: 'requested' };
  return leaf === 'closed' || leaf === 'withdrawn' ? {} : { consultation: 'engaged' };
}

function representationFact(leaf: string): PublishedFacts {
  const [region = '', step = ''] = leaf.split('.');
  if (region !== 'legalAid') return {};
  return { representation: UNDECIDED.includes(step) ? 'needed' : 'granted' };
}
