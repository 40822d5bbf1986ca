import type { Person } from '#src/base/actor.ts';
import { AppError } from '#src/base/errors.ts';
import type { Title } from '#src/base/title.ts';
import { holdsRole } from '#src/access/stands-in.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { OwedCall, OwedCalls, Services } from './services.ts';

/** The states in which this person could record that somebody was reached. Who has none works at no desk. */
export function placesFor(
  { calls, workflows }: Pick<Services, 'calls' | 'workflows'>,
  person: Person,
): readonly OwedCall[] {
  return calls.places.filter(({ workflow, outcomes }) => {
    const latest = workflows.latest(workflow);
    const reached = outcomes.filter(({ kind }) => kind === 'reached');
    return latest !== undefined && reached.some(({ type }) => mayRecordOutcome(latest, person, type));
  });
}

/** Who is shown a call sees the case and works for the agency that handles the track; what is left is her role. */
export function mayRecordOutcome(workflow: Workflow, person: Person, type: string): boolean {
  const event = workflow.events[type];
  return event !== undefined && holdsRole(person.role, event.roles, true);
}

/** The state a call was found by. Throws `unavailable` for one of a version newer than this process. */
export function placeOf(calls: OwedCalls, workflow: string | null, state: string | null): OwedCall {
  const place = calls.places.find((one) => one.workflow === workflow && one.state === state);
  if (place === undefined) throw new AppError('unavailable');
  return place;
}

/** What the call is for, in a code and in words. */
export function purposeOf(
  { purposes }: OwedCalls,
  { purpose }: OwedCall,
  triesCount: number,
): Title & { code: string } {
  const code = purpose === 'promised' && triesCount > 0 ? 'retry' : purpose;
  const words = purposes[code];
  if (words === undefined) throw new Error(`nobody said what the purpose ${code} is called`);
  return { code, ...words };
}
