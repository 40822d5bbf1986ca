import type { Stepped } from '#src/workflow/step-track.ts';
import { isProtective, type PlacementContext } from '#workflows/placement/context.ts';
import { takenBy, takenUnder } from '../facts-under.ts';
import type { Rule, Step } from '../walk.ts';

const contextOf = ({ snapshot }: Stepped) => snapshot.context as unknown as PlacementContext;

/** What a guardian may do, or is given, only if it was judged to protect the child. */
const TRUSTING = ['consent.given', 'return.proposed', 'return.approved', 'guardianship.returned'];

const isSuspended = ({ state }: Stepped) => state.includes('open.suspension.running');

const notifiedOf = ({ to }: Step, notice: string) =>
  to.effects.flatMap((effect) => (effect.kind === 'notify' && effect.notice === notice ? [effect.to] : []));
const bothHear = (step: Step, notice: string) =>
  ['supervisor', 'case_manager'].every((role) => notifiedOf(step, notice).includes(role as never));

function trusted({ payload, from }: Step) {
  const { guardian, to } = payload as Partial<Record<'guardian' | 'to', PlacementContext['guardian']>>;
  return guardian ?? to ?? contextOf(from).returnTo;
}

/** What must hold on every step of a placement. */
export const rules = [
  {
    says: 'a child lives with no guardian but one who protects it',
    holds: ({ to }) => {
      const { guardian } = contextOf(to);
      return to.isFinal || guardian === null || isProtective(contextOf(to), guardian);
    },
  },
  {
    says: 'nobody consents for a child, gets it home or its guardianship back who was not judged to protect it',
    holds: (step) => !TRUSTING.includes(step.type) || isProtective(contextOf(step.from), trusted(step)),
  },
  {
    says: 'at high risk a child goes home only if a supervisor decides so',
    holds: (step) =>
      step.type !== 'return.approved' || !takenUnder(step, 'risk', 'high') || !takenBy(step, 'case_manager'),
  },
  {
    says: 'a child taken from whoever cares for it needs a place at once, and those responsible hear of it',
    holds: (step) =>
      contextOf(step.from).guardian === null ||
      !step.to.entered.includes('open.place.unplaced') ||
      (step.to.facts.placement === 'needed' && bothHear(step, 'risk.raised')),
  },
  {
    says: 'a child back home is seen alone three times before that counts as lasting',
    holds: ({ from, type, to }) =>
      type !== 'return.visited' || !to.entered.includes('open.place.settled') || contextOf(from).visits === 2,
  },
  {
    says: 'a suspension is over when it was lifted or has run out, and that never comes in silence',
    holds: (step) =>
      !isSuspended(step.from) ||
      isSuspended(step.to) ||
      ['suspension.lifted', 'death.recorded'].includes(step.type) ||
      (step.type === 'suspension.ended' && bothHear(step, 'danger.foreseen')),
  },
  {
    says: 'an order to learn ends when all sessions were attended or the court was told',
    holds: ({ from, type, to }) =>
      !to.entered.includes('open.guidance.none') ||
      contextOf(from).attended >= contextOf(from).sessions ||
      type === 'guidance.reported',
  },
  {
    says: 'nothing closes while the child, its guardianship, an order to learn or an answer is unsettled',
    holds: ({ from, to }) =>
      !to.entered.includes('closed') ||
      (from.state.includes('open.place.settled') &&
        from.state.some((path) => /guardianship\.(parental|revoked)$/.test(path)) &&
        !isSuspended(from) &&
        from.state.includes('open.guidance.none') &&
        contextOf(from).awaited.length === 0),
  },
] as const satisfies readonly Rule[];
