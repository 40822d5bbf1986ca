import { Type } from 'typebox';
import type { HandoffView } from '#src/engine/views.ts';
import { type ListedHandoff, listHandoffs } from '#src/store/list-handoffs.ts';
import { WORKING_ROLES } from '#src/workflow/working-roles.ts';
import { type Api, command, ID_PARAMS, idOf, loggedIn, sendAnswer } from './api.ts';
import { basisOf, personOf } from './caller.ts';
import { CURSOR_PARTS, limitOf, PAGE_QUERY, pageOf, readCursor, toPage } from './list-page.ts';
import { requireNoBody } from './require-no-body.ts';
import type { HandoffStates, Services } from './services.ts';
import { oneOf, strict, text, uuid } from './strict.ts';
import { handoffView } from './view-schemas.ts';

/** Where an offer is until it has reached its receiver: an in-box does not show it. */
const UNDELIVERED_STATES: readonly string[] = ['offered.sending'];

const STATUS = oneOf('offered', 'accepted', 'declined', 'recalled', 'expired');

const OFFER = command({
  summary: 'Offer a case, a track or a notice to another agency; the case stays with you until it accepts',
  params: ID_PARAMS,
  body: strict({
    kind: oneOf('referral', 'transfer', 'notice'),
    toAgency: uuid(),
    trackId: Type.Optional(uuid()),
    purpose: text(2000),
    basis: text(200),
    fields: Type.Array(text(100), { maxItems: 50 }),
  }),
  answers: [201, handoffView],
  refusals: ['role_not_allowed', 'guard_refused', 'payload_invalid'],
});

const LIST = loggedIn({
  summary: 'Handoffs to your agency (in) or from it (out), newest first',
  querystring: strict({ box: oneOf('in', 'out'), status: Type.Optional(STATUS), ...PAGE_QUERY }),
  answers: [200, pageOf(handoffView)],
});

const ANSWER = {
  params: ID_PARAMS,
  answers: [200, handoffView],
  refusals: ['role_not_allowed', 'event_not_in_state', 'guard_refused'],
} as const;

const ACCEPT = command({ summary: 'Accept: from now on it is yours', ...ANSWER });
const RECALL = command({ summary: 'Take an offer back that nobody has answered', ...ANSWER });
const DECLINE = command({
  summary: 'Decline: it stays with the sender',
  ...ANSWER,
  // A code of the workflow, or words of one's own.
  body: strict({ reason: text(1000) }),
  refusals: [...ANSWER.refusals, 'payload_invalid'],
});

/** Work going from one agency to another. */
export function handoffRoutes(app: Api, { engine, db, handoffs }: Services): void {
  app.post('/cases/:id/handoffs', OFFER, async (request, reply) => {
    const command = { ...basisOf(request), caseId: idOf(request), body: request.body };
    return sendAnswer(reply, await engine.offerHandoff(command));
  });

  app.get('/handoffs', LIST, async (request) => {
    const { box, status } = request.query;
    const person = personOf(request);
    const limit = limitOf(request.query);
    const cursor = readCursor(request.query, [CURSOR_PARTS.instant, CURSOR_PARTS.uuid]);
    // Those who do no casework have no boxes: the administrator keeps accounts, the auditor looks at cases.
    if (!WORKING_ROLES.includes(person.role)) return { items: [], nextCursor: null };
    const rows = await listHandoffs(db, person, {
      box,
      ...(status && { states: handoffs.statesOf(status) }),
      undeliveredStates: UNDELIVERED_STATES,
      ...(cursor && { after: { offeredAt: cursor[0] ?? '', id: cursor[1] ?? '' } }),
      limit: limit + 1,
    });
    const item = (row: ListedHandoff) => toHandoff(handoffs, row);
    return toPage(rows, limit, { item, key: (row) => [row.offeredAt, row.id] });
  });

  app.post('/handoffs/:id/accept', ACCEPT, async (request, reply) => {
    requireNoBody(request);
    const command = { ...basisOf(request), handoffId: idOf(request), answer: 'accept' as const };
    return sendAnswer(reply, await engine.answerHandoff(command));
  });

  app.post('/handoffs/:id/recall', RECALL, async (request, reply) => {
    requireNoBody(request);
    const command = { ...basisOf(request), handoffId: idOf(request), answer: 'recall' as const };
    return sendAnswer(reply, await engine.answerHandoff(command));
  });

  app.post('/handoffs/:id/decline', DECLINE, async (request, reply) => {
    const { reason } = request.body;
    const command = { ...basisOf(request), handoffId: idOf(request), answer: 'decline' as const, reason };
    return sendAnswer(reply, await engine.answerHandoff(command));
  });
}

function toHandoff(states: HandoffStates, { state, ownerAgency, ...row }: ListedHandoff): HandoffView {
  const status = states.statusOf(state);
  // Who does not see the case knows its owner from the handoff only: who sent it, or who took it over.
  const knownOwner = row.kind === 'transfer' && status === 'accepted' ? row.to : row.from;
  return { ...row, status, ownerAgency: ownerAgency ?? knownOwner };
}
