import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoId } from '#src/store/seed-demo.ts';
import { hasBrowser } from '#test/support/browser.ts';
import { countCosts } from '#test/support/budget.ts';
import { startConsole, type TestConsole } from '#test/support/console.ts';
import { type LoadClient, settle } from '#test/support/load-client.ts';
import { MINIMAL_CASE } from '#test/support/test-app.ts';

describe.runIf(hasBrowser())('the boxes of handoffs', { timeout: 90_000 }, () => {
  let console: TestConsole;
  let manager: LoadClient;
  let page: Page;
  beforeAll(async () => {
    console = await startConsole();
    manager = await console.client('manager1');
  }, 120_000);
  afterAll(() => console?.[Symbol.asyncDispose]());
  afterEach(() => page?.context().close());

  /** Offers a referral to the police; gives its id once it is in their box. */
  const offer = async (): Promise<string> => {
    const body = { ...MINIMAL_CASE, survivor: { name: '段小溪' } };
    const { id } = JSON.parse((await settle(manager, manager.prepare('/cases', body))).body) as {
      id: string;
    };
    const offered = await settle(
      manager,
      manager.prepare(`/cases/${id}/handoffs`, {
        ...{ kind: 'referral', toAgency: demoId('agency/police'), fields: [] },
        ...{ purpose: '请核查住处周边', basis: '当事人同意' },
      }),
    );
    // Sending takes a moment of the product's clock.
    await settle(manager, manager.prepare('/demo/clock', { advance: 'PT1M' }));
    return (JSON.parse(offered.body) as { id: string }).id;
  };
  const statusOf = async (id: string): Promise<string | undefined> => {
    const { items } = await manager.read<{ items: { id: string; status: string }[] }>(
      '/handoffs?box=out&limit=200',
    );
    return items.find((one) => one.id === id)?.status;
  };
  const first = () => page.locator('.handoff-row').first();

  it('is accepted with one press, and names nobody before', async () => {
    const id = await offer();
    page = await console.open('police1', '/handoffs');
    await first().getByText('待答复').waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/段小溪|核查住处/);
    expect(await first().getByRole('link', { name: '打开个案' }).count()).toBe(0);
    const costs = await countCosts(page);
    await first().getByRole('button', { name: '接受' }).click();
    await first().getByText('已接受').waitFor();
    expect(await costs.presses()).toBe(1);
    await first().getByRole('link', { name: '打开个案' }).waitFor();
    expect(await statusOf(id)).toBe('accepted');
  });

  it('is declined in place with a reason, by keyboard', async () => {
    const id = await offer();
    page = await console.open('police1', '/handoffs?status=offered');
    await first().getByRole('button', { name: '退回' }).focus();
    await page.keyboard.press('Enter');
    await first().getByRole('button', { name: '不属于本辖区' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('没有这样的来件').waitFor();
    expect(await statusOf(id)).toBe('declined');
  });

  it('is recalled by who sent it; who answers too late is told that it had no effect', async () => {
    const id = await offer();
    page = await console.open('police1', '/handoffs');
    await first().getByText('待答复').waitFor();
    await page.route('**/api/handoffs?*', (route) => route.abort());
    const sender = await console.open('manager1', '/handoffs?box=out');
    await sender.locator('.handoff-row').first().getByRole('button', { name: '撤回' }).click();
    await sender.locator('.handoff-row').first().getByText('已撤回').waitFor();
    await sender.context().close();
    await first().getByRole('button', { name: '接受' }).click();
    await page.getByText('您这一下没有起作用').waitFor();
    expect(await statusOf(id)).toBe('recalled');
  });

  it('which box and which status stand in the address, and an empty one has words', async () => {
    page = await console.open('mediator1', '/handoffs');
    await page.getByText('没有这样的来件').waitFor();
    await page.getByLabel('发出的').click();
    await page.getByText('没有这样的发件').waitFor();
    expect(new URL(page.url()).search).toBe('?box=out');
  });
});
