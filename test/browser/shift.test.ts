import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '#test/support/browser.ts';
import { countCosts } from '#test/support/budget.ts';
import { startConsole, type TestConsole } from '#test/support/console.ts';
import { type LoadClient, settle } from '#test/support/load-client.ts';
import { promiseCall, type Waiting } from './call-desk.ts';

type Handover = { readonly id: string; readonly acknowledgedBy: { readonly name: string } | null };

describe.runIf(hasBrowser())('the end of a shift', { timeout: 90_000 }, () => {
  let console: TestConsole;
  let desk: LoadClient;
  let page: Page;
  let waiting: Waiting;
  beforeAll(async () => {
    console = await startConsole();
    desk = await console.client('operator1');
    waiting = await promiseCall(desk);
  }, 120_000);
  afterAll(() => console?.[Symbol.asyncDispose]());
  afterEach(() => page?.context().close());

  const handovers = async (): Promise<readonly Handover[]> =>
    (await desk.read<{ items: Handover[] }>('/shift/handovers')).items;
  const give = () => page.getByRole('button', { name: /^交班（\d+ 项）$/ });
  const take = () => page.getByRole('button', { name: '接班', exact: true });
  const handOver = async (): Promise<void> => {
    await settle(desk, desk.prepare('/shift/handovers', {}));
  };

  it('shows what is open by kind, without a name, and each leads to where it is worked', async () => {
    page = await console.open('operator1', '/shift');
    await page.getByRole('heading', { name: /等电话的人/ }).waitFor();
    await page.getByRole('heading', { name: /没有承办人的个案/ }).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/宁小雨|1390000/);
    await page.getByRole('link', { name: waiting.number }).first().click();
    await page.waitForURL(`**/callbacks?call=${waiting.trackId}`);
  });

  it('is handed over with one press, and taken with one press by whoever comes', async () => {
    page = await console.open('operator1', '/shift');
    await page.getByRole('heading', { name: /等电话的人/ }).waitFor();
    const giving = await countCosts(page);
    await give().click();
    await page.getByText(/已交班，共 \d+ 项/).waitFor();
    expect(await giving.presses()).toBe(1);
    expect(await giving.emptyRequired()).toBe(0);
    await page.getByText('您交的班还没有人接').waitFor();
    await page.context().close();
    page = await console.open('operator2', '/shift');
    await take().waitFor();
    const taking = await countCosts(page);
    await take().click();
    await page.getByText(/苏念青 于 .* 接班/).waitFor();
    expect(await taking.presses()).toBe(1);
    expect((await handovers())[0]?.acknowledgedBy?.name).toBe('苏念青');
  });

  it('is done by keyboard alone, to a colleague by name', async () => {
    page = await console.open('operator1', '/shift');
    await page.getByRole('heading', { name: /等电话的人/ }).waitFor();
    await page.getByLabel('交给').locator('option').nth(1).waitFor({ state: 'attached' });
    await page.getByLabel('交给').focus();
    await page.keyboard.press('ArrowDown');
    const name = await page.getByLabel('交给').locator('option:checked').textContent();
    expect(name).toMatch(/苏念青|方静澜|邵文岚/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(/已交班，共 \d+ 项/).waitFor();
    await page.getByText(`交给${name}`).waitFor();
  });

  it('two take it at once: it stays with the first, and both see with whom', async () => {
    await handOver();
    page = await console.open('operator2', '/shift');
    await take().waitFor();
    await page.route('**/api/shift/handovers?*', (route) => route.abort());
    const supervisor = await console.client('supervisor1');
    const [last] = await handovers();
    await settle(supervisor, supervisor.prepare(`/shift/handovers/${last?.id}/acknowledge`, {}));
    await page.unroute('**/api/shift/handovers?*');
    await take()
      .click({ timeout: 5_000 })
      .catch(() => undefined);
    await page
      .getByText(/邵文岚 于 .* 接班/)
      .first()
      .waitFor();
    expect((await handovers())[0]?.acknowledgedBy?.name).toBe('邵文岚');
  });

  it('a lost network hands over once, and says what to do until then', async () => {
    page = await console.open('operator1', '/shift');
    await page.getByRole('heading', { name: /等电话的人/ }).waitFor();
    const before = (await handovers()).length;
    await page.route('**/api/shift/handovers', async (route) => {
      await route.fetch().catch(() => undefined);
      await route.abort();
    });
    await give().click();
    const again = page.locator('.hand-over').getByRole('button', { name: '再试一次' });
    await again.waitFor({ timeout: 60_000 });
    await page.unroute('**/api/shift/handovers');
    await again.click();
    await page.getByText(/已交班，共 \d+ 项/).waitFor();
    expect((await handovers()).length).toBe(before + 1);
  });

  it('a session that has ended is asked for in place, and the handover goes on by itself', async () => {
    page = await console.open('operator1', '/shift');
    await page.getByRole('heading', { name: /等电话的人/ }).waitFor();
    await page.context().clearCookies();
    await give().click();
    await page.getByRole('dialog').getByText('登录已过期').waitFor();
    await page.getByLabel('密码').fill('haolin-demo');
    await page.getByRole('dialog').getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText(/已交班，共 \d+ 项/).waitFor();
  });

  it('a shift nobody takes is marked for the supervisor', async () => {
    await handOver();
    await settle(desk, desk.prepare('/demo/clock', { advance: 'PT31M' }));
    page = await console.open('supervisor1', '/shift');
    await page.getByText('超过半小时无人接班').waitFor();
  });

  it('how long the next shift is stands in the address', async () => {
    page = await console.open('operator1', '/shift');
    await page.getByLabel('24 小时').click();
    await page.waitForURL(/\/shift\?hours=24$/);
    await page.reload();
    expect(await page.getByLabel('24 小时').isChecked()).toBe(true);
  });
});
