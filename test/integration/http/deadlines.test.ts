import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { RULES } from '#src/base/rules.ts';
import { addMs } from '#src/base/instant.ts';
import { latestEnd, daysAfter } from '#workflows/protection-order/validity.ts';
import { readProductNow } from '#src/store/product-clock.ts';
import { type Browser, logIn, MINIMAL_CASE, type TestApp, testApp } from '#test/support/test-app.ts';
import { GOLDEN_PERIODS } from '#test/unit/calendar/golden-periods.ts';

let served: TestApp;
let manager: Browser;
let caseId: string;
beforeAll(async () => {
  served = await testApp();
  manager = await logIn(served.app, 'manager1');
});
afterAll(() => served[Symbol.asyncDispose]());
beforeEach(async () => {
  const operator = await logIn(served.app, 'operator1');
  caseId = (await operator.send({ url: '/api/cases', body: MINIMAL_CASE })).json().id;
});

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL('../../../scripts/deadline.ts', import.meta.url));

async function printed(rule: string, start: string, excludedDays: number): Promise<unknown> {
  const args = [SCRIPT, rule, start, '--excluded-days', String(excludedDays)];
  return JSON.parse((await run(process.execPath, args, { timeout: 30_000 })).stdout);
}

test('every golden period comes out exactly, and the command line prints what the route answers', {
  timeout: 120_000,
}, async () => {
  const rows = [
    ...GOLDEN_PERIODS,
    {
      rule: 'P9',
      start: '2025-12-31',
      excludedDays: 0,
      safeDue: '2026-01-30T24:00',
      legalDue: '2026-01-30T24:00',
    },
  ];
  // Two at a time: each starts a process.
  for (let index = 0; index < rows.length; index += 2) {
    const pair = rows
      .slice(index, index + 2)
      .map(async ({ rule, start, excludedDays, safeDue, legalDue }) => {
        const answer = await manager.send({
          url: '/api/deadlines/compute',
          body: { rule, start, excludedDays },
        });
        expect(answer.json()).toMatchObject({ safeDue, legalDue });
        expect(await printed(rule, start, excludedDays)).toEqual(answer.json());
      });
    await Promise.all(pair);
  }
});

test('every rule with a number is computed, and every row says all of itself', async () => {
  const codes: string[] = [];
  for (let cursor = ''; ; ) {
    const page = (await manager.get(`/api/rules?limit=100${cursor}`)).json();
    codes.push(...page.items.map(({ code }: { code: string }) => code));
    for (const { code, ...row } of page.items) {
      expect(Object.keys(row), code).toEqual(
        expect.arrayContaining([
          'consequence',
          'succeeds',
          'excludes',
          'mayTighten',
          'isVerified',
          'inForce',
        ]),
      );
    }
    if (page.nextCursor === null) break;
    cursor = `&cursor=${page.nextCursor}`;
  }
  expect(codes).toEqual(RULES.map(({ code }) => code));
  for (const { code, amount } of RULES) {
    const body = { rule: code, start: '2026-03-02T10:20' };
    const answer = await manager.send({ url: '/api/deadlines/compute', body });
    expect([code, answer.statusCode]).toEqual([code, amount === null ? 422 : 200]);
  }
});

async function sent(trackId: string, type: string, payload: object, occurredAt?: string) {
  const { version } = (await manager.get(`/api/tracks/${trackId}`)).json();
  const body = { type, payload, ...(occurredAt !== undefined && { occurredAt }) };
  const headers = { 'if-match': `"${version}"` };
  return manager.send({ url: `/api/tracks/${trackId}/events`, body, headers });
}

async function acceptedApplication(): Promise<string> {
  const opened = await manager.send({
    url: `/api/cases/${caseId}/tracks`,
    body: {
      workflow: 'protection-order',
      input: {
        ...{ relation: 'spouse', basis: 'violence' },
        applicants: [{ id: 'a1', name: '林晓月' }],
        respondents: [{ id: 'r1', name: '魏大勇' }],
      },
    },
  });
  const { id } = opened.json();
  const filing = { court: 'applicant_residence', mode: 'online', measures: ['no_violence'] };
  expect((await sent(id, 'application.filed', filing)).statusCode).toBe(200);
  return id;
}

function grant(madeOn: string, to: string) {
  const units = [
    { id: 'police1', kind: 'police_station', district: 'own' },
    { id: 'village1', kind: 'committee', district: 'own' },
  ];
  return { madeOn, to, measures: [{ id: 'm1', code: 'no_violence' }], units };
}

test('an order whose printed end is later than six months is refused by C5, to the day', async () => {
  const order = await acceptedApplication();
  const now = await readProductNow(served.world.deps.pool);
  expect((await sent(order, 'application.accepted', { urgent: false }, now)).statusCode).toBe(200);
  const madeOn = now.slice(0, 10);
  const late = await sent(order, 'order.granted', grant(madeOn, daysAfter(latestEnd(madeOn), 1)), now);
  expect([late.statusCode, late.json().code]).toEqual([409, 'guard_refused']);
  expect(late.json().because).toMatchObject([
    { code: 'atMostSixMonths', text: expect.stringContaining('C5') },
  ]);
  expect((await sent(order, 'order.granted', grant(madeOn, latestEnd(madeOn)), now)).statusCode).toBe(200);
});

test('an anchor in the future is refused, and the refusal names the rules that would be counted from it', async () => {
  const order = await acceptedApplication();
  const now = await readProductNow(served.world.deps.pool);
  for (const [urgent, rule] of [
    [false, 'C2'],
    [true, 'C3'],
  ] as const) {
    const ahead = await sent(order, 'application.accepted', { urgent }, addMs(now, 3_600_000));
    expect([ahead.statusCode, ahead.json().code]).toEqual([422, 'occurred_at_invalid']);
    expect(ahead.json().errors).toEqual([
      {
        pointer: '/occurredAt',
        message: expect.stringMatching(new RegExp(`^不得晚于现在：.*\\b${rule}\\b.*自此起算$`)),
      },
    ]);
  }
});

test('so is one inside the payload, and one that opens a track', async () => {
  const now = await readProductNow(served.world.deps.pool);
  const receivedAt = addMs(now, 86_400_000);
  const opened = await manager.send({
    url: `/api/cases/${caseId}/tracks`,
    body: { workflow: 'petition', input: { body: 'federation', channel: 'visit', receivedAt } },
  });
  expect(opened.json()).toMatchObject({
    status: 422,
    errors: [{ pointer: '/receivedAt', message: expect.stringContaining('X2') }],
  });
});

test('a time ahead from which nothing is counted is refused without naming a rule', async () => {
  const order = await acceptedApplication();
  const ahead = addMs(await readProductNow(served.world.deps.pool), 3_600_000);
  const added = await sent(order, 'evidence.added', { kind: 'medical' }, ahead);
  expect(added.json().errors).toEqual([{ pointer: '/occurredAt', message: '不得晚于现在' }]);
  // What the state does not know at all is refused for its time, and plans nothing.
  const absent = await sent(
    order,
    'document.served',
    { to: 'a1', method: 'in_person', addressHidden: true },
    ahead,
  );
  expect(absent.json().errors).toEqual([{ pointer: '/occurredAt', message: '不得晚于现在' }]);
});
