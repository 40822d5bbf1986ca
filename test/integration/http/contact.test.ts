import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, logIn, MINIMAL_CASE, type TestApp, testApp } from '#test/support/test-app.ts';

let served: TestApp;
let operator: Browser;
beforeAll(async () => {
  served = await testApp();
  operator = await logIn(served.app, 'operator1');
});
afterAll(() => served[Symbol.asyncDispose]());

test.each([
  ['nothing she said', '', 'ask', '没有问过'],
  ['that she may be called', '?okToCall=true', 'yes', '同意来电'],
  ['that she may not', '?okToCall=false&canTalkNow=true', 'no', '不要打电话'],
  ['that she cannot talk', '?canTalkNow=false', 'ask', '不便说话'],
  ['that her phone is in his hands', '?okToCall=true&phoneControlled=true', 'no', '他人手里'],
  ['hours without an end', '?okToCall=true&from=00:00&to=00:00', 'ask', '起止相同'],
])('after %s the screen says what the case would say', async (_, query, now, why) => {
  const answer = (await operator.get(`/api/contact/check${query}`)).json();
  expect([answer.now, answer.opensAt]).toEqual([now, null]);
  expect(answer.why.zh).toContain(why);
});

test('outside her hours it says when they begin', async () => {
  const { now } = (await operator.get('/api/demo/clock')).json();
  const hour = Number(now.slice(11, 13));
  const clock = (hours: number) => `${String((hour + hours) % 24).padStart(2, '0')}:00`;
  const later = (await operator.get(`/api/contact/check?from=${clock(2)}&to=${clock(4)}`)).json();
  expect([later.now, later.opensAt.slice(11, 16)]).toEqual(['no', clock(2)]);
  const within = (await operator.get(`/api/contact/check?from=${clock(23)}&to=${clock(2)}`)).json();
  expect([within.now, within.opensAt]).toEqual(['yes', null]);
});

test.each(['?okToCall=maybe', '?from=25:00&to=26:00', '?from=10:00', '?to=10:00', '?phone=13900001234'])(
  '%s is refused',
  async (query) => {
    const answer = await operator.get(`/api/contact/check${query}`);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'body_invalid']);
  },
);

test('on a case the answer is what the case’s own words say, and nobody else learns it', async () => {
  const opened = await operator.send({
    url: '/api/cases',
    body: { ...MINIMAL_CASE, safeContact: { canTalkNow: true, okToCall: false } },
  });
  const { id } = opened.json();
  const asked = async (who: Browser) => (await who.get(`/api/cases/${id}/contact`)).json();
  const answer = await asked(operator);
  expect([answer.safeContact.now, answer.safeContact.window]).toEqual(['no', null]);
  expect((await asked(await logIn(served.app, 'auditor1'))).safeContact ?? null).toBe(null);
  const stranger = await (await logIn(served.app, 'shelter1')).get(`/api/cases/${id}/contact`);
  expect([stranger.statusCode, stranger.json().code]).toEqual([404, 'not_found']);
});
