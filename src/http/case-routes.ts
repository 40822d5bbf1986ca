import { Type } from 'typebox';
import type { JsonObject } from '#src/base/json.ts';
import { listCases, type ListedCase, type ListedTrack, listTracksOf } from '#src/store/list-cases.ts';
import { titlesOfState } from '#src/workflow/list-states.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import { type Api, command, ID_PARAMS, idOf, loggedIn, sendAnswer } from './api.ts';
import { basisOf, personOf } from './caller.ts';
import { CURSOR_PARTS, limitOf, PAGE_QUERY, pageOf, readCursor, toPage, writeCursor } from './list-page.ts';
import { momentOf } from './moment-of.ts';
import { openCaseBody } from './open-case-body.ts';
import type { Services } from './services.ts';
import { oneOf, strict, text, uuid } from './strict.ts';
import { caseInList, caseView, timelineEntry, trackView } from './view-schemas.ts';

const OPEN_CASE = command({
  summary: 'Open a case with its intake; works for a caller who gives no name',
  body: openCaseBody,
  answers: [201, caseView],
  refusals: ['role_not_allowed', 'payload_invalid'],
});

const LOOK_UP = loggedIn({
  summary: 'Is a case known under this number? A number never stands in an address, so it is a POST',
  body: strict({ phone: text(40) }),
  answers: [200, strict({ known: Type.Boolean(), caseIds: Type.Array(Type.String()) })],
});

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

const VIEW = loggedIn({ summary: 'A case', params: ID_PARAMS, answers: [200, caseView] });

const TIMELINE = loggedIn({
  summary: 'What happened, newest first; `until` shows the case as of then',
  params: ID_PARAMS,
  querystring: strict({ until: Type.Optional(text(40)), ...PAGE_QUERY }),
  answers: [200, pageOf(timelineEntry)],
});

const OPEN_TRACK = command({
  summary: 'Begin another workflow on a case; its `inputSchema` is in GET /workflows/{id}',
  params: ID_PARAMS,
  body: strict({ workflow: text(60), input: Type.Unsafe<JsonObject>({ type: 'object' }) }),
  answers: [201, trackView],
  refusals: ['role_not_allowed', 'guard_refused', 'payload_invalid', 'occurred_at_invalid'],
});

/** Cases: open, find, look at, and begin workflows on them. */
export function caseRoutes(app: Api, { engine, db, workflows }: Services): void {
  app.post('/cases', OPEN_CASE, async (request, reply) =>
    sendAnswer(reply, await engine.openCase({ ...basisOf(request), body: request.body })),
  );

  app.post('/cases/lookup', LOOK_UP, async (request) =>
    engine.lookUpPhone(personOf(request), request.body.phone),
  );

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

  app.get('/cases/:id', VIEW, async (request) => engine.viewCase(personOf(request), idOf(request)));

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

  app.post('/cases/:id/tracks', OPEN_TRACK, async (request, reply) => {
    const { workflow, input } = request.body;
    const answer = await engine.openTrack({ ...basisOf(request), caseId: idOf(request), workflow, input });
    return sendAnswer(reply, answer);
  });
}

function toCase(workflows: WorkflowRegistry, row: ListedCase, tracks: readonly ListedTrack[]) {
  const summaries = tracks.map(({ id, workflow, workflowVersion, state, agency, assignee, isFinal }) => {
    const definition = workflows.version(workflow, workflowVersion);
    if (definition === undefined) throw new Error(`no version ${workflowVersion} of workflow ${workflow}`);
    return { id, workflow, state, titles: titlesOfState(definition, state), agency, assignee, isFinal };
  });
  return { ...row, tracks: summaries };
}
