import type { Workflow } from '#src/workflow/define-workflow.ts';
import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/crisis.ts';
import type { Plant } from '../plant.ts';

const CARE = 'it ends only after two contacts and with a professional';
const silent: Workflow = {
  ...workflow,
  facts: (args) => (args.state.includes('unreached') ? { crisis: 'none' } : workflow.facts(args)),
};

/** A crisis broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  {
    breaks: CARE,
    workflow: withoutGuards(workflow, ['seenTwice']),
    story: ['crisis.contacted', 'crisis.referred', 'crisis.ended'],
  },
  {
    breaks: CARE,
    workflow: withoutGuards(workflow, ['withProfessional']),
    story: ['crisis.contacted', 'crisis.contacted', 'crisis.ended'],
  },
  {
    breaks: 'every attempt begins it anew',
    workflow: withTransitions(workflow, 'watched', { 'attempt.recorded': 'watched' }),
    story: ['crisis.contacted', 'attempt.recorded'],
  },
  {
    breaks: 'while it lasts the case says so, and how acute it is',
    workflow: silent,
    story: ['crisis.contacted', 'contact.missed'],
  },
  {
    breaks: 'a missed contact is told to the supervisor',
    workflow: withTransitions(workflow, 'watched', { 'contact.missed': 'unreached' }),
    story: ['crisis.contacted', 'contact.missed'],
  },
  {
    breaks: 'no deadline is heard by nobody',
    workflow: withoutEvents(workflow, ['contact.missed']),
    story: ['crisis.contacted'],
  },
  {
    breaks: 'no dead end: from every state an end can be reached',
    workflow: withoutEvents(workflow, ['crisis.ended', 'death.recorded']),
    story: [],
  },
  {
    breaks: 'escalation ladders end: no circle of lapses alone',
    workflow: withTransitions(workflow, 'watched', {
      'contact.missed': { target: 'watched', reenter: true },
    }),
    story: ['crisis.contacted'],
  },
];
