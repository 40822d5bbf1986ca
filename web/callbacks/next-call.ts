import type { Call, Outcome } from './read-calls.ts';

/** Whom to call next: the first on the list who may be called, else the first whom somebody should be asked about. */
export function nextCall<One extends Pick<Call, 'trackId' | 'callableNow'>>(
  calls: readonly One[],
  doneTrackId: string,
): One | null {
  const others = calls.filter(({ trackId }) => trackId !== doneTrackId);
  const find = (answer: Call['callableNow']) => others.find(({ callableNow }) => callableNow === answer);
  return find('yes') ?? find('ask') ?? null;
}

/** The third unanswered call in a row makes her lost, as the intake says. */
const LAST_TRY = 3;

/** What an outcome sets going that cannot be taken back; then it is asked for twice. */
export type Weight = 'light' | 'stops_number' | 'opens_again' | 'makes_lost' | 'against_hours';

/** How heavy it is to record this outcome of this call. */
export function weightOf(
  call: Pick<Call, 'purpose' | 'triesCount' | 'callableNow'>,
  outcome: Pick<Outcome, 'kind'>,
): Weight {
  if (outcome.kind === 'stopped') return 'stops_number';
  if (outcome.kind === 'unsafe') return 'opens_again';
  const isCounted = ['promised', 'retry'].includes(call.purpose.code);
  if (outcome.kind === 'unanswered' && isCounted && call.triesCount + 1 >= LAST_TRY) return 'makes_lost';
  return call.callableNow === 'no' ? 'against_hours' : 'light';
}
