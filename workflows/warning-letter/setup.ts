import { workflowSetup } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import type { LetterContext, LetterEvent } from './context.ts';
import { deadlines } from './deadlines.ts';
import { events, input } from './events.ts';
import { guards } from './guards.ts';

/** XState with the words of this workflow; the machine and its parts are made with it. */
export const letter = workflowSetup<LetterContext>()({ input, events, guards, deadlines });

type Came = { readonly context: LetterContext; readonly event: LetterEvent };

/** 治安案件: police and, where an order is in force, court, in a track of their own. */
const startEnforcement = {
  type: 'effect',
  params: ({ context, event }: Came) =>
    ({
      kind: 'start_track',
      workflow: 'enforcement',
      input: {
        basis: context.deliveredAt === null ? 'violence' : 'letter',
        respondent: 'r1',
        source: 'police',
        acts: ['violence'],
        victim: context.fragile,
        orderInForce: event.case.facts.protectionOrder === 'in_force',
      },
    }) as const,
} as const;

const startCriminal = {
  type: 'effect',
  params: ({ event }: Came) =>
    event.case.facts.criminal === 'none'
      ? ({
          kind: 'start_track',
          workflow: 'criminal',
          input: { suspect: 'abuser', offence: 'other', source: 'report', reportedAt: event.occurredAt },
        } as const)
      : ({ kind: 'notify', to: 'case_manager', notice: 'sanction.decided' } as const),
} as const;

/** Where a letter would not be enough. */
export const punished = {
  'case.punished': {
    target: '#warning-letter.punished',
    actions: [
      letter.assign({ outcome: 'punished' }),
      startEnforcement,
      notify('case_manager', 'sanction.decided'),
    ],
  },
  'crime.filed': {
    target: '#warning-letter.criminal',
    actions: [letter.assign({ outcome: 'crime' }), startCriminal, notify('case_manager', 'sanction.decided')],
  },
} as const;
