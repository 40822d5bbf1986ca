import { Type } from 'typebox';
import { type Api, loggedIn } from './api.ts';
import { personOf } from './caller.ts';
import { CURSOR_PARTS, limitOf, PAGE_QUERY, pageOf, readCursor, writeCursor } from './list-page.ts';
import type { Services } from './services.ts';
import { oneOf, strict, text } from './strict.ts';
import { workItem } from './work-schema.ts';

const LIST = loggedIn({
  summary:
    'Running tracks you hold or are asked to take (mine) or your agency handles (agency), what is due first first',
  querystring: strict({ box: oneOf('mine', 'agency'), workflow: Type.Optional(text(40)), ...PAGE_QUERY }),
  answers: [200, pageOf(workItem)],
});

/** The list everybody's day starts from. */
export function workRoutes(app: Api, { engine }: Pick<Services, 'engine'>): void {
  app.get('/work', LIST, async (request) => {
    const { box, workflow } = request.query;
    const cursor = readCursor(request.query, [
      CURSOR_PARTS.instantOrNone,
      CURSOR_PARTS.instant,
      CURSOR_PARTS.uuid,
    ]);
    const [dueAt = '', openedAt = '', trackId = ''] = cursor ?? [];
    const { items, next } = await engine.viewWork(personOf(request), {
      box,
      ...(workflow !== undefined && { workflow }),
      ...(cursor && { after: { dueAt: dueAt === '' ? null : dueAt, openedAt, trackId } }),
      limit: limitOf(request.query),
    });
    const nextCursor = next && writeCursor([next.dueAt ?? '', next.openedAt, next.trackId]);
    return { items: [...items], nextCursor };
  });
}
