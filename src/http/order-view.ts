import { AppError } from '#src/base/errors.ts';
import type { BoardClock, OrderBoard, OrderCard } from '#src/base/order-board.ts';
import type { Role } from '#src/base/roles.ts';
import { type RuleCode, ruleOf } from '#src/base/rules.ts';
import type { Title } from '#src/base/title.ts';
import { eventTitle } from '#src/engine/timeline-entry.ts';
import { ROLE_TITLES } from '#src/i18n/role-titles.ts';
import type { FollowedTrack, ListedOrder } from '#src/store/list-orders.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { listStates, titlesOfState } from '#src/workflow/list-states.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';

/** One card of the board, as `order-schemas.ts` publishes it: no text out of the vault, nobody's name. */
export function orderView(
  { workflows, orders: board }: { readonly workflows: WorkflowRegistry; readonly orders: OrderBoard },
  row: ListedOrder,
  now: string,
) {
  const workflow = versionOf(workflows, board.workflow, row.workflowVersion);
  const { trackId, caseId, caseNumber, version, agency, ownerAgency, court } = row;
  const { violation, changes, ...card }: OrderCard = board.cardOf({ ...row, now });
  const due = row.clocks.find(({ id }) => id === row.dueId) ?? null;
  const agencies = { court, ownerAgency, agency };
  return {
    ...{ trackId, caseId, caseNumber, version, agency, ownerAgency, court, ...laneOf(board, row) },
    titles: titlesOfState(workflow, row.state),
    ...card,
    due: due && clockView(workflow, due),
    holder: holderOf(workflow, row.state, due, agencies),
    lastEvent: row.last && { title: eventTitle(workflow, row.last.type), at: row.last.at },
    violation: violation && {
      ...violation,
      answer: row.followed && answerView(workflows, row.followed, row),
    },
    changePending: changes,
  };
}

/** No rule fits: the track was moved to a version newer than this process. */
function laneOf(board: OrderBoard, { lane }: ListedOrder): { lane: string; laneTitle: Title } {
  const known = board.lanes.find((one) => one.lane === lane);
  if (known === undefined) throw new AppError('unavailable');
  return { lane: known.lane, laneTitle: known.title };
}

function versionOf(workflows: WorkflowRegistry, id: string, version: number): Workflow {
  const workflow = workflows.version(id, version);
  if (workflow === undefined) throw new AppError('unavailable');
  return workflow;
}

/** The track in which the breach is answered: where it stands, and with whom the ball is there. */
function answerView(
  workflows: WorkflowRegistry,
  followed: FollowedTrack,
  { court, ownerAgency }: ListedOrder,
) {
  const workflow = versionOf(workflows, followed.workflow, followed.workflowVersion);
  const { trackId, state, agency, clock } = followed;
  return {
    ...{ trackId, agency, titles: titlesOfState(workflow, state), due: clock && clockView(workflow, clock) },
    holder: holderOf(workflow, state, clock, { court, ownerAgency, agency }),
  };
}

function clockView(workflow: Workflow, clock: BoardClock) {
  const rule = ruleOf(clock.rule as RuleCode);
  const declared = workflow.deadlines[clock.declaration];
  const { id, safeDue, legalDue, safeDueAt } = clock;
  return {
    deadlineId: id,
    title: declared?.title ?? rule.title,
    rule: rule.code,
    safeDue,
    legalDue,
    safeDueAt,
  };
}

type Agencies = { readonly court: string | null; readonly ownerAgency: string; readonly agency: string };
type Holder = { readonly agency: string | null; readonly roles: readonly Role[]; readonly words: Title };

/**
 * With whom the ball is: whoever has to do what the next clock asks for; without a clock, whom the state waits for. Null:
 * nothing is asked of anybody any more.
 */
function holderOf(
  workflow: Workflow,
  state: readonly string[],
  due: BoardClock | null,
  agencies: Agencies,
): Holder | null {
  const declared = due && workflow.deadlines[due.declaration];
  const [settles = ''] = declared?.metBy ?? [];
  const roles = (declared ? workflow.events[settles]?.roles : waitsFor(workflow, state)) ?? [];
  const [first] = roles;
  if (first === undefined) return null;
  const words = due === null ? ROLE_TITLES[first] : ruleOf(due.rule as RuleCode).dutyBody;
  return { agency: agencyOf(first, agencies), roles, words };
}

function waitsFor(workflow: Workflow, state: readonly string[]): Role[] {
  const waiting = listStates(workflow).filter(({ path }) => state.includes(path));
  return [...new Set(waiting.flatMap(({ meta }) => meta.waitsFor ?? []))];
}

/** Only where it is certain: a court's clerk is at the court, those who run the case are with its owner. */
function agencyOf(role: Role, { court, ownerAgency }: Agencies): string | null {
  if (role === 'court_liaison') return court;
  return role === 'case_manager' || role === 'supervisor' ? ownerAgency : null;
}
