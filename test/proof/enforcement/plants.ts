import { assign } from 'xstate';
import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/enforcement.ts';
import type { Plant } from '../plant.ts';

const FAMILY_MATTER = 'INV-21: no family matter, and no closing before the court was told';
const ONCE = 'INV-22: one act is fined or detained for once, and that it was is on record';
const RELEASED = 'INV-23: nobody leaves detention without her knowing, or a clock for telling her';
const CEILING = 'no longer and no more than the law allows';
const FREE = '#enforcement.open.policeCustody.none';

/** An enforcement broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  { breaks: FAMILY_MATTER, workflow: withoutGuards(workflow, ['lawfulReason']), story: ['police.closed'] },
  { breaks: FAMILY_MATTER, workflow: withoutGuards(workflow, ['courtTold']), story: ['police.closed'] },
  {
    breaks: ONCE,
    workflow: withoutGuards(workflow, ['oncePerAct']),
    story: ['sanction.decided', 'sanction.decided'],
    walk: 'court',
  },
  {
    breaks: ONCE,
    workflow: withTransitions(workflow, 'open.court.unaware', {
      'sanction.decided': '#enforcement.open.court.reviewing',
    }),
    story: ['sanction.decided'],
    walk: 'court',
  },
  {
    breaks: 'police punish once, in a case they opened, and that they did is on record',
    workflow: withoutGuards(workflow, ['caseOpen']),
    story: ['punishment.decided'],
  },
  {
    breaks: RELEASED,
    workflow: withTransitions(workflow, 'open.policeCustody.held.dated', {
      'detainee.released': { target: FREE, actions: assign({ policeHeld: false }) },
    }),
    story: ['treatment.ordered', 'detainee.released'],
  },
  {
    breaks: RELEASED,
    workflow: withoutGuards(workflow, ['policeEndNear']),
    story: ['treatment.ordered', 'survivor.warned', 'detainee.released'],
  },
  {
    breaks: RELEASED,
    workflow: withTransitions(workflow, 'open.courtCustody.approved', {
      'appeal.decided': {
        guard: 'appealRevokes',
        target: '#enforcement.open.courtCustody.none',
        actions: assign({ courtHeld: false }),
      },
    }),
    story: ['detention.taken', 'sanction.decided', 'decision.received', 'appeal.filed', 'appeal.decided'],
    walk: 'court',
  },
  {
    breaks: 'free unknown to her he stays so only until she is told, or he is held again',
    workflow: withTransitions(workflow, 'open.policeCustody.untold', { 'scene.reached': FREE }),
    story: ['treatment.ordered', 'detainee.released', 'scene.reached'],
  },
  {
    breaks: 'INV-23: every release and every breach makes a review of the risk due',
    workflow: withTransitions(workflow, 'open.policeCustody.held.warned', {
      'policedetention.ended': { target: FREE, actions: assign({ policeHeld: false }) },
    }),
    story: ['treatment.ordered', 'survivor.warned', 'risk.reviewed', 'policedetention.ended'],
  },
  {
    breaks: 'whoever is told of one release is not told of the other',
    workflow: withoutGuards(workflow, ['ofPolice']),
    story: ['treatment.ordered', 'survivor.warned'],
  },
  {
    breaks: 'a detention that was decided is carried out, or has a clock',
    workflow: withTransitions(workflow, 'open.policeCustody.none', { 'punishment.decided': {} }),
    story: ['punishment.decided'],
  },
  {
    breaks: 'the court is not done with a breach without an admonition or reasons',
    workflow: withoutGuards(workflow, ['admonishedOrReasoned']),
    story: ['court.noticed', 'court.concluded'],
  },
  {
    breaks: 'her wish is no reason before she was asked alone, nor under pressure',
    workflow: withoutGuards(workflow, ['wishFree']),
    story: ['court.informed', 'measure.declined'],
    walk: 'wish',
  },
  {
    breaks: 'the court sanctions only a breach of its order or an obstruction',
    workflow: withoutGuards(workflow, ['courtHasPower']),
    story: ['sanction.decided'],
    walk: 'court',
  },
  {
    breaks: CEILING,
    workflow: withoutGuards(workflow, ['withinPoliceCeiling']),
    story: ['case.opened', 'punishment.decided'],
  },
  {
    breaks: CEILING,
    workflow: withoutGuards(workflow, ['withinCourtCeiling']),
    story: ['sanction.decided'],
    walk: 'court',
  },
  {
    breaks: CEILING,
    workflow: withoutGuards(workflow, ['withinFineCeiling']),
    story: ['sanction.decided'],
    walk: 'court',
  },
  {
    breaks: 'whom the law protects more is beaten on the graver ground, and nobody else',
    workflow: withoutGuards(workflow, ['groundFitsVictim']),
    story: ['case.opened', 'punishment.decided'],
    walk: 'case',
  },
  {
    breaks: 'the police owe the court its notice until it is given',
    workflow: withTransitions(workflow, 'open.courtNotice.due', {
      'scene.reached': '#enforcement.open.courtNotice.none',
    }),
    story: ['scene.reached'],
  },
  {
    breaks: 'the time limit is extended twice at most, once under the law before 2026',
    workflow: withoutGuards(workflow, ['extensible']),
    story: ['case.opened', 'limit.extended', 'limit.extended'],
    walk: 'case',
  },
  {
    breaks:
      'nothing closes while somebody is held, to be held or free unknown to her, or while anything is open',
    workflow: withoutGuards(workflow, ['nobodyHeld']),
    story: ['case.opened', 'punishment.decided', 'risk.reviewed', 'enforcement.closed'],
  },
  {
    breaks:
      'nothing closes while somebody is held, to be held or free unknown to her, or while anything is open',
    workflow: withoutGuards(workflow, ['appealSettled']),
    story: ['sanction.decided', 'court.concluded', 'risk.reviewed', 'enforcement.closed'],
    walk: 'court',
  },
  {
    breaks: 'no dead end: from every state an end can be reached',
    workflow: withoutEvents(workflow, ['detainee.released', 'policedetention.ended']),
    story: ['treatment.ordered'],
  },
  {
    breaks: 'no deadline is heard by nobody',
    workflow: withoutEvents(workflow, ['appeal.lapsed']),
    story: ['sanction.decided', 'decision.received'],
    walk: 'court',
  },
  {
    breaks: 'his death ends it, and leaves nobody held and no warning due',
    workflow: withTransitions(workflow, 'open', { 'respondent.died': 'ended' }),
    story: ['respondent.died'],
    walk: 'wish',
  },
];
