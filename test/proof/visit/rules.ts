import type { Rule } from '../walk.ts';

const OWED = ['open.report.due', 'open.signs.seen', 'open.work.unsafe'];

/** What must hold on every step of visits to a household. */
export const rules = [
  {
    says: 'nobody goes alone',
    holds: ({ type, payload }) => type !== 'team.assigned' || 'second' in payload,
  },
  {
    says: 'it ends with nothing owed: no report, no signs, no danger',
    holds: ({ from, to }) => !to.isFinal || !OWED.some((path) => from.state.includes(path)),
  },
  {
    says: 'a report ends only by being filed',
    holds: ({ type, to }) => !to.exited.includes('open.report.due') || type === 'report.filed',
  },
  {
    says: 'signs on a child or on somebody without capacity owe a report at once',
    holds: ({ type, payload, to }) =>
      type !== 'signs.seen' ||
      (payload as { subject: string }).subject === 'adult' ||
      to.state.includes('open.report.due'),
  },
  {
    says: 'signs and a report that is due are known to the whole case',
    holds: ({ to }) =>
      to.isFinal ||
      (to.state.includes('open.signs.seen') === (to.facts.disclosure === 'signs') &&
        to.state.includes('open.report.due') === (to.facts.mandatoryReport === 'due')),
  },
  {
    says: 'it opens no other track: she is asked apart first',
    holds: ({ to }) => to.effects.every(({ kind }) => kind !== 'start_track'),
  },
] as const satisfies readonly Rule[];
