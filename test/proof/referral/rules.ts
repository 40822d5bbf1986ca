import { handoffStatusOf } from '#workflows/referral/handoff-status.ts';
import type { Rule, Step } from '../walk.ts';

const kindOf = ({ from }: Step) => from.snapshot.context['kind'];
const asks = ({ to }: Step, kind: string) => to.effects.some((effect) => effect.kind === kind);

/** What must hold on every step of a handoff. */
export const rules = [
  {
    says: 'an answered handoff is not answered again',
    holds: ({ from, to }) => {
      const before = handoffStatusOf(from.state);
      return before === 'offered' || before === handoffStatusOf(to.state);
    },
  },
  {
    says: 'INV-07: the case changes its owner only by the acceptance of a transfer from who still owns it',
    holds: (step) =>
      !asks(step, 'transfer_case') ||
      (step.type === 'handoff.accepted' &&
        kindOf(step) === 'transfer' &&
        [undefined, 'federation'].includes(step.under['ownerAgency'] as string | undefined)),
  },
  {
    says: 'a track goes along only while it is open and with the sender',
    holds: (step) =>
      !step.to.effects.some((effect) => effect.kind === 'assign' && effect.track !== undefined) ||
      isSenders(step),
  },
  {
    says: 'both sides hear of every answer',
    holds: ({ type, to }) =>
      !['handoff.accepted', 'handoff.declined', 'handoff.recalled', 'handoff.expired'].includes(type) ||
      ['federation', 'court'].every((agency) =>
        to.effects.some(
          ({ kind, ...effect }) =>
            kind === 'notify' && JSON.stringify(effect).includes(`"agency":"${agency}"`),
        ),
      ),
  },
] as const satisfies readonly Rule[];

function isSenders({ under }: Step): boolean {
  const { subject } = (under['tracks'] ?? {}) as { subject?: { agency: string; isOpen: boolean } };
  return subject?.agency === 'federation' && subject.isOpen;
}
