import { assign } from 'xstate';
import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/criminal.ts';
import type { Plant } from '../plant.ts';

const AS_TOLD = 'INV-23: nobody leaves custody but as she was told, or with a clock for telling her';
const CLOSED = 'no file closes on somebody held, on a review that is due, or without a defender for her';

/** A criminal proceeding broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  {
    breaks: AS_TOLD,
    workflow: withTransitions(workflow, 'open.restraint.imposed', {
      'restraint.ended': { target: 'none', actions: assign({ restraint: null }) },
    }),
    story: ['restraint.imposed', 'restraint.ended'],
  },
  {
    breaks: AS_TOLD,
    workflow: withoutGuards(workflow, ['asAnnounced']),
    story: ['restraint.imposed', 'restraint.imposed'],
  },
  {
    breaks: 'free unknown to her he stays so only until she is told, or he is locked away again',
    workflow: withTransitions(workflow, 'open.restraint.released', {
      'end.asked': '#criminal.open.restraint.none',
    }),
    story: ['restraint.imposed', 'end.passed', 'end.asked'],
  },
  {
    breaks: 'every danger point makes a review of the risk due',
    workflow: withTransitions(workflow, 'open.proceeding.reported', {
      'case.refused': '#criminal.open.proceeding.refused',
    }),
    story: ['case.refused'],
    walk: 'proceeding',
  },
  {
    breaks: 'words taken back end nothing',
    workflow: withTransitions(workflow, 'open.proceeding.investigated', {
      'statement.changed': '#criminal.open.proceeding.over',
    }),
    story: ['case.filed', 'statement.changed'],
    walk: 'proceeding',
  },
  {
    breaks: 'a refusal to file ends it only where her side contests it no further',
    workflow: withTransitions(workflow, 'open.proceeding.refused.reconsidering', {
      'refusal.upheld': '#criminal.open.proceeding.over',
    }),
    story: ['case.refused', 'refusal.delivered', 'reconsideration.filed', 'refusal.upheld'],
    walk: 'proceeding',
  },
  {
    breaks: CLOSED,
    workflow: withoutGuards(workflow, ['nothingRestrains']),
    story: ['restraint.imposed', 'case.refused', 'refusal.accepted', 'risk.reviewed', 'file.closed'],
  },
  {
    breaks: CLOSED,
    workflow: withoutGuards(workflow, ['defenderFound']),
    story: ['case.refused', 'refusal.accepted', 'risk.reviewed', 'file.closed'],
  },
  {
    breaks: 'the death of whom it is against ends it, and no other death does',
    workflow: withoutGuards(workflow, ['suspectDied']),
    story: ['death.recorded'],
  },
  {
    breaks: 'a proceeding against her says nothing of him and nothing against her',
    workflow: {
      ...workflow,
      facts: ({ state }) => ({
        dangerPoint: 'none',
        custody: state.some((path) => path.startsWith('open.restraint.imposed')) ? 'held' : 'none',
      }),
    },
    story: ['restraint.imposed'],
    walk: 'restraint',
  },
  {
    breaks: 'a conviction is on record until another judgment',
    workflow: withTransitions(workflow, 'open.proceeding.judged', {
      'appeal.filed': {
        target: '#criminal.open.proceeding.prosecuted',
        actions: assign({ verdict: null }),
      },
    }),
    story: ['prosecution.started', 'judgment.given', 'appeal.filed'],
    walk: 'proceeding',
  },
  {
    breaks: 'no measure has an end beyond its ceiling',
    workflow: withoutGuards(workflow, ['withinCeiling']),
    story: ['restraint.imposed'],
  },
  {
    breaks: 'a second interview of a child is looked into',
    workflow: withoutGuards(workflow, ['askedOnce']),
    story: ['minor.interviewed'],
    walk: 'proceeding',
  },
  {
    breaks: 'no dead end: from every state an end can be reached',
    workflow: withoutEvents(workflow, ['restraint.ended', 'end.passed', 'death.recorded']),
    story: ['restraint.imposed'],
    walk: 'restraint',
  },
  {
    breaks: 'no deadline is heard by nobody',
    workflow: withoutEvents(workflow, ['end.passed']),
    story: ['restraint.imposed'],
    walk: 'restraint',
  },
];
