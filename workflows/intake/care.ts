import { and, assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { effect, notify } from '#src/workflow/effect.ts';
import type { IntakeEventOf } from './context.ts';
import { unanswered } from './contact.ts';
import { FOLLOW_UPS, graded as gradedBy } from './grading.ts';
import { startServices } from './plan.ts';
import { gradeStands, intake, newIncident, newRound, tellHousehold } from './setup.ts';
import { otherDied, startCrisis, survivorDied } from './turns.ts';

const recordGrade = intake.assign(({ context, event }) =>
  event.type === 'risk.scored' ? gradedBy(context, event) : {},
);

/** Somebody has to look now, and to offer her again what keeps her safe. */
const reviewNow = [
  newRound,
  notify('handler', 'review.triggered'),
  notify('supervisor', 'review.triggered'),
  notify('handler', 'safety.owed'),
] as const;

export const assessing = intake.createStateConfig({
  meta: { title: title('危险性评估', 'Assessment'), deadlines: ['assessment'] },
  on: {
    'risk.scored': [
      {
        guard: and(['loweredBySupervisor', 'comesOutHigh']),
        target: 'graded.high',
        actions: recordGrade,
      },
      {
        guard: and(['loweredBySupervisor', 'comesOutMedium']),
        target: 'graded.medium',
        actions: recordGrade,
      },
      {
        guard: and(['loweredBySupervisor', 'comesOutLow']),
        target: 'graded.low',
        actions: recordGrade,
      },
    ],
    'incident.reported': { actions: [newIncident, tellHousehold] },
    'review.triggered': { actions: reviewNow },
    'call.unanswered': unanswered,
    'statement.retracted': { actions: gradeStands },
    'survivor.returned': { actions: gradeStands },
  },
});

const recordPlan = intake.assign({
  services: ({ context, event }) =>
    event.type === 'plan.agreed' ? event.payload.services.map(({ service }) => service) : context.services,
});
const nameOfficer = {
  type: 'effect',
  params: ({ event }: { event: IntakeEventOf<'plan.agreed'> }) =>
    event.payload.officer === undefined
      ? ({ kind: 'assign' } as const)
      : ({ kind: 'assign', assignee: event.payload.officer } as const),
} as const;
/** She left him, a child died, somebody else of the household was hurt: the grade was given before that. */
const lookedAtAnew = {
  'circumstances.changed': [{ guard: 'raisesDanger', target: 'assessing', actions: newRound }, {}],
  'household.incident': { target: 'assessing', actions: newIncident },
  'death.recorded': [survivorDied, { target: 'assessing', actions: [newRound, ...otherDied.actions] }],
} as const;

/** Fear, a summons, a breach or words spoken elsewhere: the grade of yesterday does not hold. */
const lookNow = { 'review.triggered': { target: 'assessing', actions: reviewNow } } as const;
const doubtfulWish = {
  'statement.retracted': { target: 'assessing', actions: gradeStands },
  'survivor.returned': { target: 'assessing', actions: gradeStands },
} as const;

export const graded = intake.createStateConfig({
  meta: { title: title('已分级，待商定计划', 'Graded, plan to be agreed'), deadlines: ['plan'] },
  // What she may do to herself is nobody's business until somebody is named for it: at once, on a track of its own.
  always: { guard: 'crisisOwed', actions: startCrisis },
  initial: 'low',
  states: {
    low: { meta: { title: title('低危', 'Low'), waitsFor: ['operator', 'case_manager'] } },
    medium: { meta: { title: title('中危', 'Medium'), waitsFor: ['operator', 'case_manager'] } },
    high: {
      meta: { title: title('高危致命', 'High, lethal'), waitsFor: ['case_manager', 'supervisor'] },
      entry: [
        notify('supervisor', 'risk.raised'),
        notify('case_manager', 'risk.raised'),
        notify({ handlersOf: 'siblings' }, 'risk.raised'),
        notify('handler', 'safety.owed'),
      ],
    },
  },
  on: {
    'plan.agreed': {
      guard: and([
        'officerNamed',
        'noMediationAtHighRisk',
        'mediationNotBarred',
        'safetyOffered',
        'suitDescribed',
        'placementFits',
      ]),
      target: 'active',
      actions: [recordPlan, nameOfficer, ...startServices],
    },
    'incident.reported': { target: 'assessing', actions: [newIncident, tellHousehold] },
    'review.requested': { target: 'assessing', actions: newRound },
    ...lookNow,
    ...doubtfulWish,
    'call.unanswered': unanswered,
    ...lookedAtAnew,
  },
});

export const active = intake.createStateConfig({
  meta: { title: title('服务中', 'Active'), deadlines: ['review'] },
  on: {
    'incident.reported': { target: 'assessing', actions: [newIncident, tellHousehold] },
    'review.requested': { target: 'assessing', actions: newRound },
    ...lookedAtAnew,
    'review.due': { target: 'assessing', actions: newRound },
    ...lookNow,
    ...doubtfulWish,
    'call.unanswered': unanswered,
    'plan.completed': {
      guard: and([
        'childrenFinal',
        'siblingDeadlinesSettled',
        'alarmSettled',
        'reportSettled',
        'feedbackSettled',
        'ticketsAnswered',
        'closingGroundGiven',
      ]),
      target: '#intake.closed',
      actions: [
        assign(({ context, event }) => {
          const followUps = [...FOLLOW_UPS[context.risk === 'unknown' ? 'high' : context.risk]];
          return {
            followUps,
            followUpRule: followUps[0] ?? null,
            closedAt: event.occurredAt,
            followUpFrom: event.occurredAt,
            followUpsMissed: 0,
          };
        }),
        effect({ kind: 'close_case' }),
      ],
    },
  },
});
