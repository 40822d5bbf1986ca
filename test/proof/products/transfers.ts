import { OPENED_AT } from '#test/support/step-with.ts';
import { workflow } from '#workflows/referral.ts';
import type { Abstraction, Move } from '../abstraction.ts';
import { memberOf, type Members } from '../house.ts';
import type { HouseRule } from '../product.ts';

const TO = { first: 'court', second: 'police' } as const;

const ANSWERS = ['handoff.accepted', 'handoff.declined', 'handoff.recalled', 'handoff.expired'];

const transfer = (to: string) => ({
  ...{ kind: 'transfer', from: 'federation', to, fields: [] },
  ...{ purpose: { sealed: 'p' }, basis: { sealed: 'b' } },
});

const movesOf = (receiver: string): readonly Move[] => [
  ['handoff.delivered'],
  ['handoff.accepted', {}, { agency: receiver }],
  ['handoff.declined', { reason: 'no_capacity' }, { agency: receiver }],
  ['handoff.recalled'],
  ['handoff.expired'],
];

/** Two transfers of one case to two agencies, offered, answered, recalled and expiring in any order. */
export function transfers(of = workflow): Members {
  return Object.fromEntries(
    Object.entries(TO).map(([name, receiver]) => {
      const walk = { moves: movesOf(receiver) };
      const abstraction: Abstraction = {
        ...{
          workflow: of,
          inputs: [transfer(receiver)],
          ids: [],
          moments: [OPENED_AT],
          walks: { all: walk },
        },
        unread: ['answerRule', 'progressNotes'],
      };
      return [name, memberOf(abstraction, walk, { input: transfer(receiver), agency: 'federation' })];
    }),
  );
}

/** What must hold on every step of a case that is handed over. */
export const transferRules = [
  {
    says: 'exactly one agency is responsible, and an offer leaves that with the sender',
    holds: ({ from, member, step, to }) =>
      from.owner === to.owner ||
      (step?.type === 'handoff.accepted' && from.owner === 'federation' && to.owner === receiverOf(member)),
  },
  {
    says: 'INV-07: the case moves only by the acceptance of a transfer that is still offered',
    holds: ({ from, member, step, to }) =>
      step?.type !== 'handoff.accepted' ||
      (from.tracks[member]?.at.state[0]?.startsWith('offered.') === true && to.owner === receiverOf(member)),
  },
  {
    says: 'one transfer is offered at a time',
    holds: ({ to }) =>
      Object.values(to.tracks).filter(({ at }) => at.state.some((path) => path.startsWith('offered.')))
        .length <= 1,
  },
  {
    says: 'of accept, decline, recall and expiry exactly one ends an offer',
    holds: ({ from, member, step }) =>
      step === null ||
      !ANSWERS.includes(step.type) ||
      from.tracks[member]?.at.state[0]?.startsWith('offered.') === true,
  },
] as const satisfies readonly HouseRule[];

function receiverOf(member: string): string {
  return TO[member as keyof typeof TO];
}
