import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasBrowser } from '#test/support/browser.ts';
import { startConsole, type TestConsole } from '#test/support/console.ts';
import type { LoadClient } from '#test/support/load-client.ts';
import { engageLawyer, type Matter, record } from './matter.ts';

const PHONE = { width: 360, height: 740 };
const NOTES = '单独通话，已说明权利。';

describe.runIf(hasBrowser())('a session in trouble: nothing typed is lost', { timeout: 120_000 }, () => {
  let console: TestConsole;
  let manager: LoadClient;
  let lawyer: LoadClient;
  let matter: Matter;
  let page: Page;
  beforeAll(async () => {
    console = await startConsole();
  }, 120_000);
  afterAll(() => console?.[Symbol.asyncDispose]());
  beforeEach(async () => {
    manager = await console.client('manager1');
    lawyer = await console.client('lawyer1');
    matter = await engageLawyer(manager, lawyer);
    page = await console.open('lawyer1', `/consultations/${matter.trackId}/session`, PHONE);
    await fillIn(page);
  }, 60_000);

  const send = () => page.getByRole('button', { name: '保存会谈记录' });
  const saved = () => page.getByText('已保存：会谈记录。');
  const sessions = async (): Promise<number> => {
    const { context } = await lawyer.read<{ context: { sessions: number } }>(`/tracks/${matter.trackId}`);
    return context.sessions;
  };

  it('a reload brings everything back, the time it happened too', async () => {
    await page.getByText('草稿已保存').waitFor();
    await page.reload();
    await page.locator('.session-form').waitFor();
    expect(await page.getByRole('radio', { name: '电话' }).isChecked()).toBe(true);
    await page.getByText('补充：时长、笔记').click();
    expect(await page.locator('textarea').inputValue()).toBe(NOTES);
  });

  it('another window was first: it says so, keeps what was typed, and the second attempt is recorded', async () => {
    await page.route('**/api/tracks/*', (route) =>
      route.request().method() === 'GET' ? route.abort() : route.continue(),
    );
    await record(lawyer, matter.trackId, 'session.held', { channel: 'video' });
    await send().click();
    await page.getByText('您填写的内容还在').first().waitFor();
    expect(await page.locator('textarea').inputValue()).toBe(NOTES);
    await page.unroute('**/api/tracks/*');
    await page.evaluate('window.dispatchEvent(new Event("visibilitychange"))');
    await expect
      .poll(
        async () => {
          if (!(await saved().isVisible()))
            await send()
              .click({ timeout: 2_000 })
              .catch(() => undefined);
          return saved().isVisible();
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    expect(await sessions()).toBe(2);
  });

  it('an answer that was lost is not sent twice', async () => {
    await page.route('**/api/tracks/*/events', async (route) => {
      await route.fetch().catch(() => undefined);
      await route.abort();
    });
    await send().click();
    await page.getByText('连不上服务器。您填写的内容还在这里').waitFor({ timeout: 60_000 });
    expect(await page.locator('textarea').inputValue()).toBe(NOTES);
    await page.unroute('**/api/tracks/*/events');
    await send().click();
    await saved().waitFor();
    expect(await sessions()).toBe(1);
  });

  it('an ended session asks for the login in place, and the same press is recorded after it', async () => {
    await page.context().clearCookies();
    await send().click();
    await page.locator('dialog').getByText('登录已过期').waitFor();
    await page.locator('dialog input[type=password]').fill('haolin-demo');
    await page.locator('dialog button[type=submit]').click();
    await saved().waitFor();
    expect(await sessions()).toBe(1);
  });
});

async function fillIn(page: Page): Promise<void> {
  const form = page.locator('.session-form');
  await form.getByRole('radio', { name: '电话' }).click();
  await form.getByRole('radio', { name: '先作安全安排' }).click();
  await form.getByRole('radio', { name: '等她决定' }).click();
  await form.getByRole('button', { name: '明天' }).click();
  await page.getByText('补充：时长、笔记').click();
  await page.locator('textarea').fill(NOTES);
}
