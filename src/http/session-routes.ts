import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { recordAudit } from '#src/store/audit.ts';
import { beginSession, endSession, hashToken, type Session } from '#src/store/sessions.ts';
import { type Api, loggedIn, open, POSSIBLE_WITH_BODY } from './api.ts';
import { sessionOf } from './caller.ts';
import { checkLogin } from './check-login.ts';
import type { Services } from './services.ts';
import { clearSessionCookie, readSessionToken, setSessionCookie } from './session-cookie.ts';
import { strict, text } from './strict.ts';
import { sessionView } from './view-schemas.ts';

const TOKEN_BYTES = 32;

const credentials = strict({
  username: text(100),
  password: text(200),
  totp: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })),
});

const IN = open({
  summary: 'Log in. Answers who you are and the token that commands carry; the session is a cookie.',
  body: credentials,
  answers: [200, sessionView],
  refusals: ['credentials_invalid'],
});

const OUT = loggedIn({ summary: 'Log out', answers: [204, null], refusals: POSSIBLE_WITH_BODY });

/** Who am I: log in, ask, log out. A new login never continues an old session. */
export function sessionRoutes(app: Api, services: Pick<Services, 'db' | 'vault' | 'config'>): void {
  const { db, config } = services;
  const check = checkLogin(services);

  app.post('/session', IN, async (request, reply) => {
    const person = await check({ ...request.body, source: request.ip });
    const earlier = readSessionToken(request, config.secureCookies);
    if (earlier !== null) await endSession(db, hashToken(earlier));
    const token = randomToken();
    const csrfToken = randomToken();
    await beginSession(db, { tokenHash: hashToken(token), csrfToken, personId: person.id });
    await recordAudit(db, { personId: person.id, action: 'POST /api/session', isAllowed: true, code: 'ok' });
    setSessionCookie(reply, config.secureCookies, token);
    return reply.send(toSessionView({ csrfToken, person }));
  });

  app.get('/session', loggedIn({ summary: 'Who you are', answers: [200, sessionView] }), async (request) =>
    toSessionView(sessionOf(request)),
  );

  app.delete('/session', OUT, async (request, reply) => {
    const session = sessionOf(request);
    await endSession(db, session.tokenHash);
    const action = 'DELETE /api/session';
    await recordAudit(db, { personId: session.person.id, action, isAllowed: true, code: 'ok' });
    return forgetEverything(reply, config.secureCookies);
  });
}

function toSessionView({ csrfToken, person }: Pick<Session, 'csrfToken' | 'person'>) {
  const { id, username, name, role, agency } = person;
  return { user: { id, username, name, role, agency }, csrfToken };
}

/** The next person at this browser finds nothing: no cookie, nothing the page kept. */
function forgetEverything(reply: FastifyReply, secureCookies: boolean): FastifyReply {
  clearSessionCookie(reply, secureCookies);
  return reply.header('clear-site-data', '"cache", "cookies", "storage"').code(204).send();
}

function randomToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}
