import { AppError } from '#src/base/errors.ts';
import { Type } from 'typebox';
import { type ListedCase, type ListedTrack, listCases, listTracksOf } from '#src/store/list-cases.ts';
import { titlesOfState } from '#src/workflow/list-states.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import { type Api, ID_PARAMS, idOf, loggedIn } from './api.ts';
import { personOf } from './caller.ts';
import { CURSOR_PARTS, limitOf, PAGE_QUERY, pageOf, readCursor, toPage, writeCursor } from './list-page.ts';
import { bodyInvalid } from './input-problem.ts';
import { momentOf } from './moment-of.ts';
import type { Services } from './services.ts';
import { oneOf, strict, text, uuid } from './strict.ts';
import { pastView } from './past-schema.ts';
import { caseInList, timelineEntry } from './view-schemas.ts';

const LIST = loggedIn({
  summary: 'Cases you see, newest first',
  querystring: strict({
    status: Type.Optional(oneOf('open', 'closed')),
    risk: Type.Optional(oneOf('unknown', 'low', 'medium', 'high')),
    assignee: Type.Optional(uuid()),
    ...PAGE_QUERY,
  }),
  answers: [200, pageOf(caseInList)],
});

const TIMELINE = loggedIn({
  summary: 'What happened, newest first; `until` shows the case as of then',
  params: ID_PARAMS,
  querystring: strict({ until: Type.Optional(text(40)), ...PAGE_QUERY }),
  answers: [200, pageOf(timelineEntry)],
});

const PAST = loggedIn({
  summary: 'How a case stood at a moment: every track in the state it was in then, out of the log',
  params: ID_PARAMS,
  querystring: strict({ at: text(40) }),
  answers: [200, pastView],
});

/** The list of cases, and what happened on one. */
export function caseListRoutes(app: Api, { engine, db, workflows }: Services): void {
  app.get('/cases', LIST, async (request) => {
    const { status, risk, assignee } = request.query;
    const limit = limitOf(request.query);
    const cursor = readCursor(request.query, [CURSOR_PARTS.instant, CURSOR_PARTS.uuid]);
    const after = cursor && { openedAt: cursor[0] ?? '', id: cursor[1] ?? '' };
    const rows = await listCases(db, personOf(request), {
      ...(status && { status }),
      ...(risk && { risk }),
      ...(assignee && { assignee }),
      ...(after && { after }),
      limit: limit + 1,
    });
    const tracks = await listTracksOf(
      db,
      rows.slice(0, limit).map((row) => row.id),
    );
    const byCase = Map.groupBy(tracks, (track) => track.caseId);
    return toPage(rows, limit, {
      item: (row) => toCase(workflows, row, byCase.get(row.id) ?? []),
      key: (row) => [row.openedAt, row.id],
    });
  });

  app.get('/cases/:id/timeline', TIMELINE, async (request) => {
    const until = momentOf('until', request.query.until);
    const cursor = readCursor(request.query, [CURSOR_PARTS.number]);
    const { items, hasMore } = await engine.viewTimeline(personOf(request), idOf(request), {
      ...(until !== null && { until }),
      ...(cursor && { beforeSeq: Number(cursor[0]) }),
      limit: limitOf(request.query),
    });
    const last = items.at(-1);
    return { items, nextCursor: hasMore && last ? writeCursor([String(last.seq)]) : null };
  });

  app.get('/cases/:id/past', PAST, async (request) => {
    const at = momentOf('at', request.query.at);
    if (at === null) throw bodyInvalid('/at', 'wrong_form');
    return engine.viewPast(personOf(request), idOf(request), at);
  });
}

function toCase(workflows: WorkflowRegistry, row: ListedCase, tracks: readonly ListedTrack[]) {
  const summaries = tracks.map(({ id, workflow, workflowVersion, state, agency, assignee, isFinal }) => {
    const definition = workflows.version(workflow, workflowVersion);
    // Moved to a version newer than this process.
    if (definition === undefined) throw new AppError('unavailable');
    return { id, workflow, state, titles: titlesOfState(definition, state), agency, assignee, isFinal };
  });
  return { ...row, tracks: summaries };
}
