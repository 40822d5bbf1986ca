import { Type } from 'typebox';
import { AppError } from '#src/base/errors.ts';
import type { JsonObject } from '#src/base/json.ts';
import { deleteDraft, draftExpiry, type ListedDraft, listDrafts, readDraft } from '#src/store/drafts.ts';
import { type Api, command, ID_PARAMS, idOf, loggedIn } from './api.ts';
import { basisOf, personOf } from './caller.ts';
import { CURSOR_PARTS, limitOf, PAGE_QUERY, pageOf, readCursor, toPage } from './list-page.ts';
import { requireNoBody } from './require-no-body.ts';
import { draftOwner, saveDraft } from './save-draft.ts';
import type { Services } from './services.ts';
import { strict, uuid } from './strict.ts';
import { draftInList, draftView } from './view-schemas.ts';

const LIST = loggedIn({
  summary: 'Your drafts of the last 24 hours, last saved first, without their words',
  querystring: strict(PAGE_QUERY),
  answers: [200, pageOf(draftInList)],
});

const VIEW = loggedIn({
  summary: 'A draft of yours with its words; the ETag is what If-Match wants',
  params: ID_PARAMS,
  answers: [200, draftView],
});

const SAVE = command({
  summary: 'Save a draft under an id you drew. A new one needs no If-Match, every later save does',
  params: ID_PARAMS,
  body: strict({
    kind: Type.String({ pattern: '^[a-z][a-z-]{0,39}$', description: 'such as `call`, `event`, `track`' }),
    subject: Type.Optional(uuid()),
    content: Type.Unsafe<JsonObject>({ type: 'object' }),
  }),
  answers: [200, draftInList],
  refusals: ['version_stale', 'if_match_missing', 'too_many_drafts'],
});

const REMOVE = command({
  summary: 'Remove a draft of yours; done as well when there was none',
  params: ID_PARAMS,
  answers: [204, null],
});

/** What a person is still writing: sealed, her own, and gone a day after she last saved it. */
export function draftRoutes(app: Api, { db, vault }: Pick<Services, 'db' | 'vault'>): void {
  app.get('/drafts', LIST, async (request) => {
    const limit = limitOf(request.query);
    const cursor = readCursor(request.query, [CURSOR_PARTS.instant, CURSOR_PARTS.uuid]);
    const after = cursor && { savedAt: cursor[0] ?? '', id: cursor[1] ?? '' };
    const rows = await listDrafts(db, personOf(request).id, { after, limit: limit + 1 });
    return toPage(rows, limit, { item: toDraft, key: (row) => [row.savedAt, row.id] });
  });

  app.get('/drafts/:id', VIEW, async (request, reply) => {
    const key = { personId: personOf(request).id, id: idOf(request) };
    const draft = await readDraft(db, key);
    if (draft === null) throw new AppError('not_found');
    const content = JSON.parse(vault.openDraft(draftOwner(key), draft.sealed)) as JsonObject;
    return reply.header('etag', `"${draft.version}"`).send({ ...toDraft(draft), content });
  });

  app.put('/drafts/:id', SAVE, async (request, reply) => {
    const { person, idempotency } = basisOf(request);
    const { kind, subject = null, content } = request.body;
    const saved = await saveDraft(
      { db, vault },
      {
        ...{ personId: person.id, id: idOf(request), kind, subject, content },
        ...{ saveKey: idempotency.key, ifMatch: request.headers['if-match'] ?? null },
      },
    );
    return reply.header('etag', `"${saved.version}"`).send(toDraft(saved));
  });

  app.delete('/drafts/:id', REMOVE, async (request, reply) => {
    requireNoBody(request);
    await deleteDraft(db, { personId: personOf(request).id, id: idOf(request) });
    return reply.code(204).send();
  });
}

function toDraft({ id, kind, subject, version, savedAt }: ListedDraft) {
  return { id, kind, subject, version, savedAt, expiresAt: draftExpiry(savedAt) };
}
