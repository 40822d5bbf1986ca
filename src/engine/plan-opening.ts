import type { Person } from '#src/base/actor.ts';
import { AppError, type Because } from '#src/base/errors.ts';
import type { Instant } from '#src/base/instant.ts';
import type { JsonObject } from '#src/base/json.ts';
import { title } from '#src/base/title.ts';
import type { CaseRow, CommandRead } from '#src/store/read-command.ts';
import type { StepRows } from '#src/store/step-rows.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { failingOpeningGuards } from '#src/workflow/opening.ts';
import { caseViewFor } from './apply-logged.ts';
import type { EngineDeps } from './engine-deps.ts';
import { phoneTokensOf } from './phone-tokens-of.ts';
import { planContextOf } from './plan-context.ts';
import { openingDraft } from './consequences.ts';
import { type Plan, planStep } from './plan-step.ts';
import { preparedOrRefused } from './prepared-or-refused.ts';
import { becauseOf } from './refusal-of.ts';
import { refuseFutureAnchors } from './refuse-future-anchors.ts';
import { createSealer } from './sealer.ts';
import { caseChangeOf, plannedRows, stateOf } from './step-rows-of.ts';

export type PlannedOpening = {
  readonly plan: Plan;
  readonly trackId: string;
  readonly rows: Omit<StepRows, 'answer' | 'actor' | 'audit' | 'calendarSerial'>;
};

const CASE_CLOSED: Because = {
  code: 'case_closed',
  text: title('个案已结案，须先恢复办理', 'The case is closed; it must be reopened first'),
  who: ['operator', 'case_manager', 'supervisor'],
};

/** What opening a track on an existing case would do, or the refusal. Who may open it was asked before. */
export function planOpening(
  deps: EngineDeps,
  workflow: Workflow,
  input: JsonObject,
  opener: Opener,
): PlannedOpening {
  if (opener.row.status === 'closed') throw new AppError('guard_refused', { because: [CASE_CLOSED] });
  return refuseFutureAnchors({ now: opener.read.now, payload: input }, (latest) =>
    planAllowed(deps, workflow, input, { ...opener, latest }),
  );
}

type Opener = { readonly read: CommandRead; readonly person: Person; readonly row: CaseRow };

function planAllowed(
  deps: EngineDeps,
  workflow: Workflow,
  input: JsonObject,
  { read, person, row, latest }: Opener & { readonly latest: Instant },
): PlannedOpening {
  const sealer = createSealer(deps.vault, deps.vault.openCaseKey(row.id, row.wrappedKey));
  const prepared = preparedOrRefused({ ...deps, ...sealer }, workflow.input, input, latest);
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
  const trackId = String(draft.track);
  const rows = {
    ...plannedRows(plan, before),
    caseRow: caseChangeOf(plan, { readVersion: row.version, wrappedKey: row.wrappedKey }),
    vaultEntries: sealer.rowsFor(trackId, person.id, prepared.takenOut),
    phoneTokens: phoneTokensOf(deps.vault, prepared.takenOut),
    handoffs: [],
  };
  return { plan, trackId, rows };
}
