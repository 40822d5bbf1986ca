import { Type } from 'typebox';
import { readNow } from '#src/store/clock.ts';
import { type Api, loggedIn } from './api.ts';
import type { Services } from './services.ts';
import { strict } from './strict.ts';

const READ = loggedIn({
  summary: 'Now, as every period is counted here; a page shows what is left by it, not by its own clock',
  answers: [200, strict({ now: Type.String({ description: 'RFC 3339 with +08:00' }) })],
});

/** What time it is for the product, in demo mode or not. */
export function clockRoutes(app: Api, { db }: Pick<Services, 'db'>): void {
  app.get('/clock', READ, async () => ({ now: await readNow(db) }));
}
