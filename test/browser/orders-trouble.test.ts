import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '#test/support/browser.ts';
import { part, press } from '#test/support/order-hands.ts';
import { startConsole, type TestConsole } from '#test/support/console.ts';
import { clerkOf, granted, type OrderAtWork, type OrderDesk, tells } from '#test/support/order-desk.ts';

const LOST = '连不上服务器。您填写的内容还在这里';
const RECEIPT = '法警张队签收，回证 2026-031';

describe.runIf(hasBrowser())('an act on an order when something goes wrong', { timeout: 90_000 }, () => {
  let served: TestConsole;
  let desk: OrderDesk;
  beforeAll(async () => {
    served = await startConsole();
    desk = {
      manager: clerkOf(await served.client('manager1')),
      court: clerkOf(await served.client('court1')),
    };
  });
  afterAll(() => served?.[Symbol.asyncDispose]());

  /** A receipt typed, and not yet sent. */
  const typed = async ({ trackId }: OrderAtWork): Promise<Page> => {
    const page = await served.open('court1', `/orders/${trackId}?do=serve.police1`);
    await page.getByLabel('直接送达').click();
    await page.getByLabel('送达回证').fill(RECEIPT);
    return page;
  };
  const save = (page: Page) => page.locator('form').getByRole('button', { name: '登记送达' }).click();
  const line = (page: Page) => part(page, '送达').getByRole('listitem').nth(2);
  const countOf = async ({ trackId }: OrderAtWork, type = 'document.served'): Promise<number> => {
    const pool = new pg.Client({ connectionString: served.databaseUrl });
    await pool.connect();
    const { rows } = await pool.query(
      `select count(*)::int as count from case_events where track_id = $1 and type = $2`,
      [trackId, type],
    );
    await pool.end();
    return rows[0].count;
  };

  it('another window was quicker: it says so and what changed, keeps what was typed, and sends it once', async () => {
    const order = await granted(desk, 90);
    const page = await typed(order);
    // The stream does not tell this window of what its own person does in another; its version is stale.
    await page.route('**/api/stream', (route) => route.abort());
    await tells(desk.court, order.trackId, ['document.served', { to: 'a1', method: 'in_person' }]);
    await save(page);
    await page.getByText('这个环节刚被别人（或您的另一个窗口）更新过').waitFor();
    await page.getByText('您填写期间，这个环节有了新的进展').waitFor();
    expect(await page.getByLabel('送达回证').inputValue()).toBe(RECEIPT);
    await save(page);
    await line(page).getByText(`回证：${RECEIPT}`).waitFor();
    expect(await countOf(order)).toBe(2);
  });

  it('the network goes away while it is sent: the words say what to do, and it is recorded once', async () => {
    const order = await granted(desk, 90);
    const page = await typed(order);
    await page.context().setOffline(true);
    await save(page);
    await page.getByText(LOST).first().waitFor();
    expect(await page.getByLabel('送达回证').inputValue()).toBe(RECEIPT);
    await page.context().setOffline(false);
    await save(page);
    await line(page).getByText(`回证：${RECEIPT}`).waitFor();
    expect(await countOf(order)).toBe(1);
  });

  it('the answer to a breach is lost although the server acted: sent again, it is still one breach', async () => {
    const order = await granted(desk, 90);
    const page = await served.open('court1', `/orders/${order.trackId}?do=violation`);
    await page.getByLabel('威胁、恐吓').click();
    await page.getByLabel('经过').fill('在小区门口拦住她');
    const events = `**/api/tracks/${order.trackId}/events`;
    let lostCount = 0;
    await page.route(events, async (route) => {
      await route.fetch();
      lostCount += 1;
      await route.abort('connectionreset');
    });
    await press(page, '报告违反，启动全部期限');
    await page.getByText(LOST).first().waitFor();
    expect(lostCount).toBeGreaterThan(0);
    // The page has read by now that the track has moved on; what is sent again is still the same act.
    await part(page, '违反保护令').getByText('共 1 次').waitFor();
    await page.unroute(events);
    await press(page, '报告违反，启动全部期限');
    await page.getByRole('button', { name: '报告违反保护令' }).waitFor();
    expect(await countOf(order, 'violation.reported')).toBe(1);
  });

  it('the session has ended: the login is asked for in place, and the act goes on by itself', async () => {
    const order = await granted(desk, 90);
    const page = await typed(order);
    const client = new pg.Client({ connectionString: served.databaseUrl });
    await client.connect();
    await client.query('delete from sessions');
    await client.end();
    await save(page);
    await page.getByText('登录已过期').waitFor();
    await page.locator('dialog input[type=password]').fill('haolin-demo');
    await page.locator('dialog button[type=submit]').click();
    await line(page).getByText(`回证：${RECEIPT}`).waitFor();
    expect(await countOf(order)).toBe(1);
    desk = {
      manager: clerkOf(await served.client('manager1')),
      court: clerkOf(await served.client('court1')),
    };
  });

  it('the server is started anew while the form is open: nothing typed is lost', async () => {
    const order = await granted(desk, 90);
    const page = await typed(order);
    await served.stop();
    await save(page);
    await page.getByText(LOST).first().waitFor();
    await served.restart();
    expect(await page.getByLabel('送达回证').inputValue()).toBe(RECEIPT);
    await save(page);
    await line(page).getByText(`回证：${RECEIPT}`).waitFor();
    expect(await countOf(order)).toBe(1);
  });
});
