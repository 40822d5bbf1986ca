import { Type } from 'typebox';
import { oneOf, strict } from './strict.ts';
import { id, instant, localMinute, orNull, words } from './view-schemas.ts';

const risk = oneOf('unknown', 'low', 'medium', 'high');
const due = orNull(strict({ safeDue: localMinute, legalDue: localMinute }));
const code = Type.String();

/** A call that is owed: ids, codes and times, nothing out of the vault. */
export const callInList = strict({
  trackId: id,
  caseId: id,
  caseNumber: Type.String(),
  version: Type.Integer({ description: 'of the track, for If-Match' }),
  purpose: strict({ code, zh: Type.String(), en: Type.String() }),
  risk,
  due,
  triesCount: Type.Integer({ description: 'calls that nobody answered' }),
  window: orNull(strict({ from: Type.String(), to: Type.String() })),
  callableNow: oneOf('yes', 'no', 'ask'),
  why: words,
  opensAt: orNull(instant),
  outcomes: Type.Array(
    strict({
      type: Type.String({ description: 'the event that records it' }),
      kind: oneOf('reached', 'unanswered', 'stopped', 'unsafe'),
      key: Type.String(),
      title: words,
      takesForm: Type.Boolean({ description: 'true: the event needs more than an empty payload' }),
    }),
  ),
});

/** What a desk has open at the end of a shift. */
const shiftKind = oneOf('call_back', 'deadline', 'no_next_step', 'unassigned');

export const shiftItem = strict({
  kind: shiftKind,
  title: words,
  caseId: id,
  caseNumber: Type.String(),
  risk,
  trackId: orNull(id),
  deadlineId: orNull(id),
  due,
});

const colleague = strict({ id, name: Type.String() });

const handoverKeys = {
  id,
  from: colleague,
  to: orNull(colleague),
  handedAt: instant,
  until: instant,
  acknowledgeBy: instant,
  acknowledgedAt: orNull(instant),
  acknowledgedBy: orNull(colleague),
  isLate: Type.Boolean({ description: 'nobody took it by `acknowledgeBy`' }),
  itemCount: Type.Integer(),
};

export const handoverInList = strict(handoverKeys);

/** A handed-over shift: its items are ids, and the numbers of cases the reader sees. */
export const handoverView = strict({
  ...handoverKeys,
  items: Type.Array(
    strict({
      kind: shiftKind,
      caseId: id,
      caseNumber: Type.String(),
      trackId: orNull(id),
      deadlineId: orNull(id),
    }),
  ),
});
