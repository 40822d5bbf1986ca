import type { Facts } from '#src/base/facts.ts';
import type { Instant } from '#src/base/instant.ts';
import type { RuleCode } from '#src/base/rules.ts';
import type { OrderContext, OrderEventOf, Unit, Visit } from './context.ts';
import { isMandatory } from './ruling.ts';
import { dayOf, daysAfter, startOfDay } from './validity.ts';

/** 公告送达 is effective after thirty days (民事诉讼法 95). */
const NOTICE_DAYS = 30;
const FIRST_MONTH_DAYS = 30;
/** Who keeps the order but does not call on her. */
const NO_VISITS: readonly Unit['kind'][] = ['police_station', 'employer', 'platform'];

/** One addressee has its copy; a unit that visits has its first visit to make. */
export function served(
  context: OrderContext,
  { payload, occurredAt }: OrderEventOf<'document.served'>,
): Partial<OrderContext> {
  const unit = context.units.find(({ id }) => id === payload.to);
  const isVisiting = context.visits.some((visit) => visit.unit === payload.to);
  const visits =
    unit !== undefined && !NO_VISITS.includes(unit.kind) && !isVisiting
      ? withVisit(context, unit.id, { rule: 'C13p', from: occurredAt })
      : {};
  const pickups =
    unit?.kind === 'school'
      ? [...context.pickups.filter(({ id }) => id !== unit.id), { id: unit.id, from: occurredAt }]
      : context.pickups;
  return {
    pickups,
    toServe: context.toServe.filter(({ id }) => id !== payload.to),
    published: context.published.filter(({ id }) => id !== payload.to),
    firstServedAt: context.firstServedAt ?? occurredAt,
    ...visits,
  };
}

/** Whether nobody else has to be served before the order counts as served. */
export function isLastMandatory(context: OrderContext, party: string): boolean {
  return context.toServe.every((one) => !one.mandatory || one.id === party);
}

/** Whether the thirty days of a public notice to this addressee are over. */
export function noticeIsOver(context: OrderContext, party: string, at: Instant): boolean {
  const notice = context.published.find((one) => one.id === party);
  return notice !== undefined && at >= startOfDay(daysAfter(dayOf(notice.from), NOTICE_DAYS + 1));
}

/** The visit was made; when the next one is due depends on the risk and on how long the order has run. */
export function visited(
  context: OrderContext,
  { payload, occurredAt, case: view }: OrderEventOf<'visit.made'>,
): Partial<OrderContext> {
  const firstMonthEnds = startOfDay(
    daysAfter(dayOf(context.firstServedAt ?? occurredAt), FIRST_MONTH_DAYS + 1),
  );
  const later: RuleCode = occurredAt < firstMonthEnds ? 'C13pweek' : 'C13pfortnight';
  return withVisit(context, payload.unit, {
    rule: isAtHighRisk(view.facts) ? 'C13phigh' : later,
    from: occurredAt,
  });
}

/** Graded high, or a child that goes on living with the only guardian it has, who is the one the order binds. */
function isAtHighRisk({ risk, guardian, protectiveGuardian, placement }: Facts): boolean {
  const isWithSuspect = guardian === 'suspect' && protectiveGuardian === 'none' && placement !== 'placed';
  return risk === 'high' || isWithSuspect;
}

function withVisit(
  context: OrderContext,
  unit: string,
  next: { rule: RuleCode; from: Instant },
): Pick<OrderContext, 'visits' | 'visitCount'> {
  const visitCount = context.visitCount + 1;
  const visit: Visit = { id: `${unit}.${visitCount}`, unit, ...next };
  return { visits: [...context.visits.filter((one) => one.unit !== unit), visit], visitCount };
}

/** A unit that joins, in this district or another, is served as the others were. */
export function withUnit(
  context: OrderContext,
  { payload, occurredAt }: OrderEventOf<'unit.added'>,
): Partial<OrderContext> {
  const { id, kind, district, covers = null } = payload;
  const unit: Unit = { id, kind, district, covers };
  return {
    units: [...context.units, unit],
    toServe: [...context.toServe, { id, mandatory: isMandatory(unit), from: occurredAt }],
  };
}

export function withoutUnit(context: OrderContext, unit: string): Partial<OrderContext> {
  return {
    units: context.units.filter(({ id }) => id !== unit),
    toServe: context.toServe.filter(({ id }) => id !== unit),
    published: context.published.filter(({ id }) => id !== unit),
    visits: context.visits.filter((visit) => visit.unit !== unit),
    pickups: context.pickups.filter(({ id }) => id !== unit),
  };
}
