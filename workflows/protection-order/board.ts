import type {
  BoardClock,
  BoardTrack,
  OrderBoard,
  OrderCard,
  OrderService,
  PendingChanges,
} from '#src/base/order-board.ts';
import { type Title, title } from '#src/base/title.ts';
import { SERVICE_METHODS, UNIT_COVERS, UNIT_KINDS } from './codes.ts';
import type { Change, OrderContext } from './context.ts';
import { LANE_RULES, LANES } from './lanes.ts';
import { isMandatory } from './ruling.ts';

const SERVICE_CLOCKS = ['service', 'revocationService'];

/** A period that has lapsed is still the one to keep. Clocks come open ones first, then the newest. */
const RUNS = ['open', 'lapsed'];

const CHANGES: Readonly<Record<Change, Title>> = {
  extend: title('延长', 'Extension'),
  vary: title('变更', 'Variation'),
  revoke: title('撤销', 'Revocation'),
};

/** The board of orders: which workflow, its lanes, and what stands on a card. */
export const orderBoard: OrderBoard = {
  workflow: 'protection-order',
  followedBy: 'enforcement',
  lanes: LANES,
  rules: LANE_RULES,
  // Before the risk review of a refusal, or a visit: the ruling, and that everybody has it.
  first: ['decision', 'refusalReconsidered', ...SERVICE_CLOCKS],
  // His time to ask for reconsideration binds nobody while the order runs.
  aside: ['reconsideration'],
  told: ['document.served', 'service.failed', 'violation.reported', 'visit.made', 'reconsideration.filed'],
  cardOf,
};

/** What a card says of one track, out of what its context and its log say in clear. */
function cardOf(track: BoardTrack): OrderCard {
  const context = track.context as OrderContext;
  return {
    urgent: context.acceptedAt === null ? context.urgencyAsked : context.decisionRule === 'C3',
    madeAt: context.madeAt,
    validUntil: context.validTo,
    services: servicesOf(track, context),
    violation: violationOf(track, context),
    changes: changesOf(track, context),
    reconsideration: reconsiderationOf(track),
  };
}

type Addressee = { readonly id: string; readonly title: Title; readonly mandatory: boolean };

function servicesOf(track: BoardTrack, context: OrderContext): OrderService[] {
  const { rulingAt } = context;
  if (rulingAt === null) return [];
  return addresseesOf(context).map((addressee) => serviceOf(track, addressee, rulingAt));
}

function addresseesOf({ applicants, respondents, units }: OrderContext): Addressee[] {
  const party = (list: readonly { id: string }[], zh: string, en: string): Addressee[] =>
    list.map(({ id }, index) => ({
      id,
      title: numbered(title(zh, en), index, list.length),
      mandatory: true,
    }));
  return [
    ...party(applicants, '申请人', 'Applicant'),
    ...party(respondents, '被申请人', 'Respondent'),
    ...units.map((unit) => ({ id: unit.id, title: unitTitle(unit), mandatory: isMandatory(unit) })),
  ];
}

function numbered({ zh, en }: Title, index: number, count: number): Title {
  return count < 2 ? title(zh, en) : title(`${zh}${index + 1}`, `${en} ${index + 1}`);
}

function unitTitle({ kind, covers }: OrderContext['units'][number]): Title {
  const [zh, en] = UNIT_KINDS[kind];
  if (covers === null) return title(zh, en);
  const [whereZh, whereEn] = UNIT_COVERS[covers];
  return title(`${zh}（${whereZh}）`, `${en} (${whereEn})`);
}

function serviceOf(track: BoardTrack, addressee: Addressee, rulingAt: string): OrderService {
  // What is typed late may have happened in the minute of the ruling, never before it.
  const since = track.recorded.filter(
    ({ occurredAt, payload }) => occurredAt >= rulingAt && payload['to'] === addressee.id,
  );
  const served = since.find(({ type }) => type === 'document.served');
  const clock = track.clocks.find(
    ({ declaration, item, startedAt }) =>
      SERVICE_CLOCKS.includes(declaration) && item === addressee.id && startedAt >= rulingAt,
  );
  return {
    ...{ title: addressee.title, mandatory: addressee.mandatory },
    servedAt: served?.occurredAt ?? null,
    method: methodOf(served?.payload['method']),
    hasReceipt: served?.payload['receipt'] !== undefined,
    failedAt: since.find(({ type }) => type === 'service.failed')?.occurredAt ?? null,
    due: clock?.legalDue ?? null,
    isLate: clock !== undefined && isLate(clock, track.now),
  };
}

function isLate({ outcome, legalDueAt }: BoardClock, now: string): boolean {
  return outcome === 'met_late' || outcome === 'lapsed' || (outcome === 'open' && legalDueAt <= now);
}

function methodOf(code: unknown): OrderService['method'] {
  const words = (SERVICE_METHODS as Readonly<Record<string, readonly [string, string]>>)[String(code)];
  return words === undefined ? null : { code: String(code), title: title(words[0], words[1]) };
}

function violationOf({ recorded }: BoardTrack, { violations }: OrderContext): OrderCard['violation'] {
  if (violations === 0) return null;
  const reported = recorded.find(
    ({ type, payload }) =>
      type === 'violation.reported' || (type === 'visit.made' && payload['keptOrder'] === false),
  );
  return { count: violations, reportedAt: reported?.occurredAt ?? null };
}

function changesOf({ clocks }: BoardTrack, { asked, changeAskedAt }: OrderContext): PendingChanges | null {
  if (asked.length === 0) return null;
  const due = clocks.find(
    ({ declaration, outcome }) => RUNS.includes(outcome) && ['change', 'lateChange'].includes(declaration),
  );
  return {
    asked: asked.map((code) => ({ code, title: CHANGES[code] })),
    since: changeAskedAt,
    due: due?.legalDue ?? null,
  };
}

function reconsiderationOf({ state, clocks, recorded }: BoardTrack): OrderCard['reconsideration'] {
  const isPending = state.some((path) =>
    ['inForce.reconsideration.pending', 'refusing.reconsidering'].includes(path),
  );
  if (!isPending) return null;
  const due = clocks.find(
    ({ declaration, outcome }) =>
      RUNS.includes(outcome) && ['reconsidered', 'refusalReconsidered'].includes(declaration),
  );
  return {
    since: recorded.find(({ type }) => type === 'reconsideration.filed')?.occurredAt ?? null,
    due: due?.legalDue ?? null,
  };
}
