import { randomUUID } from 'node:crypto';
import { AppError } from '#src/base/errors.ts';
import { inputProblem } from '#src/base/input-faults.ts';
import { addMs, type Instant } from '#src/base/instant.ts';
import { title } from '#src/base/title.ts';
import type { Answer, CommandBasis } from '#src/engine/engine.ts';
import { readNow } from '#src/store/clock.ts';
import { type ListedShiftItem, listShift } from '#src/store/list-shift.ts';
import { insertRefusal } from '#src/store/refusals.ts';
import { findSeenAnswer } from '#src/store/seen-answer.ts';
import {
  acknowledgeHandover,
  type Colleague,
  findColleague,
  findHandover,
  type HandedItem,
  type Handover,
  insertHandover,
} from '#src/store/shift-handovers.ts';
import { placesFor } from './owed-calls.ts';
import type { Services } from './services.ts';
import { nextShiftAfter } from './shift-routes.ts';

export type HandoverParts = Pick<Services, 'db' | 'vault' | 'workflows' | 'calls'>;

/** Nobody came: half an hour later the supervisor reads it in the list (house policy). */
const ACKNOWLEDGE_WITHIN_MS = 30 * 60_000;
// More than one shift can look through; the count still says how many there were.
const ITEMS_LIMIT = 500;
// Two of the same request at once: the second finds the first one's answer when it looks again.
const ATTEMPT_LIMIT = 3;

/**
 * Hands the shift over as it stands at this moment: the list is read here, not sent. Throws `role_not_allowed` for who
 * has no desk and `payload_invalid` for a receiver who is no colleague.
 */
export async function handOver(
  parts: HandoverParts,
  basis: CommandBasis,
  sent: { readonly to: string | null; readonly until: Instant | null },
): Promise<Answer> {
  const { person } = basis;
  const places = placesFor(parts, person);
  if (places.length === 0) return refuse(parts, basis, 'shift.handed_over', 'role_not_allowed');
  const [from, to] = await Promise.all([
    findColleague(parts.db, person.agency, person.id),
    sent.to === null ? null : findColleague(parts.db, person.agency, sent.to),
  ]);
  if (from === null) throw new AppError('session_missing');
  if (sent.to !== null && (to === null || to.id === from.id)) {
    throw new AppError('payload_invalid', { errors: [inputProblem('/to', 'no_such_person')] });
  }
  return answerOnce(parts, basis, async (remember) => {
    const now = await readNow(parts.db);
    const until = sent.until ?? nextShiftAfter(now);
    const rows = await listShift(parts.db, person, { places, until, limit: ITEMS_LIMIT });
    const handover = newHandover({ from, to, now, until }, rows[0]?.restCount ?? 0);
    const stored = {
      ...{
        id: handover.id,
        agency: person.agency,
        fromId: from.id,
        toId: to?.id ?? null,
        handedAt: now,
        until,
      },
      ...{ acknowledgeBy: handover.acknowledgeBy, items: rows.map(itemOf), itemCount: handover.itemCount },
    };
    const { answer, remembered } = remember(201, handover);
    return (await insertHandover(parts.db, stored, remembered)) ? answer : null;
  });
}

/**
 * Takes a shift over. Whoever of the desk comes takes it; only not who gave it. Taken already, it stays with who took
 * it first. Throws `not_found` and `guard_refused`.
 */
export async function acknowledge(parts: HandoverParts, basis: CommandBasis, id: string): Promise<Answer> {
  const { person } = basis;
  const isAtDesk = placesFor(parts, person).length > 0;
  return answerOnce(parts, basis, async (remember) => {
    const found = isAtDesk ? await findHandover(parts.db, person.agency, id) : null;
    if (found === null) return refuse(parts, basis, 'shift.acknowledged', 'not_found');
    if (found.acknowledgedAt !== null) return { status: 200, body: JSON.stringify(found), etag: null };
    if (found.from.id === person.id) throw new AppError('guard_refused', { because: [OWN_SHIFT] });
    const now = await readNow(parts.db);
    const acknowledgedBy = await findColleague(parts.db, person.agency, person.id);
    const isLate = now > found.acknowledgeBy;
    const taken: Handover = { ...found, acknowledgedAt: now, acknowledgedBy, isLate };
    const { answer, remembered } = remember(200, taken);
    const mark = { id, by: person.id, at: now };
    return (await acknowledgeHandover(parts.db, mark, remembered)) ? answer : null;
  });
}

type Remember = (
  status: number,
  body: Handover,
) => { readonly answer: Answer; readonly remembered: Parameters<typeof insertHandover>[2] };

/** Acts once for a key, and answers a repetition with the same bytes. `act` gives null when it lost a race. */
async function answerOnce(
  { db, vault }: HandoverParts,
  { person, idempotency }: CommandBasis,
  act: (remember: Remember) => Promise<Answer | null>,
): Promise<Answer> {
  const { key, fingerprint } = idempotency;
  const owner = `${person.id}|${key}`;
  const remember: Remember = (status, body) => {
    const text = JSON.stringify(body);
    const sealed = vault.sealAnswer(owner, text);
    const remembered = { personId: person.id, key, fingerprint, status, body: sealed };
    return { answer: { status, body: text, etag: null }, remembered };
  };
  for (let attempt = 1; attempt <= ATTEMPT_LIMIT; attempt += 1) {
    const seen = await findSeenAnswer(db, person.id, key);
    if (seen !== null) {
      if (seen.fingerprint !== fingerprint) throw new AppError('key_reused');
      return { status: seen.status, body: vault.openAnswer(owner, seen.body), etag: null };
    }
    const answer = await act(remember);
    if (answer !== null) return answer;
  }
  throw new AppError('key_in_flight');
}

function newHandover(
  { from, to, now, until }: { from: Colleague; to: Colleague | null; now: Instant; until: Instant },
  itemCount: number,
): Handover {
  const acknowledgeBy = addMs(now, ACKNOWLEDGE_WITHIN_MS);
  const open = { acknowledgedAt: null, acknowledgedBy: null, isLate: false };
  return { id: randomUUID(), from, to, handedAt: now, until, acknowledgeBy, ...open, itemCount };
}

function itemOf({ kind, caseId, trackId, deadlineId }: ListedShiftItem): HandedItem {
  return { kind, caseId, trackId, deadlineId };
}

async function refuse(
  { db }: HandoverParts,
  { person }: CommandBasis,
  action: string,
  code: 'not_found' | 'role_not_allowed',
): Promise<never> {
  await insertRefusal(db, { personId: person.id, action, caseId: null, trackId: null, code });
  throw new AppError(code);
}

const OWN_SHIFT = {
  code: 'not_own_shift',
  text: title('自己交的班由接班的人确认', 'Whoever takes the shift over confirms it'),
  who: ['operator', 'case_manager', 'supervisor'],
} as const;
