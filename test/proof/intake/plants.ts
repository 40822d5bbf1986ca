import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/intake.ts';
import type { Plant } from '../plant.ts';

/** An intake broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  {
    breaks: 'INV-04: information alone, lost contact and withdrawal end no mandatory and no high-risk case',
    workflow: withoutGuards(workflow, ['notMandatory']),
    story: ['call.answered', 'safety.confirmed', 'report.required', 'caller.informed'],
  },
  {
    breaks: 'INV-04: information alone, lost contact and withdrawal end no mandatory and no high-risk case',
    workflow: withoutGuards(workflow, ['riskBelowHigh']),
    story: [
      'call.answered',
      'safety.confirmed',
      'caller.registered',
      'risk.scored',
      'police.arrived',
      'federation.informed',
      'survivor.withdrew',
    ],
  },
  {
    breaks:
      'INV-05: no case is closed while another track or a deadline of one is open, or police owe feedback',
    workflow: withoutGuards(workflow, ['siblingDeadlinesSettled']),
    story: [
      'call.answered',
      'safety.confirmed',
      'caller.registered',
      'risk.scored',
      'plan.agreed',
      'plan.completed',
    ],
  },
  {
    breaks:
      'INV-05: no case is closed while another track or a deadline of one is open, or police owe feedback',
    workflow: withoutGuards(workflow, ['feedbackSettled']),
    story: [
      'call.answered',
      'safety.confirmed',
      'caller.registered',
      'risk.scored',
      'plan.agreed',
      'report.filed',
      'plan.completed',
    ],
  },
  {
    breaks: 'INV-06: an anonymous call can be an emergency at any time before it is registered',
    workflow: withTransitions(workflow, 'open.work.safetyCheck', { 'danger.declared': 'registering' }),
    story: ['call.answered', 'danger.declared'],
  },
  {
    breaks: 'no case ends or is closed while an alarm or a report is due',
    workflow: withoutGuards(workflow, ['alarmSettled']),
    story: ['call.answered', 'danger.declared', 'survivor.withdrew'],
  },
  {
    breaks: 'high risk is never mediated',
    workflow: withoutGuards(workflow, ['noMediationAtHighRisk', 'mediationNotBarred']),
    story: ['call.answered', 'safety.confirmed', 'caller.registered', 'risk.scored', 'plan.agreed'],
  },
  {
    breaks: 'a mandatory report ends only by being filed',
    workflow: withTransitions(workflow, 'open.report.due', { 'incident.reported': 'none' }),
    story: ['call.answered', 'report.required', 'incident.reported'],
  },
  {
    breaks: 'an alarm ends only by telling those it is for',
    workflow: withTransitions(workflow, 'open.alarm.federation.due', { 'police.informed': 'told' }),
    story: ['call.answered', 'danger.declared', 'police.informed'],
  },
  {
    breaks: 'what is due stays due until then, in whatever the work does',
    workflow: withTransitions(workflow, 'open', { 'federation.informed': { target: 'open', reenter: true } }),
    story: ['call.answered', 'danger.declared', 'federation.informed', 'federation.informed'],
  },
  {
    breaks: 'only a supervisor lowers a judgement',
    workflow: withoutGuards(workflow, ['loweredBySupervisor']),
    story: [
      'call.answered',
      'safety.confirmed',
      'caller.registered',
      'risk.scored',
      'statement.retracted',
      'risk.scored',
    ],
  },
  {
    breaks: 'no dead end: from every state an end can be reached',
    workflow: withoutEvents(workflow, [
      'caller.reached',
      'contact.abandoned',
      'danger.declared',
      'survivor.withdrew',
      'death.recorded',
    ]),
    story: ['call.answered', 'talk.postponed'],
  },
  {
    breaks: 'no deadline is heard by nobody',
    workflow: withoutGuards(withoutEvents(workflow, ['police.unconfirmed']), []),
    story: ['call.answered', 'danger.declared'],
  },
];
