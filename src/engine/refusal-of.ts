import { AppError, type Because } from '#src/base/errors.ts';
import type { Title } from '#src/base/title.ts';
import type { Role } from '#src/base/roles.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { Refused } from '#src/workflow/explain-refusal.ts';

/** A machine's refusal as the caller hears it: which conditions failed, in words, and who could change that. */
export function refusalOf(refused: Refused, workflow: Workflow): AppError {
  if (refused.reason === 'event_not_in_state') return new AppError('event_not_in_state');
  return new AppError('guard_refused', {
    because: refused.guards.map((name) => becauseOf(workflow.guards, name)),
  });
}

/** One failed condition in words. */
export function becauseOf(
  guards: Readonly<Record<string, { readonly text: Title; readonly who: readonly Role[] }>>,
  name: string,
): Because {
  const guard = guards[name];
  if (guard === undefined)
    throw new TypeError(`a machine names a guard ${name} that its workflow does not declare`);
  return { code: name, text: guard.text, who: guard.who };
}
