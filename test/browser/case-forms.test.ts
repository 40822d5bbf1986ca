import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasBrowser } from '#test/support/browser.ts';
import { startConsole, type TestConsole } from '#test/support/console.ts';
import { type CaseDesk, countOf, openDesk, record, typeEvidence } from './case-desk.ts';

const WORDS = '门诊病历：右臂挫伤，医生已拍照。';

describe.runIf(hasBrowser())('a form on the page of a case', { timeout: 90_000 }, () => {
  let console: TestConsole;
  let desk: CaseDesk;
  let page: Page;
  beforeAll(async () => {
    console = await startConsole();
  });
  afterAll(() => console?.[Symbol.asyncDispose]());
  beforeEach(async () => {
    desk = await openDesk(console);
    page = await console.open('manager1', `/cases/${desk.caseId}/tracks/${desk.orderId}`);
  });

  afterEach(() => page?.context().close());

  const about = () => page.getByLabel('证明内容');
  const confirm = () => page.getByRole('button', { name: /^确认：/ });
  const evidence = () => countOf(desk, desk.orderId, 'evidence.added');

  it('is opened with one click, says what is missing in words, and is recorded', async () => {
    await page.getByRole('button', { name: '提交申请' }).click();
    await confirm().click();
    await page.getByText('有 3 处需要填写或者修改').waitFor();
    expect(await page.getByText('请至少选择 1 项').isVisible()).toBe(true);
    await page.getByLabel('申请人居住地', { exact: true }).check();
    await page.getByLabel('书面', { exact: true }).check();
    await page.getByLabel('禁止实施家庭暴力', { exact: true }).check();
    await page.getByText('需要填写或者修改').waitFor({ state: 'detached' });
    await confirm().click();
    await page.getByText('已记录：提交申请').waitFor();
    await page.locator('.state-now', { hasText: '已提交' }).waitFor();
    expect(await countOf(desk, desk.orderId, 'application.filed')).toBe(1);
  });

  it('a time that lies ahead is refused before it is sent', async () => {
    await typeEvidence(page, WORDS);
    await page.getByRole('button', { name: '改为其他时间' }).click();
    await page.getByLabel('发生时间').fill('2090-01-01T08:00');
    await confirm().click();
    await page.getByText('不得晚于现在').waitFor();
    await page.getByRole('button', { name: '就是现在' }).click();
    await confirm().click();
    await page.getByText('已记录：补充证据').waitFor();
  });

  it('in two windows: who comes second sees what is new, has lost nothing, and sends it again', async () => {
    await typeEvidence(page, WORDS);
    // This window hears of nothing, so that it comes with the version it has seen.
    await page.route('**/api/tracks/*', (route) =>
      route.request().method() === 'GET' ? route.abort() : route.continue(),
    );
    await record(desk.manager, desk.orderId, 'evidence.added', { kind: 'recordings' });
    await confirm().click();
    await page.getByText('您填写的内容还在').first().waitFor();
    expect(await about().inputValue()).toBe(WORDS);
    await page.unroute('**/api/tracks/*');
    await page.evaluate('window.dispatchEvent(new Event("visibilitychange"))');
    await page.getByText('这个环节有了新的进展').waitFor();
    await confirm().click();
    await page.getByText('已记录：补充证据').waitFor();
    expect(await evidence()).toBe(2);
  });

  it('a server that goes away in the middle takes nothing with it, and nothing is recorded twice', async () => {
    await typeEvidence(page, WORDS);
    await page.getByText('草稿已保存').waitFor();
    await console.stop();
    await confirm().click();
    await page.getByText('连不上服务器。您填写的内容还在这里').waitFor({ timeout: 60_000 });
    expect(await about().inputValue()).toBe(WORDS);
    await console.restart();
    await confirm().click();
    await page.getByText('已记录：补充证据').waitFor({ timeout: 60_000 });
    desk = { ...desk, manager: await console.client('manager1') };
    expect(await evidence()).toBe(1);
  });

  it('an answer that was lost on its way is not taken for a refusal: the same act is sent, and done once', async () => {
    await typeEvidence(page, WORDS);
    await page.route('**/api/tracks/*/events', async (route) => {
      await route.fetch().catch(() => undefined);
      await route.abort();
    });
    await confirm().click();
    await page.getByText('连不上服务器。您填写的内容还在这里').waitFor({ timeout: 60_000 });
    await page.unroute('**/api/tracks/*/events');
    await confirm().click();
    await page.getByText('已记录：补充证据').waitFor();
    expect(await evidence()).toBe(1);
  });

  it('an act that is still under way there is followed by the same act, never by a second one', async () => {
    await typeEvidence(page, WORDS);
    const keys = await answerBusyOnce(page);
    await confirm().click();
    await page.getByText('已记录：补充证据').waitFor();
    expect(new Set(keys).size).toBe(1);
    expect(await evidence()).toBe(1);
  });

  it('a session that has ended is asked for in place, and what was sent goes on by itself', async () => {
    await typeEvidence(page, WORDS);
    await page.getByText('草稿已保存').waitFor();
    await page.context().clearCookies();
    await confirm().click();
    await page.getByRole('dialog').getByText('登录已过期').waitFor();
    expect(await about().inputValue()).toBe(WORDS);
    await page.getByLabel('密码').fill('haolin-demo');
    await page.getByRole('dialog').getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('已记录：补充证据').waitFor();
    expect(await evidence()).toBe(1);
  });

  it('a reload brings back what was typed, and says so; what was sent does not come back', async () => {
    await typeEvidence(page, WORDS);
    await page.getByText('草稿已保存').waitFor();
    await page.reload();
    await page.getByText('已恢复您之前没有提交的内容').waitFor();
    expect(await about().inputValue()).toBe(WORDS);
    expect(await page.getByLabel('证据种类').inputValue()).toBe('medical');
    await confirm().click();
    await page.getByText('已记录：补充证据').waitFor();
    await page.getByRole('button', { name: '补充证据' }).click();
    await page.getByLabel('证据种类').waitFor();
    expect(await page.getByText('已恢复您之前没有提交的内容').count()).toBe(0);
  });

  it('what the server finds wrong stands at its field', async () => {
    await page.route('**/api/tracks/*/events', (route) =>
      route.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        json: {
          status: 422,
          code: 'payload_invalid',
          title: '内容不符合要求',
          errors: [{ pointer: '/about', message: '过长或者过多' }],
        },
      }),
    );
    await typeEvidence(page, WORDS);
    await confirm().click();
    const field = page.locator('.field', { has: about() });
    await field.getByText('过长或者过多').waitFor();
    expect(await about().getAttribute('aria-invalid')).toBe('true');
    await about().fill('病历');
    await field.getByText('过长或者过多').waitFor({ state: 'detached' });
  });
});

/** The first event is heard, and answered as if it were still under way; gives the keys that were used. */
async function answerBusyOnce(page: Page): Promise<readonly (string | undefined)[]> {
  const keys: (string | undefined)[] = [];
  await page.route('**/api/tracks/*/events', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length > 1) return route.fallback();
    await route.fetch();
    const body = JSON.stringify({ status: 409, code: 'key_in_flight', title: 'busy' });
    return route.fulfill({ status: 409, contentType: 'application/problem+json', body });
  });
  return keys;
}
