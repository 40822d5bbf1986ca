import type { Stepped } from '#src/workflow/step-track.ts';
import type { ShelterContext } from '#workflows/shelter/context.ts';
import { takenUnder } from '../facts-under.ts';
import type { Rule, Step } from '../walk.ts';

const contextOf = ({ from }: Step) => from.snapshot.context as unknown as ShelterContext;
const isHoused = (at: Stepped) => at.state.some((path) => path.startsWith('housed.'));
const DOUBTED = ['interested', 'neglectful', 'suspect'];

/** What must hold on every step of a stay. */
export const rules = [
  {
    says: 'INV-29: nobody is fetched: an adult leaves because she asked or is gone, a child by a handover',
    holds: (step) => {
      const { from, type, to } = step;
      if (!isHoused(from) || isHoused(to) || type === 'death.recorded') return true;
      if (contextOf(step).resident !== 'adult') return type === 'minor.handed';
      return from.state.some((path) => ['housed.life.leaving', 'housed.life.absent'].includes(path));
    },
  },
  {
    says: 'no child is handed to whom anybody doubts, unless a protective guardian is known',
    holds: (step) =>
      step.type !== 'minor.handed' ||
      DOUBTED.every((grade) => !takenUnder(step, 'guardian', grade)) ||
      !takenUnder(step, 'protectiveGuardian', 'none'),
  },
  {
    says: 'whoever looks for her is answered by a lock',
    holds: (step) =>
      !['inquiry.received', 'site.found'].includes(step.type) ||
      !takenUnder(step, 'inquiry', 'none') ||
      step.to.effects.some((effect) => effect.kind === 'start_track' && effect.workflow === 'adverse'),
  },
  {
    says: 'INV-28: no notice tells where she is',
    holds: ({ to }) => !JSON.stringify(to.effects.filter(({ kind }) => kind === 'notify')).includes('FS0'),
  },
  {
    says: 'the end of a term turns nobody out',
    holds: ({ type, to }) => type !== 'limit.reached' || isHoused(to),
  },
  {
    says: 'with a voucher nobody is told that she is not who a shelter is for',
    holds: (step) =>
      step.type !== 'request.declined' ||
      (step.payload as { ground: string }).ground !== 'not_this_service' ||
      (contextOf(step).source !== 'voucher' && !takenUnder(step, 'protectionOrder', 'in_force')),
  },
  {
    says: 'the case knows that she is housed, and after her death nobody learns where she was',
    holds: ({ to }) =>
      isHoused(to) === (to.facts.shelter === 'housed') &&
      (!to.state.includes('died') || to.facts.location === 'locked'),
  },
  {
    says: 'no child stays behind: she leaves with the minors, or they were handed over before',
    holds: (step) =>
      step.type !== 'stay.ended' ||
      contextOf(step).minors === 0 ||
      (step.payload as { minors?: string }).minors === 'with_her',
  },
  {
    says: 'whoever was found is moved to another place',
    holds: (step) =>
      step.type !== 'resident.relocated' || (step.payload as { site: string }).site !== contextOf(step).site,
  },
] as const satisfies readonly Rule[];
