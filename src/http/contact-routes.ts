import { Type } from 'typebox';
import { checkCall } from '#src/engine/check-call.ts';
import { type Api, ID_PARAMS, idOf, loggedIn } from './api.ts';
import { personOf } from './caller.ts';
import { bodyInvalid } from './input-problem.ts';
import type { Services } from './services.ts';
import { oneOf, strict } from './strict.ts';
import { callCheck, orNull } from './view-schemas.ts';
import { callAnswer } from './work-schema.ts';

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

const OF_CASE = loggedIn({
  summary: 'May she be called at this moment, and if not, when? null: you may not know how she is reached',
  params: ID_PARAMS,
  answers: [200, strict({ safeContact: orNull(callAnswer) })],
});

/** Reaching her: before there is a case, and on one. */
export function contactRoutes(app: Api, { db, engine }: Pick<Services, 'db' | 'engine'>): void {
  app.get('/cases/:id/contact', OF_CASE, async (request) => {
    const [person, caseId] = [personOf(request), idOf(request)];
    const view = await engine.viewCase(person, caseId);
    if (view.safeContact === undefined) return { safeContact: null };
    const { byCase } = await engine.callAnswers(person, [caseId]);
    return { safeContact: byCase.get(caseId) ?? null };
  });

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
