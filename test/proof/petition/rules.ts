import type { PetitionContext } from '#workflows/petition/context.ts';
import type { Rule, Step } from '../walk.ts';

const contextOf = ({ from }: Step) => from.snapshot.context as unknown as PetitionContext;

/** Ends that come by time or by the petitioner; what is grave stays with the body all the same. */
const NOT_OURS = ['forfeited', 'accepted', 'answered', 'upheld'];

/** What must hold on every step of a petition. */
export const rules = [
  {
    says: 'what belongs to another procedure never gets an opinion',
    holds: (step) => !step.to.entered.includes('open.work.replied') || contextOf(step).route === 'opinion',
  },
  {
    says: 'what belongs to another procedure is led into it and never accepted as a petition',
    holds: (step) =>
      step.type !== 'petition.accepted' || ['duty', 'opinion'].includes(contextOf(step).route ?? ''),
  },
  {
    says: 'nothing goes to whom it accuses, as an agency, as a handler or as a notice',
    holds: ({ type, payload, to }) =>
      type === 'petition.registered' ||
      (!/"(to|handler)":"accused/.test(JSON.stringify(payload)) &&
        !JSON.stringify(to.effects).includes('accused')),
  },
  {
    says: 'what is grave is reported before it ends by anybody’s hand',
    holds: ({ from, type, to }) =>
      !to.isFinal || !from.state.includes('open.urgency.due') || NOT_OURS.includes(type.split('.')[1] ?? ''),
  },
  {
    says: 'a transfer is disputed once, and only one that was passed on to us',
    holds: (step) => step.type !== 'transfer.disputed' || contextOf(step).mayDispute,
  },
] as const satisfies readonly Rule[];
