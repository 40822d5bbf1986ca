import type { FactName } from '#src/base/facts.ts';
import type { MediationContext } from '#workflows/mediation/context.ts';
import { takenUnder } from '../facts-under.ts';
import type { Rule, Step } from '../walk.ts';

const GOES_ON = ['talks.consent', 'talks.underWay', 'talks.underWay.session', 'agreement'];

/** The weakest value of each fact that bars a mediation; whatever is stronger bars it too. */
const BARS: { readonly [N in FactName]?: string } = {
  risk: 'high',
  protectionOrder: 'applied',
  warningLetter: 'monitoring',
  repeat: 'yes',
  punished: 'yes',
  criminal: 'reported',
  breach: 'yes',
  enforcement: 'open',
  mediationViolence: 'yes',
  mandatoryReport: 'reported',
};

/** Events by which it may be over: her rights were told, or it was kept, or the misuse was answered. */
const ENDS = ['rights.told', 'agreement.fulfilled', 'misuse.answered'];

/** What must hold on every step of a mediation. */
export const rules = [
  {
    says: 'nothing goes forward in a case that bars it',
    holds: (step) =>
      step.type === 'mediation.recorded' ||
      !step.to.entered.some((path) => GOES_ON.includes(path)) ||
      !Object.entries(BARS).some(([fact, from]) => takenUnder(step, fact as FactName, from, true)),
  },
  {
    says: 'INV-25: violence is mediated only at low risk, light and for the first time, and she was told of 110',
    holds: (step) => step.type !== 'screening.passed' || isLight(step),
  },
  {
    says: 'a mediation recorded elsewhere is flagged where the case barred it',
    holds: (step) =>
      step.type !== 'mediation.recorded' ||
      step.to.state[0] === 'misuse' ||
      !Object.entries(BARS).some(([fact, from]) => takenUnder(step, fact as FactName, from, true)),
  },
  {
    says: 'no session without both consents',
    holds: ({ to }) =>
      !to.state.some((path) => path.startsWith('talks.underWay')) ||
      (to.snapshot.context as unknown as MediationContext).consentsOwed.length === 0,
  },
  {
    says: 'violence always stops it',
    holds: ({ type, to }) => type !== 'violence.occurred' || to.state[0] === 'stopped',
  },
  {
    says: 'after violence nothing is recorded before the police were told',
    holds: ({ from, type }) => from.state[0] !== 'stopped' || type === 'police.reported',
  },
  {
    says: 'it ends only after her rights were told, but for one that was kept or a misuse that was answered',
    holds: ({ type, to }) => !to.isFinal || ENDS.includes(type),
  },
  {
    says: 'what the case may not forget stays',
    holds: ({ from, to }) => from.facts.mediationViolence !== 'yes' || to.facts.mediationViolence === 'yes',
  },
] as const satisfies readonly Rule[];

function isLight(step: Step): boolean {
  const { violence, toldOfPolice } = step.payload as { violence: string; toldOfPolice: boolean };
  return toldOfPolice && (violence === 'none' || !takenUnder(step, 'risk', 'medium', true));
}
