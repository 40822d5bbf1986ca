import type { Instant } from '#src/base/instant.ts';
import {
  type Measure,
  type OrderContext,
  type OrderEventOf,
  partyOf,
  type ToServe,
  type Unit,
} from './context.ts';
import { daysAfter, endOf, latestEnd, startOfDay } from './validity.ts';

/** 应当送达: without these four no order is fully served (最高法等七部门意见 14). */
const MANDATORY_UNITS = ['police_station', 'committee'] as const;

export function isMandatory({ kind }: { kind: Unit['kind'] }): boolean {
  return MANDATORY_UNITS.some((mandatory) => mandatory === kind);
}

/** What an order that was just made changes: it is in force from this moment, served or not. */
export function grantedOrder(
  context: OrderContext,
  { payload, occurredAt }: OrderEventOf<'order.granted'>,
): Partial<OrderContext> {
  const units = payload.units.map(({ id, kind, district, covers = null }) => ({
    id,
    kind,
    district,
    covers,
  }));
  const to = endOf(payload.madeOn, payload) ?? latestEnd(payload.madeOn);
  return {
    madeAt: occurredAt,
    units,
    coercion: 'unchecked',
    ...validity(payload.madeOn, to, { madeAt: occurredAt, isPrinted: payload.to !== undefined }),
    ...ordered(payload.measures),
    ...newRuling({ ...context, units }, occurredAt),
  };
}

/** The same order, longer: a new ruling, with a printed end of its own. */
export function extendedOrder(
  context: OrderContext,
  { payload, occurredAt }: OrderEventOf<'order.extended'>,
): Partial<OrderContext> {
  return {
    asked: context.asked.filter((change) => change !== 'extend'),
    validTo: payload.to,
    validityRule: 'H29',
    validityFrom: startOfDay(payload.to),
    alertFrom: startOfDay(payload.to),
    ...newRuling(context, occurredAt),
  };
}

/** Other measures, the same last day. */
export function variedOrder(
  context: OrderContext,
  { payload, occurredAt }: OrderEventOf<'order.varied' | 'reconsideration.changed'>,
): Partial<OrderContext> {
  const widened = 'protectedPersons' in payload ? payload.protectedPersons : undefined;
  return {
    ...(widened === undefined ? {} : { protectedPersons: widened.map(partyOf) }),
    ...ordered(payload.measures, context.measures),
    ...newRuling(context, occurredAt),
  };
}

/** When an order ends and from when she is reminded of it. */
function validity(
  madeOn: string,
  to: string,
  { madeAt, isPrinted }: { madeAt: Instant; isPrinted: boolean },
): Partial<OrderContext> {
  const isLongest = to === latestEnd(madeOn);
  return {
    validTo: to,
    validityRule: isLongest ? 'C5' : 'H29',
    validityFrom: isLongest ? madeAt : startOfDay(to),
    // Courts differ on counting the day an order was made: unless the last day is printed, the earlier one warns.
    alertFrom: startOfDay(isPrinted ? to : daysAfter(to, -1)),
  };
}

/** A new ruling is served anew, on everybody (新裁定重新送达). */
export function newRuling(context: OrderContext, at: Instant): Partial<OrderContext> {
  const rulings = context.rulings + 1;
  const toServe = (party: string, mandatory: boolean): ToServe => ({
    id: party,
    mandatory,
    from: at,
  });
  return {
    rulings,
    rulingAt: at,
    published: [],
    toServe: [
      ...[...context.applicants, ...context.respondents].map(({ id }) => toServe(id, true)),
      ...context.units.map((unit) => toServe(unit.id, isMandatory(unit))),
    ],
  };
}

/** The measures of a ruling as obligations; what has been kept already stays kept. */
function ordered(
  measures: OrderEventOf<'order.granted'>['payload']['measures'],
  known: readonly Measure[] = [],
): Partial<OrderContext> {
  const now = measures.map((measure): Measure => {
    const before = known.find(({ id, code }) => id === measure.id && code === measure.code);
    return {
      id: measure.id,
      code: measure.code,
      status: before?.status ?? 'pending',
      startsOn: measure.startsOn ?? startOf(measure, measures),
      dueOn: measure.dueOn ?? null,
      radiusMeters: measure.radiusMeters ?? null,
      place: measure.place ?? null,
      payee: measure.payee ?? null,
      payBy: measure.payBy ?? null,
      amountYuan: measure.amountYuan ?? null,
      sessions: measure.sessions ?? null,
      respondents: measure.respondents ?? [],
    };
  });
  return { measures: now, owed: owedOf(now) };
}

type Ordered = OrderEventOf<'order.granted'>['payload']['measures'];

/** Until the day on which he must be gone he lives there lawfully: what keeps him away from that home begins after it. */
function startOf({ code, place }: Ordered[number], all: Ordered): string | null {
  const leavesBy = all.find((one) => one.code === 'move_out')?.dueOn;
  const isThatHome = code === 'keep_away' && place === 'home';
  return isThatHome && leavesBy !== undefined ? daysAfter(leavesBy, 1) : null;
}

/** He has moved out before his time: from that day he keeps away. */
export function startedEarly(context: OrderContext, id: string, on: string): Pick<OrderContext, 'measures'> {
  const isMove = context.measures.some((one) => one.id === id && one.code === 'move_out');
  return {
    measures: context.measures.map((one) =>
      isMove && one.code === 'keep_away' && one.startsOn !== null && one.startsOn > on
        ? { ...one, startsOn: on }
        : one,
    ),
  };
}

function owedOf(measures: readonly Measure[]): OrderContext['owed'] {
  return measures.flatMap(({ id, dueOn, status }) =>
    dueOn === null || status === 'complied' ? [] : [{ id, from: startOfDay(dueOn) }],
  );
}

/** One measure with a new status; whatever was owed for it is settled or goes on. */
export function withStatus(
  context: OrderContext,
  ids: readonly string[],
  status: Measure['status'],
): Partial<OrderContext> {
  const measures = context.measures.map((one) => (ids.includes(one.id) ? { ...one, status } : one));
  const stillOwed = status === 'complied' ? context.owed.filter(({ id }) => !ids.includes(id)) : context.owed;
  return { measures, owed: stillOwed };
}
