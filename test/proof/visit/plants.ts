import type { Workflow } from '#src/workflow/define-workflow.ts';
import { effect } from '#src/workflow/effect.ts';
import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/visit.ts';
import type { Plant } from '../plant.ts';

const NOTHING_OWED = 'it ends with nothing owed: no report, no signs, no danger';

const silentAbout =
  (fact: 'disclosure' | 'mandatoryReport'): Workflow['facts'] =>
  (args) => ({ ...workflow.facts(args), [fact]: 'none' });

/** Visits broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  { breaks: 'nobody goes alone', workflow: withoutGuards(workflow, ['teamOfTwo']), story: ['team.assigned'] },
  {
    breaks: NOTHING_OWED,
    workflow: withoutGuards(workflow, ['signsAnswered']),
    story: ['signs.seen', 'visit.abandoned'],
  },
  {
    breaks: NOTHING_OWED,
    workflow: withoutGuards(workflow, ['dangerReported']),
    story: ['team.assigned', 'danger.met', 'visit.abandoned'],
  },
  {
    breaks: 'a report ends only by being filed',
    workflow: withTransitions(workflow, 'open.report.due', { 'visit.recorded': 'filed' }),
    story: ['signs.seen', 'visit.recorded'],
  },
  {
    breaks: 'signs on a child or on somebody without capacity owe a report at once',
    workflow: withTransitions(workflow, 'open.report.filed', { 'signs.seen': 'filed' }),
    story: ['signs.seen', 'report.filed', 'signs.seen'],
  },
  ...(['disclosure', 'mandatoryReport'] as const).map((fact) => ({
    breaks: 'signs and a report that is due are known to the whole case',
    workflow: { ...workflow, facts: silentAbout(fact) },
    story: ['signs.seen'],
  })),
  {
    breaks: 'it opens no other track: she is asked apart first',
    workflow: withTransitions(workflow, 'open.signs.none', {
      'signs.seen': {
        target: 'seen',
        actions: effect({ kind: 'start_track', workflow: 'consultation', input: {} }),
      },
    }),
    story: ['signs.seen'],
  },
  {
    breaks: 'no dead end: from every state an end can be reached',
    workflow: withoutEvents(workflow, ['danger.reported']),
    story: ['team.assigned', 'danger.met'],
  },
];
