import { assign } from 'xstate';
import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/warning-letter.ts';
import type { Plant } from '../plant.ts';

const ENDED = '#warning-letter.ended';
const FEWER = 'visits end after three clean ones in a row and all bodies told, or a death';

/** A warning letter broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  {
    breaks: 'INV-18: no letter, criticism or mediation where he must be punished',
    workflow: withoutGuards(workflow, ['notToBePunished']),
    story: ['scene.reached', 'letter.issued'],
  },
  {
    breaks: 'a high risk, an order, a letter or a second time is never mediated away',
    workflow: withoutGuards(workflow, ['mediable']),
    story: ['scene.reached', 'dispute.mediated'],
  },
  {
    breaks: 'nothing milder than a letter before she was heard apart',
    workflow: withoutGuards(workflow, ['victimHeard']),
    story: ['scene.reached', 'case.dismissed'],
  },
  {
    breaks: 'criticism alone is for a first time, and says why where a letter is due',
    workflow: withoutGuards(workflow, ['lightAndFirst']),
    story: ['scene.reached', 'offender.educated'],
  },
  {
    breaks: 'criticism alone is for a first time, and says why where a letter is due',
    workflow: withoutGuards(workflow, ['letterNotDue']),
    story: ['scene.reached', 'offender.educated'],
  },
  {
    breaks: 'INV-20: a visit is clean only if she was asked apart, and otherwise counts nothing',
    workflow: withoutGuards(workflow, ['foundClean']),
    story: ['scene.reached', 'letter.issued', 'letter.delivered', 'visit.made'],
  },
  {
    breaks: FEWER,
    workflow: withoutGuards(workflow, ['lastCleanVisit']),
    story: [
      'scene.reached',
      'letter.issued',
      'letter.delivered',
      'notice.acknowledged',
      'notice.acknowledged',
      'notice.acknowledged',
      'visit.made',
    ],
  },
  {
    breaks: FEWER,
    workflow: withoutGuards(workflow, ['lastBodyTold']),
    story: ['scene.reached', 'letter.issued', 'letter.delivered', 'visit.made', 'visit.made', 'visit.made'],
  },
  {
    breaks: 'violence again starts the count from nothing',
    workflow: withTransitions(workflow, 'delivered.visits.watching.later', {
      'offender.repeated': '#warning-letter.delivered.visits.violated',
    }),
    story: ['scene.reached', 'letter.issued', 'letter.delivered', 'visit.made', 'offender.repeated'],
  },
  {
    breaks: 'after violence again there is no end but punishment, crime or death',
    workflow: withTransitions(workflow, 'delivered.visits.violated', { 'visit.made': ENDED }),
    story: ['scene.reached', 'letter.issued', 'letter.delivered', 'visit.made', 'visit.made'],
  },
  {
    breaks: 'punished or prosecuted, he goes on in a track of its own',
    workflow: withTransitions(workflow, 'issued', { 'case.punished': '#warning-letter.punished' }),
    story: ['scene.reached', 'letter.issued', 'case.punished'],
  },
  {
    breaks: 'turned away she is owed safety and a way back; only she herself ends it, asked alone',
    workflow: withTransitions(workflow, 'turnedAway', { 'decision.disputed': '#warning-letter.abandoned' }),
    story: ['report.turnedaway', 'decision.disputed'],
  },
  {
    breaks: 'a shortcut is put on record and ends nothing',
    workflow: withTransitions(workflow, 'deciding', { 'decision.disputed': '#warning-letter.mediated' }),
    story: ['scene.reached', 'decision.disputed'],
  },
  {
    breaks: 'a letter that was delivered is on record for ever',
    workflow: withTransitions(workflow, 'delivered', {
      'decision.disputed': { actions: assign({ deliveredAt: null }) },
    }),
    story: ['scene.reached', 'letter.issued', 'letter.delivered', 'decision.disputed'],
  },
  {
    breaks: 'no dead end: from every state an end can be reached',
    workflow: withoutEvents(workflow, ['case.punished', 'crime.filed', 'monitoring.ended']),
    story: ['scene.reached', 'letter.issued', 'letter.delivered', 'visit.made'],
  },
  {
    breaks: 'no deadline is heard by nobody',
    workflow: withoutEvents(workflow, ['ladder.raised']),
    story: ['scene.reached', 'letter.issued', 'letter.delivered', 'visit.missed'],
  },
];
