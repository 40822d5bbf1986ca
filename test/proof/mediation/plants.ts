import type { Workflow } from '#src/workflow/define-workflow.ts';
import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { CASE_ALLOWS } from '#workflows/mediation/guards.ts';
import { workflow } from '#workflows/mediation.ts';
import type { Plant } from '../plant.ts';

const BARRED = 'nothing goes forward in a case that bars it';

/** Violence counts only while the mediation stands still for it. */
const forgetful: Workflow = {
  ...workflow,
  facts: (args) => ({
    ...workflow.facts(args),
    mediationViolence: args.state.some((path) => path.startsWith('stopped')) ? 'yes' : 'no',
  }),
};

/** A mediation broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  ...CASE_ALLOWS.map((guard) => ({
    breaks: BARRED,
    workflow: withoutGuards(workflow, [guard]),
    story: ['screening.passed'],
  })),
  {
    breaks:
      'INV-25: violence is mediated only at low risk, light and for the first time, and she was told of 110',
    workflow: withoutGuards(workflow, ['lightAndFirst']),
    story: ['screening.passed'],
  },
  {
    breaks: 'a mediation recorded elsewhere is flagged where the case barred it',
    workflow: withTransitions(workflow, 'talks', { 'mediation.recorded': '#mediation.agreement' }),
    story: ['mediation.recorded'],
  },
  {
    breaks: 'no session without both consents',
    workflow: withoutGuards(workflow, ['otherConsents']),
    story: ['screening.passed', 'consent.given'],
  },
  {
    breaks: 'violence always stops it',
    workflow: withTransitions(workflow, 'talks.consent', { 'violence.occurred': '#mediation.paused' }),
    story: ['screening.passed', 'violence.occurred'],
  },
  {
    breaks: 'after violence nothing is recorded before the police were told',
    workflow: withTransitions(workflow, 'stopped', { 'rights.told': '#mediation.ended' }),
    story: ['violence.occurred', 'rights.told'],
  },
  {
    breaks:
      'it ends only after her rights were told, but for one that was kept or a misuse that was answered',
    workflow: withTransitions(workflow, 'talks', { 'mediation.failed': '#mediation.failed' }),
    story: ['mediation.failed'],
  },
  {
    breaks: 'what the case may not forget stays',
    workflow: forgetful,
    story: ['violence.occurred', 'police.reported'],
  },
  {
    breaks: 'no dead end: from every state an end can be reached',
    workflow: withoutEvents(workflow, ['police.reported']),
    story: ['violence.occurred'],
  },
];
