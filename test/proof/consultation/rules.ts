import type { Stepped } from '#src/workflow/step-track.ts';
import type { ConsultationContext } from '#workflows/consultation/context.ts';
import { takenUnder } from '../facts-under.ts';
import type { Rule, Step } from '../walk.ts';

const contextOf = ({ snapshot }: Stepped) => snapshot.context as unknown as ConsultationContext;
const ASKED = ['matching.conflictCheck', 'matching.offered'];
const isAsked = ({ state: [path = ''] }: Stepped) => ASKED.includes(path);

/** Where the client has what she came for, or the last word on it. */
const DONE = ['counsel.advised', 'counsel.drafted', 'legalAid.filed', 'legalAid.refused', 'legalAid.upheld'];

const notifies = ({ to }: Step, notice: string) =>
  ['supervisor', 'case_manager'].every((role) =>
    to.effects.some((effect) => effect.kind === 'notify' && effect.to === role && effect.notice === notice),
  );
const reasonOf = ({ payload }: Step) => (payload as { reason?: string }).reason;

/** What must hold on every step of a consultation. */
export const rules = [
  {
    says: 'INV-08: who may not serve her, for the other side or a matter given back, has it never again',
    holds: ({ to }) => {
      const { candidate, lawyer, ruledOut } = contextOf(to);
      return ![candidate, lawyer].some((person) => person !== null && ruledOut.includes(person));
    },
  },
  {
    says: 'INV-08: a conflict found late takes the matter from the lawyer at once, and no stranger can say so',
    holds: (step) =>
      step.type !== 'conflict.discovered' ||
      (contextOf(step.to).lawyer === null &&
        step.to.state.includes('matching.suspended') &&
        (step.under['role'] === 'supervisor' || step.under['person'] === contextOf(step.from).lawyer)),
  },
  {
    says: 'whoever was asked and does not take it sees nothing any more',
    holds: ({ from, to }) =>
      !isAsked(from) ||
      isAsked(to) ||
      to.effects.some((effect) => effect.kind === 'assign' && effect.candidate === null),
  },
  {
    says: 'nobody is left waiting for a fourth lawyer: legal aid is asked',
    holds: ({ to }) => to.state[0]?.startsWith('matching.') !== true || contextOf(to).reassignments < 3,
  },
  {
    says: 'no victim is refused aid for her means',
    holds: (step) => step.type !== 'aid.refused' || reasonOf(step) !== 'means',
  },
  {
    says: 'with a warning letter or an order she meets the conditions of aid',
    holds: (step) =>
      step.type !== 'aid.refused' ||
      reasonOf(step) !== 'conditions_not_met' ||
      !(
        takenUnder(step, 'warningLetter', 'monitoring', true) ||
        takenUnder(step, 'protectionOrder', 'in_force')
      ),
  },
  {
    says: 'missing papers are listed once',
    holds: ({ from, type }) => type !== 'papers.requested' || !contextOf(from).papersRequested,
  },
  {
    says: 'danger that a lawyer notices is told, and stops nothing',
    holds: (step) =>
      step.type !== 'risk.noticed' ||
      (notifies(step, 'risk.raised') && step.to.state.join() === step.from.state.join()),
  },
  {
    says: 'whoever can go to a client who cannot be seen hears of it',
    holds: (step) => step.type !== 'client.unreachable' || notifies(step, 'wish.doubtful'),
  },
  {
    says: 'it closes only when she was advised, represented or has the last word on aid',
    holds: ({ from, to }) => !to.entered.includes('closed') || DONE.some((path) => from.state.includes(path)),
  },
] as const satisfies readonly Rule[];
