import { OPENED_AT } from '#test/support/step-with.ts';
import type { EnforcementContext } from '#workflows/enforcement/context.ts';
import type { Rule, Step } from '../walk.ts';

type At = Step['from'];

const contextOf = ({ snapshot }: At) => snapshot.context as unknown as EnforcementContext;
const isIn = ({ state }: At, part: string) => state.some((path) => `${path}.`.startsWith(`open.${part}.`));
const isHeldBy = (at: At, by: 'police' | 'court') => contextOf(at)[`${by}Held`];
/** Nobody comes out whom she would have to fear. */
const DEATH = 'respondent.died';
const BODIES = ['police', 'court'] as const;
const NO_REASON = ['family_matter', 'court_only'];

/** What must hold on every step of an enforcement. */
export const rules = [
  {
    says: 'INV-21: no family matter, and no closing before the court was told',
    holds: ({ from, type, payload }) =>
      type !== 'police.closed' ||
      (!NO_REASON.includes((payload as { reason: string }).reason) &&
        !(isIn(from, 'courtNotice.due') && isIn(from, 'court.unaware'))),
  },
  {
    says: 'INV-22: one act is fined or detained for once, and that it was is on record',
    holds: ({ from, type, to }) =>
      type !== 'sanction.decided' || (!contextOf(from).sanctioned && contextOf(to).sanctioned),
  },
  {
    says: 'police punish once, in a case they opened, and that they did is on record',
    holds: ({ from, type, to }) =>
      type !== 'punishment.decided' ||
      (isIn(from, 'police.administrative') && isIn(to, 'police.settled') && contextOf(to).punished),
  },
  {
    says: 'INV-23: nobody leaves detention without her knowing, or a clock for telling her',
    holds: (step) =>
      step.type === DEATH ||
      BODIES.every(
        (by) =>
          !isHeldBy(step.from, by) ||
          isHeldBy(step.to, by) ||
          (isIn(step.from, `${by}Custody.held.warned`) && isAsTold(step, by)) ||
          isIn(step.to, `${by}Custody.untold`),
      ),
  },
  {
    says: 'free unknown to her he stays so only until she is told, or he is held again',
    holds: ({ from, type, to }) =>
      type === DEATH ||
      BODIES.every(
        (by) =>
          !isIn(from, `${by}Custody.untold`) ||
          isIn(to, `${by}Custody.untold`) ||
          isHeldBy(to, by) ||
          type === 'survivor.warned',
      ),
  },
  {
    says: 'INV-23: every release and every breach makes a review of the risk due',
    holds: ({ from, type, to }) =>
      type === DEATH ||
      BODIES.every((by) => !isHeldBy(from, by) || isHeldBy(to, by)) ||
      isIn(to, 'review.due'),
  },
  {
    says: 'whoever is told of one release is not told of the other',
    holds: ({ from, type, payload, to }) =>
      type !== 'survivor.warned' ||
      BODIES.every(
        (by) =>
          (payload as { by: string }).by === by ||
          !isIn(from, `${by}Custody`) ||
          to.exited.every((path) => !path.startsWith(`open.${by}Custody.`)),
      ),
  },
  {
    says: 'a detention that was decided is carried out, or has a clock',
    holds: ({ type, payload, to }) =>
      !isDetention(type, payload) ||
      (type === 'punishment.decided'
        ? isHeldBy(to, 'police') || contextOf(to).policeDue
        : isHeldBy(to, 'court') || contextOf(to).courtDue),
  },
  {
    says: 'the court is not done with a breach without an admonition or reasons',
    holds: ({ type, to }) =>
      !isIn(to, 'court.settled') ||
      !['court.concluded', 'order.found'].includes(type) ||
      !contextOf(to).orderInForce ||
      contextOf(to).admonished ||
      contextOf(to).reasonedNoMeasure,
  },
  {
    says: 'her wish is no reason before she was asked alone, nor under pressure',
    holds: ({ from, type, payload }) =>
      type !== 'measure.declined' ||
      !('herWish' in payload && payload.herWish === true) ||
      (contextOf(from).wish !== null && !contextOf(from).wishPressed),
  },
  {
    says: 'the court sanctions only a breach of its order or an obstruction',
    holds: ({ from, type }) =>
      !['sanction.decided', 'detention.taken'].includes(type) ||
      contextOf(from).orderInForce ||
      contextOf(from).basis === 'obstruction',
  },
  {
    says: 'no longer and no more than the law allows',
    holds: ({ from, type, payload }) => {
      const {
        days = 0,
        fineYuan = 0,
        ground,
      } = payload as { days?: number; fineYuan?: number; ground?: string };
      if (type === 'punishment.decided') return ground !== 'beating' || days <= 10;
      if (type !== 'sanction.decided') return true;
      return days <= 15 && (fineYuan <= 1000 || contextOf(from).basis === 'obstruction');
    },
  },
  {
    says: 'whom the law protects more is beaten on the graver ground, and nobody else',
    holds: ({ from, type, payload }) => {
      const { ground } = payload as { ground?: string };
      const { victim } = contextOf(from);
      return type !== 'punishment.decided' || ground !== 'beating' || (victim ?? []).length === 0;
    },
  },
  {
    says: 'the police owe the court its notice until it is given',
    holds: ({ from, type, to }) =>
      !isIn(from, 'courtNotice.due') || to.isFinal || isIn(to, 'courtNotice.due') || type === 'court.noticed',
  },
  {
    says: 'the time limit is extended twice at most, once under the law before 2026',
    holds: ({ from, type }) =>
      type !== 'limit.extended' ||
      (contextOf(from).caseRule !== 'P9c' &&
        (contextOf(from).caseRule === 'P9' || (contextOf(from).caseOpenedAt ?? '') >= '2026')),
  },
  {
    says: 'nothing closes while somebody is held, to be held or free unknown to her, or while anything is open',
    holds: ({ from, type, to }) => !to.isFinal || isOver(from) || type === DEATH,
  },
  {
    says: 'his death ends it, and leaves nobody held and no warning due',
    holds: ({ type, to }) =>
      type !== DEATH ||
      (to.isFinal &&
        to.facts.custody === 'none' &&
        to.facts.dangerPoint === 'none' &&
        !contextOf(to).policeUntold),
  },
] as const satisfies readonly Rule[];

/** What she was told is the end that was printed, a day before it at the earliest. */
function isAsTold({ from, type, under }: Step, by: 'police' | 'court'): boolean {
  const at = typeof under['at'] === 'string' ? under['at'] : OPENED_AT;
  return type === `${by}detention.ended` || at >= (contextOf(from)[`${by}WarnBy`] ?? at);
}

function isDetention(type: string, payload: object): boolean {
  if (type === 'sanction.decided') return 'days' in payload;
  return type === 'punishment.decided' && (payload as { kind: string }).kind.startsWith('detention');
}

function isOver(at: At): boolean {
  const { orderInForce } = contextOf(at);
  return (
    isIn(at, 'police.settled') &&
    (isIn(at, 'court.settled') || (isIn(at, 'court.unaware') && !orderInForce)) &&
    (isIn(at, 'policeCustody.none') || isIn(at, 'policeCustody.postponed')) &&
    isIn(at, 'courtCustody.none') &&
    (isIn(at, 'appeal.none') || isIn(at, 'appeal.over')) &&
    isIn(at, 'review.quiet')
  );
}
