import { effect } from '#src/workflow/effect.ts';
import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/shelter.ts';
import type { Plant } from '../plant.ts';

const FETCHED =
  'INV-29: nobody is fetched: an adult leaves because she asked or is gone, a child by a handover';

const tellingTheSite = effect({ kind: 'notify', to: { agency: 'FS02' }, notice: 'danger.foreseen' });

/** A stay broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  {
    breaks: FETCHED,
    workflow: withTransitions(workflow, 'housed.life', { 'inquiry.received': '#shelter.followUp' }),
    story: ['stay.admitted', 'inquiry.received'],
  },
  {
    breaks: FETCHED,
    workflow: withoutGuards(workflow, ['wayIsFree']),
    story: ['stay.admitted', 'stay.ended'],
  },
  {
    breaks: 'no child is handed to whom anybody doubts, unless a protective guardian is known',
    workflow: withoutGuards(workflow, ['guardianNotDoubted']),
    story: ['stay.admitted', 'minor.handed'],
  },
  {
    breaks: 'whoever looks for her is answered by a lock',
    workflow: withTransitions(workflow, 'housed.life', {
      'site.found': '#shelter.housed.life.relocating',
    }),
    story: ['stay.admitted', 'site.found'],
  },
  {
    breaks: 'INV-28: no notice tells where she is',
    workflow: withTransitions(workflow, 'housed.life.living', {
      'resident.relocated': { actions: tellingTheSite },
    }),
    story: ['stay.admitted', 'resident.relocated'],
  },
  {
    breaks: 'the end of a term turns nobody out',
    workflow: withTransitions(workflow, 'housed.term.usual', { 'limit.reached': '#shelter.followUp' }),
    story: ['stay.admitted', 'limit.reached'],
  },
  {
    breaks: 'with a voucher nobody is told that she is not who a shelter is for',
    workflow: withoutGuards(workflow, ['voucherHonoured']),
    story: ['request.declined'],
  },
  {
    breaks: 'no dead end: from every state an end can be reached',
    workflow: withoutEvents(workflow, ['minor.handed', 'death.recorded', 'contact.made']),
    story: ['stay.admitted'],
  },
  {
    breaks: 'the case knows that she is housed, and after her death nobody learns where she was',
    workflow: { ...workflow, facts: (args) => ({ ...workflow.facts(args), shelter: 'none' }) },
    story: ['stay.admitted'],
  },
  {
    breaks: 'the case knows that she is housed, and after her death nobody learns where she was',
    workflow: { ...workflow, facts: (args) => ({ ...workflow.facts(args), location: 'unlocked' }) },
    story: ['death.recorded'],
  },
  {
    breaks: 'no child stays behind: she leaves with the minors, or they were handed over before',
    workflow: withoutGuards(workflow, ['minorsAccountedFor']),
    story: ['stay.admitted', 'leave.requested', 'stay.ended'],
  },
  {
    breaks: 'whoever was found is moved to another place',
    workflow: withoutGuards(workflow, ['anotherSite']),
    story: ['stay.admitted', 'resident.relocated'],
  },
];
