import type { Person } from '#src/base/actor.ts';
import { AppError } from '#src/base/errors.ts';
import type { JsonObject } from '#src/base/json.ts';
import type { CaseRow, CommandRead } from '#src/store/read-command.ts';
import type { StepRows } from '#src/store/step-rows.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { failingOpeningGuards } from '#src/workflow/opening.ts';
import { caseViewFor } from './apply-logged.ts';
import type { EngineDeps } from './engine-deps.ts';
import { planContextOf } from './plan-context.ts';
import { openingDraft, type Plan, planStep } from './plan-step.ts';
import { preparedOrRefused } from './prepared-or-refused.ts';
import { becauseOf } from './refusal-of.ts';
import { caseChangeOf, plannedRows, stateOf } from './step-rows-of.ts';
import { vaultRowsOf } from './vault-rows-of.ts';

export type PlannedOpening = {
  readonly plan: Plan;
  readonly trackId: string;
  readonly rows: Omit<StepRows, 'answer' | 'actor' | 'audit' | 'calendarSerial'>;
};

/** What opening a track on an existing case would do, or the refusal. Who may open it was asked before. */
export function planOpening(
  deps: EngineDeps,
  workflow: Workflow,
  input: JsonObject,
  { read, person, row }: { read: CommandRead; person: Person; row: CaseRow },
): PlannedOpening {
  const prepared = preparedOrRefused(deps, workflow.input, input, read.now);
  const before = stateOf(row, read.tracks);
  const actor = { id: person.id, role: person.role, agency: person.agency };
  const openDeadlines = read.deadlines.filter((deadline) => deadline.outcome === 'open').length;
  const env = { payload: prepared.payload, actor, case: caseViewFor(before, '', openDeadlines) };
  const failing = failingOpeningGuards(workflow, env);
  if (failing.length > 0) {
    throw new AppError('guard_refused', {
      because: failing.map((name) => becauseOf(workflow.openingGuards, name)),
    });
  }
  const context = planContextOf(deps, read, {
    actor,
    caseId: row.id,
    chainHead: row.chainHead,
    lapsedId: null,
  });
  const draft = openingDraft(deps, workflow, prepared.payload, read.now);
  const plan = planStep(context, before, [draft]);
  if ('refused' in plan) throw new Error('opening a track cannot be refused by its machine');
  const key = deps.vault.openCaseKey(row.id, row.wrappedKey);
  const trackId = String(draft.track);
  const rows = {
    ...plannedRows(plan, before),
    caseRow: caseChangeOf(plan, { readVersion: row.version, wrappedKey: row.wrappedKey }),
    vaultEntries: vaultRowsOf(deps.vault, key, trackId, prepared.takenOut),
    phoneTokens: [],
    handoffs: [],
  };
  return { plan, trackId, rows };
}
