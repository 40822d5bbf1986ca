import { Type } from 'typebox';
import type { JsonObject } from '#src/base/json.ts';
import { type Api, command, ID_PARAMS, idOf, loggedIn, sendAnswer } from './api.ts';
import { basisOf, personOf } from './caller.ts';
import type { Services } from './services.ts';
import { strict, text } from './strict.ts';
import { trackView } from './view-schemas.ts';

const VIEW = loggedIn({
  summary: 'A track, with every event of its state and who may send it; the ETag is what If-Match wants',
  params: ID_PARAMS,
  answers: [200, trackView],
});

const APPLY = command({
  summary: 'Record an event: the one way a track moves. Needs If-Match',
  params: ID_PARAMS,
  body: strict({
    type: text(80),
    payload: Type.Unsafe<JsonObject>({ type: 'object' }),
    occurredAt: Type.Optional(text(40)),
  }),
  answers: [200, trackView],
  refusals: [
    ...(['role_not_allowed', 'event_not_in_state', 'guard_refused', 'version_stale'] as const),
    ...(['if_match_missing', 'payload_invalid', 'occurred_at_invalid'] as const),
  ],
});

/** Tracks: look at one, and move it. */
export function trackRoutes(app: Api, { engine }: Pick<Services, 'engine'>): void {
  app.get('/tracks/:id', VIEW, async (request, reply) => {
    const view = await engine.viewTrack(personOf(request), idOf(request));
    return reply.header('etag', `"${view.version}"`).send(view);
  });

  app.post('/tracks/:id/events', APPLY, async (request, reply) => {
    const { type, payload, occurredAt } = request.body;
    const answer = await engine.applyEvent({
      ...basisOf(request),
      trackId: idOf(request),
      ifMatch: request.headers['if-match'] ?? null,
      type,
      payload,
      ...(occurredAt !== undefined && { occurredAt }),
    });
    return sendAnswer(reply, answer);
  });
}
