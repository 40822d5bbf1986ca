import { Type } from 'typebox';
import { AppError } from '#src/base/errors.ts';
import { addMs, type Instant } from '#src/base/instant.ts';
import { type Title, title } from '#src/base/title.ts';
import { readNow } from '#src/store/clock.ts';
import { type ListedShiftItem, listShift } from '#src/store/list-shift.ts';
import { type Api, loggedIn } from './api.ts';
import { personOf } from './caller.ts';
import { CURSOR_PARTS, limitOf, PAGE_QUERY, pageOf, readCursor, toPage } from './list-page.ts';
import { momentOf } from './moment-of.ts';
import { placeOf, placesFor, purposeOf } from './owed-calls.ts';
import type { Services } from './services.ts';
import { strict, text } from './strict.ts';
import { shiftItem } from './desk-schemas.ts';

const LIST = loggedIn({
  summary:
    'What your desk has open at the end of a shift: calls, clocks due before `until`, cases without a clock or a person',
  querystring: strict({ until: Type.Optional(text(40)), ...PAGE_QUERY }),
  answers: [200, pageOf(shiftItem)],
});

/** A shift, when nobody says how long the next one is. */
const SHIFT_MS = 12 * 3_600_000;

type Parts = Pick<Services, 'db' | 'workflows' | 'calls'>;

/** The list of a shift's end; handing it over is `handover-routes.ts`. */
export function shiftRoutes(app: Api, services: Parts): void {
  app.get('/shift', LIST, async (request) => {
    const person = personOf(request);
    const limit = limitOf(request.query);
    const { rank, instant, uuid } = CURSOR_PARTS;
    const cursor = readCursor(request.query, [rank, rank, instant, uuid]);
    const asked = momentOf('until', request.query.until);
    const places = placesFor(services, person);
    if (places.length === 0) return { items: [], nextCursor: null };
    const [kindRank = '', riskRank = '', sortAt = '', id = ''] = cursor ?? [];
    const rows = await listShift(services.db, person, {
      ...{ places, until: asked ?? nextShiftAfter(await readNow(services.db)), limit: limit + 1 },
      ...(cursor && { after: { kindRank: Number(kindRank), riskRank: Number(riskRank), sortAt, id } }),
    });
    return toPage(rows, limit, {
      item: (row) => toShiftItem(services, row),
      key: (row) => [String(row.kindRank), String(row.riskRank), row.sortAt, row.id],
    });
  });
}

/** Until when the next shift lasts that begins now. */
export function nextShiftAfter(now: Instant): Instant {
  return addMs(now, SHIFT_MS);
}

function toShiftItem(services: Parts, row: ListedShiftItem) {
  const { kind, caseId, caseNumber, risk, trackId, deadlineId, safeDue, legalDue } = row;
  return {
    ...{ kind, caseId, caseNumber, risk, trackId, deadlineId },
    title: titleOf(services, row),
    due: safeDue === null || legalDue === null ? null : { safeDue, legalDue },
  };
}

function titleOf({ calls, workflows }: Parts, row: ListedShiftItem): Title {
  const { kind, workflow, workflowVersion, declaration, place, triesCount } = row;
  if (kind === 'no_next_step') return NO_NEXT_STEP;
  if (kind === 'unassigned') return UNASSIGNED;
  if (kind === 'call_back') {
    const { zh, en } = purposeOf(calls, placeOf(calls, workflow, place), triesCount);
    return { zh, en };
  }
  const declared = workflows.version(workflow ?? '', workflowVersion ?? 0)?.deadlines[declaration ?? ''];
  // Moved to a version newer than this process.
  if (declared === undefined) throw new AppError('unavailable');
  return declared.title;
}

const NO_NEXT_STEP = title('没有在计的期限，下一步未定', 'No clock runs: the next step is open');
const UNASSIGNED = title('尚未确定承办人', 'Nobody is named for it');
