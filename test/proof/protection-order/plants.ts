import { assign } from 'xstate';
import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/protection-order.ts';
import type { Plant } from '../plant.ts';

const RUNNING = 'inForce.validity.running';

/** A protection order broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  {
    breaks: 'INV-12: the end of an order moves by an extension and by nothing else',
    workflow: withTransitions(workflow, RUNNING, {
      'execution.requested': { actions: assign({ validTo: '2026-07-08' }) },
    }),
    story: ['application.filed', 'application.accepted', 'order.granted', 'execution.requested'],
  },
  {
    breaks:
      'INV-13: only the applicant’s side has it revoked, varied or extended, and the court only on her request',
    workflow: withoutGuards(workflow, ['byApplicantSide']),
    story: ['application.filed', 'application.accepted', 'order.granted', 'extension.requested'],
  },
  {
    breaks:
      'INV-13: only the applicant’s side has it revoked, varied or extended, and the court only on her request',
    workflow: withoutGuards(workflow, ['revocationAsked']),
    story: [
      'application.filed',
      'application.accepted',
      'order.granted',
      'variation.requested',
      'order.revoked',
    ],
  },
  {
    breaks: 'INV-14: asking for reconsideration pauses nothing',
    workflow: withTransitions(workflow, RUNNING, { 'reconsideration.filed': '#protection-order.deciding' }),
    story: ['application.filed', 'application.accepted', 'order.granted', 'reconsideration.filed'],
  },
  {
    breaks: 'INV-15: served on all means each of the mandatory four',
    workflow: withoutGuards(workflow, ['lastMandatory']),
    story: ['application.filed', 'application.accepted', 'order.granted', 'document.served'],
  },
  {
    breaks: 'a breach never ends an order',
    workflow: withTransitions(workflow, RUNNING, { 'violation.reported': '#protection-order.expired' }),
    story: ['application.filed', 'application.accepted', 'order.granted', 'violation.reported'],
  },
  {
    breaks: 'every breach opens an enforcement of its own',
    workflow: withTransitions(workflow, RUNNING, {
      'measure.performed': { actions: assign({ violations: 1 }) },
    }),
    story: ['application.filed', 'application.accepted', 'order.granted', 'measure.performed'],
  },
  {
    breaks: 'an order leaves force by its end, a revocation or a death',
    workflow: withTransitions(workflow, RUNNING, { 'change.denied': '#protection-order.expired' }),
    story: ['application.filed', 'application.accepted', 'order.granted', 'change.denied'],
  },
  {
    breaks: 'no withdrawal and no request for revocation under pressure',
    workflow: withoutGuards(workflow, ['freeOfPressure']),
    story: ['application.filed', 'application.withdrawn'],
  },
  {
    breaks: 'the clock of the court starts with acceptance and not with filing',
    workflow: withTransitions(workflow, 'filed', { 'court.contacted': 'deciding' }),
    story: ['application.filed', 'court.contacted'],
  },
  {
    breaks: 'C5: no order lasts longer than six months from the day it was made',
    workflow: withoutGuards(workflow, ['atMostSixMonths']),
    story: ['application.filed', 'application.accepted', 'order.granted'],
  },
  {
    breaks: 'nobody is sent home without somebody seeing to her safety',
    workflow: withTransitions(workflow, 'filed', {
      'application.turnedaway': '#protection-order.unaccepted.turnedAway',
    }),
    story: ['application.filed', 'application.turnedaway'],
  },
  {
    breaks: 'no deadline is heard by nobody',
    workflow: withoutEvents(workflow, ['order.expired']),
    story: ['application.filed', 'application.accepted', 'order.granted'],
  },
  {
    breaks: 'the case hears that an order is in force exactly while it is',
    workflow: { ...workflow, facts: (args) => ({ ...workflow.facts(args), protectionOrder: 'none' }) },
    story: ['application.filed', 'application.accepted', 'order.granted'],
  },
];
