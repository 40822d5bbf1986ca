import type { Person } from '#src/base/actor.ts';
import { AppError } from '#src/base/errors.ts';
import type { CallAnswer } from '#src/access/may-call.ts';
import { type ListedCall, listCalls } from '#src/store/list-calls.ts';
import { problemsOf } from '#src/workflow/check-input.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { type Api, loggedIn } from './api.ts';
import { personOf } from './caller.ts';
import { CURSOR_PARTS, limitOf, PAGE_QUERY, pageOf, readCursor, toPage } from './list-page.ts';
import { mayRecordOutcome, placeOf, placesFor, purposeOf } from './owed-calls.ts';
import type { Services } from './services.ts';
import { strict } from './strict.ts';
import { callInList } from './desk-schemas.ts';

const LIST = loggedIn({
  summary:
    'Who waits for a call from your desk: the highest risk first, then what is due first; no names, no numbers',
  querystring: strict(PAGE_QUERY),
  answers: [200, pageOf(callInList)],
});

/** Planned calls are listed a day before they are due, when their reminder goes. */
const AHEAD_HOURS = 24;

type Parts = Pick<Services, 'db' | 'engine' | 'workflows' | 'calls'>;

/** The call-back list of a desk. */
export function callbackRoutes(app: Api, services: Parts): void {
  app.get('/callbacks', LIST, async (request) => {
    const person = personOf(request);
    const limit = limitOf(request.query);
    const shape = [CURSOR_PARTS.rank, CURSOR_PARTS.instant, CURSOR_PARTS.uuid];
    const cursor = readCursor(request.query, shape);
    const places = placesFor(services, person);
    if (places.length === 0) return { items: [], nextCursor: null };
    const [riskRank = '', sortAt = '', trackId = ''] = cursor ?? [];
    const rows = await listCalls(services.db, person, {
      ...{ places, aheadHours: AHEAD_HOURS, limit: limit + 1 },
      ...(cursor && { after: { riskRank: Number(riskRank), sortAt, trackId } }),
    });
    const caseIds = [...new Set(rows.slice(0, limit).map((row) => row.caseId))];
    const { byCase } = await services.engine.callAnswers(person, caseIds);
    return toPage(rows, limit, {
      item: (row) => toCall(services, person, row, byCase.get(row.caseId)),
      key: (row) => [String(row.riskRank), row.sortAt, row.trackId],
    });
  });
}

function toCall(
  { calls, workflows }: Parts,
  person: Person,
  row: ListedCall,
  answer: CallAnswer | undefined,
) {
  const workflow = workflows.version(row.workflow, row.workflowVersion);
  // Moved to a version newer than this process.
  if (workflow === undefined) throw new AppError('unavailable');
  if (answer === undefined) throw new Error('a call was listed of a case that is not there');
  const place = placeOf(calls, row.workflow, row.place);
  const { trackId, caseId, caseNumber, version, risk, triesCount, safeDue, legalDue } = row;
  return {
    ...{ trackId, caseId, caseNumber, version, risk, triesCount },
    purpose: purposeOf(calls, place, triesCount),
    due: safeDue === null || legalDue === null ? null : { safeDue, legalDue },
    window: answer.window,
    callableNow: answer.now,
    why: answer.why,
    opensAt: answer.opensAt,
    outcomes: place.outcomes
      .filter(({ type }) => mayRecordOutcome(workflow, person, type))
      .map(({ type, kind, key, title }) => ({
        type,
        kind,
        key,
        title,
        takesForm: takesForm(workflow, type),
      })),
  };
}

function takesForm({ events }: Workflow, type: string): boolean {
  const event = events[type];
  return event !== undefined && problemsOf(event.payload, {}).length > 0;
}
