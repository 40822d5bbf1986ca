import { Type } from 'typebox';
import { AppError } from '#src/base/errors.ts';
import { findHandedItems, findHandover, type Handover, listHandovers } from '#src/store/shift-handovers.ts';
import { type Api, command, ID_PARAMS, idOf, loggedIn, sendAnswer } from './api.ts';
import { basisOf, personOf } from './caller.ts';
import { acknowledge, handOver, type HandoverParts } from './hand-over.ts';
import { CURSOR_PARTS, limitOf, PAGE_QUERY, pageOf, readCursor, toPage } from './list-page.ts';
import { momentOf } from './moment-of.ts';
import { placesFor } from './owed-calls.ts';
import { requireNoBody } from './require-no-body.ts';
import { strict, text, uuid } from './strict.ts';
import { handoverInList, handoverView } from './desk-schemas.ts';

const LIST = loggedIn({
  summary: 'Shifts your desk handed over, newest first, and who took them',
  querystring: strict(PAGE_QUERY),
  answers: [200, pageOf(handoverInList)],
});

const VIEW = loggedIn({
  summary: 'A handed-over shift with its items, as far as you see their cases',
  params: ID_PARAMS,
  answers: [200, handoverView],
});

const HAND_OVER = command({
  summary: 'Hand your shift over as the list stands now; `to` a colleague, or whoever comes',
  body: strict({ to: Type.Optional(uuid()), until: Type.Optional(text(40)) }),
  answers: [201, handoverInList],
  refusals: ['role_not_allowed', 'payload_invalid'],
});

const ACKNOWLEDGE = command({
  summary: 'Take a shift over; taken already, it stays with who took it first',
  params: ID_PARAMS,
  answers: [200, handoverInList],
  refusals: ['guard_refused'],
});

/** 交接班: who handed over what to whom, and who took it. */
export function handoverRoutes(app: Api, services: HandoverParts): void {
  const { db } = services;
  app.get('/shift/handovers', LIST, async (request) => {
    const person = personOf(request);
    const limit = limitOf(request.query);
    const cursor = readCursor(request.query, [CURSOR_PARTS.instant, CURSOR_PARTS.uuid]);
    if (placesFor(services, person).length === 0) return { items: [], nextCursor: null };
    const after = cursor === null ? undefined : { handedAt: cursor[0] ?? '', id: cursor[1] ?? '' };
    const rows = await listHandovers(db, person.agency, { after, limit: limit + 1 });
    return toPage(rows, limit, { item: (row: Handover) => row, key: (row) => [row.handedAt, row.id] });
  });

  app.get('/shift/handovers/:id', VIEW, async (request) => {
    const person = personOf(request);
    const isAtDesk = placesFor(services, person).length > 0;
    const found = isAtDesk ? await findHandover(db, person.agency, idOf(request)) : null;
    if (found === null) throw new AppError('not_found');
    return { ...found, items: await findHandedItems(db, person, found.id) };
  });

  app.post('/shift/handovers', HAND_OVER, async (request, reply) => {
    const { to = null, until } = request.body;
    const sent = { to, until: momentOf('until', until) };
    return sendAnswer(reply, await handOver(services, basisOf(request), sent));
  });

  app.post('/shift/handovers/:id/acknowledge', ACKNOWLEDGE, async (request, reply) => {
    requireNoBody(request);
    return sendAnswer(reply, await acknowledge(services, basisOf(request), idOf(request)));
  });
}
