import type { Stepped } from '#src/workflow/step-track.ts';
import type { OrderContext } from '#workflows/protection-order/context.ts';
import type { Rule, Step } from '../walk.ts';

const contextOf = (at: Stepped) => at.snapshot.context as unknown as OrderContext;
const isInForce = (at: Stepped) => at.state.some((path) => path.startsWith('inForce.'));
const isActive = (at: Stepped) => at.state.includes('inForce.service.ruling.active');
const LONGEST = '2026-07-05';

/** Events by which an order stops being in force. */
const ENDINGS = ['order.expired', 'order.revoked', 'reconsideration.revoked', 'proceedings.terminated'];
const DECIDED = { 'order.revoked': 'revoke', 'order.varied': 'vary', 'order.extended': 'extend' } as const;

/** What must hold on every step of a protection order. */
export const rules = [
  {
    says: 'INV-12: the end of an order moves by an extension and by nothing else',
    holds: ({ from, type, to }) =>
      !isInForce(from) ||
      !isInForce(to) ||
      type === 'order.extended' ||
      (contextOf(from).validTo === contextOf(to).validTo &&
        contextOf(from).validityFrom === contextOf(to).validityFrom),
  },
  {
    says: 'INV-13: only the applicant’s side has it revoked, varied or extended, and the court only on her request',
    holds: (step) => !askedByHim(step) && decidedAsAsked(step),
  },
  {
    says: 'INV-14: asking for reconsideration pauses nothing',
    holds: ({ from, type, to }) =>
      type !== 'reconsideration.filed' ||
      !isInForce(from) ||
      (isInForce(to) && to.exited.every((path) => path.startsWith('inForce.reconsideration.'))),
  },
  {
    says: 'INV-15: served on all means each of the mandatory four',
    holds: ({ to }) => !isActive(to) || contextOf(to).toServe.every(({ mandatory }) => !mandatory),
  },
  {
    says: 'a breach never ends an order',
    holds: ({ from, type, to }) =>
      type !== 'violation.reported' || (isInForce(from) === isInForce(to) && to.exited.length === 0),
  },
  {
    says: 'every breach opens an enforcement of its own',
    holds: ({ from, to }) =>
      contextOf(to).violations === contextOf(from).violations ||
      to.effects.some((effect) => effect.kind === 'start_track' && effect.workflow === 'enforcement'),
  },
  {
    says: 'an order leaves force by its end, a revocation or a death',
    holds: ({ from, type, to }) => !isInForce(from) || isInForce(to) || ENDINGS.includes(type),
  },
  {
    says: 'no withdrawal and no request for revocation under pressure',
    holds: ({ from, type }) =>
      !['application.withdrawn', 'revocation.requested'].includes(type) ||
      contextOf(from).coercion === 'none',
  },
  {
    says: 'the clock of the court starts with acceptance and not with filing',
    holds: ({ type, to }) =>
      !to.entered.includes('deciding') || ['application.accepted', 'urgency.found'].includes(type),
  },
  {
    says: 'C5: no order lasts longer than six months from the day it was made',
    holds: ({ type, to }) => type !== 'order.granted' || (contextOf(to).validTo ?? '') <= LONGEST,
  },
  {
    says: 'nobody is sent home without somebody seeing to her safety',
    holds: ({ to }) =>
      !to.entered.some((path) => ['supplementing', 'unaccepted', 'refusing', 'expired'].includes(path)) ||
      contextOf(to).safetyDue,
  },
  {
    says: 'the case hears that an order is in force exactly while it is',
    holds: ({ to }) => isInForce(to) === (to.facts.protectionOrder === 'in_force'),
  },
] as const satisfies readonly Rule[];

function askedByHim({ payload }: Step): boolean {
  return 'by' in payload && payload.by === 'respondent';
}

function decidedAsAsked({ from, type }: Step): boolean {
  return !(type in DECIDED) || contextOf(from).asked.includes(DECIDED[type as keyof typeof DECIDED]);
}
