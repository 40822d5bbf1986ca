import { Type } from 'typebox';
import type { JsonObject } from '#src/base/json.ts';
import { type Api, command, ID_PARAMS, idOf, loggedIn, sendAnswer } from './api.ts';
import { basisOf, personOf } from './caller.ts';
import { openCaseBody } from './open-case-body.ts';
import type { Services } from './services.ts';
import { strict, text } from './strict.ts';
import { caseView, trackView } from './view-schemas.ts';

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

const VIEW = loggedIn({ summary: 'A case', params: ID_PARAMS, answers: [200, caseView] });

const OPEN_TRACK = command({
  summary: 'Begin another workflow on a case; its `inputSchema` is in GET /workflows/{id}',
  params: ID_PARAMS,
  body: strict({ workflow: text(60), input: Type.Unsafe<JsonObject>({ type: 'object' }) }),
  answers: [201, trackView],
  refusals: ['role_not_allowed', 'guard_refused', 'payload_invalid', 'occurred_at_invalid'],
});

/** One case: open it, find it by a number, look at it, begin a workflow on it. */
export function caseRoutes(app: Api, { engine }: Pick<Services, 'engine'>): void {
  app.post('/cases', OPEN_CASE, async (request, reply) =>
    sendAnswer(reply, await engine.openCase({ ...basisOf(request), body: request.body })),
  );

  app.post('/cases/lookup', LOOK_UP, async (request) =>
    engine.lookUpPhone(personOf(request), request.body.phone),
  );

  app.get('/cases/:id', VIEW, async (request) => engine.viewCase(personOf(request), idOf(request)));

  app.post('/cases/:id/tracks', OPEN_TRACK, async (request, reply) => {
    const { workflow, input } = request.body;
    const answer = await engine.openTrack({ ...basisOf(request), caseId: idOf(request), workflow, input });
    return sendAnswer(reply, answer);
  });
}
