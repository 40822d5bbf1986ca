import type { Workflow } from '#src/workflow/define-workflow.ts';
import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/placement.ts';
import type { Plant } from '../plant.ts';

const LIVES_SAFE = 'a child lives with no guardian but one who protects it';
const OVER = 'a suspension is over when it was lifted or has run out, and that never comes in silence';
const TOO_EARLY =
  'nothing closes while the child, its guardianship, an order to learn or an answer is unsettled';

/** Whoever cares for the child is trusted for ever. */
const blind: Workflow = {
  ...workflow,
  machine: workflow.machine.provide({ guards: { carerLosesTrust: () => false } }),
};

/** A placement broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  {
    breaks: LIVES_SAFE,
    workflow: withoutGuards(workflow, ['placeIsSafe']),
    story: ['child.placed'],
  },
  {
    breaks: LIVES_SAFE,
    workflow: withoutGuards(workflow, ['guardianIsProtective']),
    story: ['child.placed', 'return.proposed', 'return.approved'],
  },
  {
    breaks: LIVES_SAFE,
    workflow: blind,
    story: ['guardian.assessed', 'child.placed', 'guardian.assessed'],
  },
  {
    breaks:
      'nobody consents for a child, gets it home or its guardianship back who was not judged to protect it',
    workflow: withoutGuards(workflow, ['guardianIsProtective']),
    story: ['consent.given'],
  },
  {
    breaks: 'at high risk a child goes home only if a supervisor decides so',
    workflow: withoutGuards(workflow, ['riskAllowsReturn']),
    story: ['guardian.assessed', 'child.placed', 'return.proposed', 'return.approved'],
  },
  {
    breaks: 'a child taken from whoever cares for it needs a place at once, and those responsible hear of it',
    workflow: withTransitions(workflow, 'open.place.home', {
      'return.failed': '#placement.open.place.unplaced',
    }),
    story: ['guardian.assessed', 'child.placed', 'return.proposed', 'return.approved', 'return.failed'],
  },
  {
    breaks: 'a child back home is seen alone three times before that counts as lasting',
    workflow: withoutGuards(workflow, ['lastVisit']),
    story: ['guardian.assessed', 'child.placed', 'return.proposed', 'return.approved', 'return.visited'],
  },
  {
    breaks: OVER,
    workflow: withTransitions(workflow, 'open.suspension.running', { 'suspension.ended': 'none' }),
    story: ['guardianship.suspended', 'suspension.ended'],
  },
  {
    breaks: OVER,
    workflow: withTransitions(workflow, 'open.suspension.running', { 'guardianship.assumed': 'none' }),
    story: ['guardianship.suspended', 'guardianship.assumed'],
  },
  {
    breaks: 'an order to learn ends when all sessions were attended or the court was told',
    workflow: withoutGuards(workflow, ['sessionsAttended']),
    story: ['guidance.ordered', 'guidance.completed'],
  },
  {
    breaks: TOO_EARLY,
    workflow: withoutGuards(workflow, ['answersSettled']),
    story: ['child.placed', 'placement.settled', 'recommendation.sent', 'placement.closed'],
  },
  {
    breaks: TOO_EARLY,
    workflow: withoutGuards(workflow, ['guardianshipSettled']),
    story: ['child.placed', 'placement.settled', 'guardianship.assumed', 'placement.closed'],
  },
  {
    breaks: 'no dead end: from every state an end can be reached',
    workflow: withoutEvents(workflow, ['recommendation.answered', 'death.recorded']),
    story: ['recommendation.sent'],
  },
];
