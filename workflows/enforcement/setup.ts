import { workflowSetup } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { tellOfDanger } from '../danger-points/risk-review.ts';
import type { EnforcementContext, EnforcementEvent } from './context.ts';
import { deadlines } from './deadlines.ts';
import { events, input } from './events.ts';
import { guards } from './guards.ts';

/** XState with the words of this workflow; the machine and its parts are made with it. */
export const enforcement = workflowSetup<EnforcementContext>()({ input, events, guards, deadlines });

/** A moment at which he may act: those who protect her hear of it and the risk is reviewed. */
export const dangerPoint = [enforcement.assign({ reviewOwed: true }), ...tellOfDanger] as const;

/** He is free and she does not know. */
export const releaseUnwarned = [
  notify('supervisor', 'release.unwarned'),
  notify('case_manager', 'release.unwarned'),
] as const;

/** Police and court both hold him: allowed, for these are different wrongs, but counsel looks at it. */
export const doubled = [
  enforcement.assign({ doubleRestraint: true }),
  notify('supervisor', 'restraint.doubled'),
] as const;

type Filed = { readonly context: EnforcementContext; readonly event: EnforcementEvent };

/** A criminal proceeding of its own (刑法 313 through 法释〔2022〕17号 12, or what else it is), unless one runs already. */
export const startCriminal = {
  type: 'effect',
  params: ({ context, event }: Filed) =>
    event.case.facts.criminal === 'none'
      ? ({
          kind: 'start_track',
          workflow: 'criminal',
          input: {
            suspect: 'abuser',
            offence: context.orderInForce ? 'defying_order' : 'other',
            source: event.type === 'crime.referred' ? 'court_transfer' : 'police_case',
            reportedAt: event.occurredAt,
          },
        } as const)
      : ({ kind: 'notify', to: 'case_manager', notice: 'sanction.decided' } as const),
} as const;
