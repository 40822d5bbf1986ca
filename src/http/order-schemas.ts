import { type TSchema, Type } from 'typebox';
import { ROLES } from '#src/base/roles.ts';
import { oneOf, strict } from './strict.ts';

const words = strict({ zh: Type.String(), en: Type.String() });
const instant = Type.String({ description: 'RFC 3339 with +08:00' });
const localMinute = Type.String({ description: 'YYYY-MM-DDTHH:mm; the end of a day is T24:00' });
const id = Type.String({ description: 'UUID' });
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

const due = strict({
  deadlineId: id,
  title: words,
  rule: Type.String(),
  safeDue: localMinute,
  legalDue: localMinute,
  safeDueAt: instant,
});

const holder = strict({
  agency: orNull(Type.String({ description: 'null: the role does not say which' })),
  roles: Type.Array(oneOf(...ROLES)),
  words,
});

const service = strict({
  title: words,
  mandatory: Type.Boolean({ description: 'without it the ruling does not count as served' }),
  servedAt: orNull(instant),
  method: orNull(strict({ code: Type.String(), title: words })),
  hasReceipt: Type.Boolean(),
  failedAt: orNull(instant),
  due: orNull(localMinute),
  isLate: Type.Boolean({ description: 'served after its time, or not served and out of time' }),
});

const violation = strict({
  count: Type.Integer(),
  reportedAt: orNull(instant),
  answer: orNull(
    strict({ trackId: id, agency: id, titles: Type.Array(words), due: orNull(due), holder: orNull(holder) }),
  ),
});

/** A card of the board of orders. */
export const orderInList = strict({
  trackId: id,
  caseId: id,
  caseNumber: Type.String(),
  version: Type.Integer({ description: 'for If-Match' }),
  lane: Type.String(),
  laneTitle: words,
  titles: Type.Array(words),
  agency: id,
  ownerAgency: id,
  court: orNull(Type.String({ description: 'the court that works the order, or the case' })),
  urgent: Type.Boolean(),
  madeAt: orNull(instant),
  validUntil: orNull(Type.String({ description: 'YYYY-MM-DD, in force to the end of it' })),
  due: orNull(due),
  holder: orNull(holder),
  lastEvent: orNull(strict({ title: words, at: instant })),
  services: Type.Array(service),
  violation: orNull(violation),
  changePending: orNull(
    strict({
      asked: Type.Array(strict({ code: Type.String(), title: words })),
      since: orNull(instant),
      due: orNull(localMinute),
    }),
  ),
  reconsideration: orNull(strict({ since: orNull(instant), due: orNull(localMinute) })),
});

/** The board: a page of its cards, how many each lane has, and the moment at which that was so. */
export const orderBoardView = strict({
  items: Type.Array(orderInList),
  nextCursor: orNull(Type.String()),
  lanes: Type.Array(strict({ lane: Type.String(), title: words, count: Type.Integer() })),
  now: instant,
});
