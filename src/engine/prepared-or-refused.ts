import type { TSchema } from 'typebox';
import { AppError } from '#src/base/errors.ts';
import { addMs, type Instant } from '#src/base/instant.ts';
import { type Prepared, preparePayload } from '#src/workflow/prepare-payload.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { Sealer } from './sealer.ts';

// A clock that runs a little ahead of ours is no lie about the future.
const SKEW_ALLOWED_MS = 5 * 60_000;
const EARLIEST: Instant = '2000-01-01T00:00:00.000+08:00';

/** Between which instants something may be said to have happened. */
export function timeBounds(now: Instant): { earliest: Instant; latest: Instant } {
  return { earliest: EARLIEST, latest: addMs(now, SKEW_ALLOWED_MS) };
}

/** A payload ready for the log; throws `payload_invalid` or `occurred_at_invalid` with the places. */
export function preparedOrRefused(
  deps: Pick<EngineDeps, 'drawId'> & Pick<Sealer, 'seal'>,
  schema: TSchema,
  payload: unknown,
  latest: Instant,
): Exclude<Prepared, { problems: unknown }> {
  const prepared = preparePayload(schema, payload, {
    earliest: EARLIEST,
    latest,
    drawId: deps.drawId,
    seal: deps.seal,
  });
  if ('problems' in prepared) throw new AppError(prepared.code, { errors: prepared.problems });
  return prepared;
}
