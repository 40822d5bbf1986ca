import { workflowSetup } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { events, type MediationContext } from './context.ts';
import { deadlines } from './deadlines.ts';
import { input } from './events.ts';
import { barOf, guards } from './guards.ts';

/** XState with the words of this workflow; the machine and its parts are made with it. */
export const mediation = workflowSetup<MediationContext>()({ input, events, guards, deadlines });

/** 发生暴力: mediation ends here, at whatever point it was, and the police are told before anything else (PML 25). */
export const stopForViolence = {
  target: '#mediation.stopped',
  actions: [
    mediation.assign({ violence: true }),
    notify('supervisor', 'mediation.stopped'),
    notify('case_manager', 'mediation.stopped'),
    notify('handler', 'police.report_due'),
  ],
} as const;

/** 说出家庭暴力: intake has to look again before anybody goes on. */
export const tellOfDisclosure = [
  mediation.assign({ disclosedAt: ({ event }) => event.occurredAt }),
  notify('supervisor', 'violence.disclosed'),
  notify('case_manager', 'violence.disclosed'),
] as const;

/** 不得调解: the reasons stay with the track, and she is told her rights. */
export const bar = {
  target: '#mediation.rights.afterBar',
  actions: mediation.assign({
    bars: ({ context, event }) => (event.type === 'screening.barred' ? event.payload.grounds : context.bars),
  }),
} as const;

/** The case itself comes to bar it, in the step in which it does: nobody has to notice. */
export const lock = {
  guard: 'caseBars',
  target: '#mediation.rights.afterBar',
  actions: [
    mediation.assign({ bars: ({ event }) => barOf(event.case.facts) }),
    notify('handler', 'mediation.stopped'),
    notify('case_manager', 'mediation.stopped'),
  ],
} as const;

/** 一方拒绝 (PML 17), at any moment before an agreement and without a reason asked for. */
export const refuse = { target: '#mediation.rights.afterRefusal' } as const;
