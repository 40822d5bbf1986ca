import { Type } from 'typebox';
import { ROLES } from '#src/base/roles.ts';
import { type AgencyEntry, listAgencies } from '#src/store/agencies.ts';
import { listPeople, type PersonEntry } from '#src/store/people.ts';
import { type Api, loggedIn } from './api.ts';
import { CURSOR_PARTS, limitOf, PAGE_QUERY, pageOf, readCursor, toPage } from './list-page.ts';
import type { Services } from './services.ts';
import { oneOf, strict, uuid } from './strict.ts';
import { agencyView, personView } from './view-schemas.ts';

const AGENCIES = loggedIn({
  summary: 'Agencies: where handoffs can go',
  querystring: strict(PAGE_QUERY),
  answers: [200, pageOf(agencyView)],
});

const PEOPLE = loggedIn({
  summary: 'People who work here: whom something can be assigned to',
  querystring: strict({ role: Type.Optional(oneOf(...ROLES)), agency: Type.Optional(uuid()), ...PAGE_QUERY }),
  answers: [200, pageOf(personView)],
});

/** Where ids for handoffs and assignment come from. Who may log in under which name is not in it. */
export function directoryRoutes(app: Api, { db }: Pick<Services, 'db'>): void {
  app.get('/agencies', AGENCIES, async (request) => {
    const limit = limitOf(request.query);
    const cursor = readCursor(request.query, [CURSOR_PARTS.uuid]);
    const rows = await listAgencies(db, { ...(cursor && { after: cursor[0] ?? '' }), limit: limit + 1 });
    return toPage(rows, limit, { item: (row: AgencyEntry) => row, key: (row) => [row.id] });
  });

  app.get('/people', PEOPLE, async (request) => {
    const { role, agency } = request.query;
    const limit = limitOf(request.query);
    const cursor = readCursor(request.query, [CURSOR_PARTS.uuid]);
    const rows = await listPeople(db, {
      ...(role && { role }),
      ...(agency && { agency }),
      ...(cursor && { after: cursor[0] ?? '' }),
      limit: limit + 1,
    });
    return toPage(rows, limit, { item: (row: PersonEntry) => row, key: (row) => [row.id] });
  });
}
