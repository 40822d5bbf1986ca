import type { Stepped } from '#src/workflow/step-track.ts';
import type { IntakeContext } from '#workflows/intake/context.ts';
import { takenBy } from '../facts-under.ts';
import type { Rule, Step } from '../walk.ts';

const contextOf = (at: Stepped) => at.snapshot.context as unknown as IntakeContext;
const entersAny = ({ to }: Step, names: readonly string[]) =>
  to.entered.some((path) => names.includes(path)) && !names.some((name) => to.exited.includes(name));

/** Her death ends every duty towards her. */
const sheDied = ({ to }: Pick<Step, 'to'>) => to.state.includes('died');

const ENDS = ['closed', 'closedInfo', 'closedLost', 'closedWithdrawn'];

/** What must hold on every step of an intake. */
export const rules = [
  {
    says: 'INV-04: information alone, lost contact and withdrawal end no mandatory and no high-risk case',
    holds: (step) =>
      !entersAny(step, ['closedInfo', 'closedLost', 'closedWithdrawn']) ||
      (!contextOf(step.from).mandatory && contextOf(step.from).risk !== 'high'),
  },
  {
    says: 'INV-05: no case is closed while another track or a deadline of one is open, or police owe feedback',
    holds: (step) =>
      !step.to.entered.includes('closed') ||
      step.from.state.some((path) => path.startsWith('closed.')) ||
      (contextOf(step.from).feedback !== 'awaited' &&
        step.under['openTracks'] === 0 &&
        step.under['openDeadlines'] === 0),
  },
  {
    says: 'INV-06: an anonymous call can be an emergency at any time before it is registered',
    holds: ({ from, type, to }) =>
      type !== 'danger.declared' ||
      !from.state.includes('open.work.safetyCheck') ||
      to.state.includes('open.work.emergency.paging'),
  },
  {
    says: 'no case ends or is closed while an alarm or a report is due',
    holds: (step) => !entersAny(step, ENDS) || !duties(contextOf(step.from)).includes('due'),
  },
  {
    says: 'high risk is never mediated',
    holds: ({ from, payload }) =>
      contextOf(from).risk !== 'high' || !JSON.stringify(payload).includes('mediation'),
  },
  {
    says: 'a mandatory report ends only by being filed',
    holds: ({ type, to }) =>
      !to.exited.includes('open.report.due') || type === 'report.filed' || sheDied({ to }),
  },
  {
    says: 'an alarm ends only by telling those it is for',
    holds: ({ type, to }) =>
      sheDied({ to }) ||
      ((!to.exited.includes('open.alarm.police.due') || type.startsWith('police.')) &&
        (!to.exited.includes('open.alarm.federation.due') || type === 'federation.informed')),
  },
  {
    says: 'what is due stays due until then, in whatever the work does',
    holds: ({ from, type, to }) =>
      contextOf(from).policeAlarm !== 'due' ||
      contextOf(to).policeAlarm === 'due' ||
      sheDied({ to }) ||
      ['police.informed', 'police.arrived'].includes(type),
  },
  {
    says: 'only a supervisor lowers a judgement',
    holds: (step) =>
      step.type !== 'risk.scored' ||
      contextOf(step.from).risk !== 'high' ||
      contextOf(step.to).risk === 'high' ||
      contextOf(step.from).judged !== 'high' ||
      (step.under['role'] !== undefined && takenBy(step, 'supervisor')),
  },
] as const satisfies readonly Rule[];

function duties({ policeAlarm, federationAlarm, report }: IntakeContext): string[] {
  return [policeAlarm, federationAlarm, report];
}
