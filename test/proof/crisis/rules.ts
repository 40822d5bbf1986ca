import type { CrisisContext } from '#workflows/crisis/guards.ts';
import type { Rule, Step } from '../walk.ts';

const contextOf = ({ from }: Step) => from.snapshot.context as unknown as CrisisContext;

/** What must hold on every step while she may harm herself. */
export const rules = [
  {
    says: 'it ends only after two contacts and with a professional',
    holds: (step) =>
      !step.to.entered.includes('ended') || (contextOf(step).contacts >= 2 && contextOf(step).referred),
  },
  {
    says: 'every attempt begins it anew',
    holds: ({ type, to }) => type !== 'attempt.recorded' || to.state.includes('acute'),
  },
  {
    says: 'while it lasts the case says so, and how acute it is',
    holds: ({ to }) =>
      to.facts.crisis === (to.isFinal ? 'none' : to.state.includes('watched') ? 'watched' : 'acute'),
  },
  {
    says: 'a missed contact is told to the supervisor',
    holds: ({ type, to }) =>
      type !== 'contact.missed' ||
      to.effects.some((effect) => effect.kind === 'notify' && effect.to === 'supervisor'),
  },
] as const satisfies readonly Rule[];
