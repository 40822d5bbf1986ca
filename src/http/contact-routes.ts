import { Type } from 'typebox';
import { checkCall } from '#src/engine/check-call.ts';
import { type Api, loggedIn } from './api.ts';
import { bodyInvalid } from './input-problem.ts';
import type { Services } from './services.ts';
import { oneOf, strict } from './strict.ts';
import { callCheck } from './view-schemas.ts';

const said = () => Type.Optional(oneOf('true', 'false'));
const clockTime = () => Type.Optional(Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' }));

const CHECK = loggedIn({
  summary:
    'May she be called back, as far as she said? For a call that ended before it was a case; codes only',
  querystring: strict({
    ...{ canTalkNow: said(), okToCall: said(), phoneControlled: said(), from: clockTime(), to: clockTime() },
  }),
  answers: [200, callCheck],
});

/** Reaching somebody of whom there is no case yet. */
export function contactRoutes(app: Api, { db }: Pick<Services, 'db'>): void {
  app.get('/contact/check', CHECK, async (request) => {
    const { canTalkNow, okToCall, phoneControlled, from, to } = request.query;
    if ((from === undefined) !== (to === undefined)) {
      throw bodyInvalid(from === undefined ? '/from' : '/to', 'required');
    }
    const { now, why, opensAt } = await checkCall(db, {
      ...flag('canTalkNow', canTalkNow),
      ...flag('okToCall', okToCall),
      ...flag('phoneControlled', phoneControlled),
      ...(from !== undefined && to !== undefined && { window: { from, to } }),
    });
    return { now, why, opensAt };
  });
}

function flag(key: string, text: 'true' | 'false' | undefined): Record<string, boolean> {
  return text === undefined ? {} : { [key]: text === 'true' };
}
