import { Type } from 'typebox';
import { AppError } from '#src/base/errors.ts';
import { isUuid } from '#src/base/ids.ts';
import type { Person } from '#src/base/actor.ts';
import { type Api, loggedIn } from './api.ts';
import { personOf } from './caller.ts';
import type { Services } from './services.ts';
import { strict } from './strict.ts';
import { markStates } from './workflow-picture.ts';

const DIAGRAM = loggedIn({
  summary:
    'The state diagram of a workflow (image/svg+xml); with `track` that of the version it is pinned to, its states marked',
  params: Type.Object({ id: Type.String() }),
  querystring: strict({
    track: Type.Optional(Type.String({ description: 'a track of this workflow that you may see' })),
  }),
  answers: [200, Type.String(), 'image/svg+xml'],
});

type Parts = Pick<Services, 'workflows' | 'pictures' | 'engine'>;

/**
 * Pictures of workflows. Nothing is laid out here: they were drawn when the workflow was written. A track that is absent,
 * hidden from the caller, or of another workflow is not found, all alike.
 */
export function diagramRoutes(app: Api, parts: Parts): void {
  app.get('/workflows/:id/diagram.svg', DIAGRAM, async (request, reply) => {
    const { version, states } = await wanted(
      parts,
      personOf(request),
      request.params.id,
      request.query.track,
    );
    const picture = parts.pictures(request.params.id, version);
    if (picture === undefined) throw new TypeError(`no picture of ${request.params.id} ${version}`);
    return reply
      .header('content-security-policy', picture.contentPolicy)
      .type('image/svg+xml; charset=utf-8')
      .send(states.length === 0 ? picture.svg : markStates(picture, states));
  });
}

/** Which version of the picture is asked for, and which of its states are to be marked. */
async function wanted(
  { workflows, engine }: Parts,
  person: Person,
  id: string,
  trackId: string | undefined,
): Promise<{ version: number; states: readonly string[] }> {
  const latest = workflows.latest(id);
  if (latest === undefined) throw new AppError('not_found');
  if (trackId === undefined) return { version: latest.version, states: [] };
  if (!isUuid(trackId)) throw new AppError('not_found');
  const track = await engine.viewTrack(person, trackId);
  if (track.workflow !== id) throw new AppError('not_found');
  return { version: track.workflowVersion, states: track.state };
}
