import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasBrowser } from '#test/support/browser.ts';
import { countCosts } from '#test/support/budget.ts';
import { startConsole, type TestConsole } from '#test/support/console.ts';
import type { LoadClient } from '#test/support/load-client.ts';
import { happenedOn, hoursOf, promiseCall, recordOn, type Waiting } from './call-desk.ts';

let console: TestConsole;
let desk: LoadClient;
let page: Page;
let waiting: Waiting;

/** Presses keys and counts them. */
async function keys(...pressed: string[]): Promise<number> {
  for (const key of pressed) await page.keyboard.press(key);
  return pressed.length;
}
const row = ({ trackId }: Waiting) => page.locator(`[data-call="${trackId}"]`);
/** The track of the row that has the focus. */
const focused = () => page.evaluate('document.activeElement.dataset.call');
const card = () => page.locator('.call-card');
const recorded = (title: string) => page.getByText(new RegExp(`\\d\\d:\\d\\d:\\d\\d 已记录：${title}`));
/** This window hears of nothing any more, so that it shows what it has shown. */
const deafen = () => page.route('**/api/callbacks*', (route) => route.abort());

beforeAll(async () => {
  if (!hasBrowser()) return;
  console = await startConsole();
  desk = await console.client('operator2');
}, 120_000);
afterAll(() => console?.[Symbol.asyncDispose]());
const open = async (look = {}): Promise<void> => {
  page = await console.open('operator1', '/callbacks', look);
  await row(waiting).waitFor();
};
beforeEach(async () => {
  if (hasBrowser()) waiting = await promiseCall(desk);
});
afterEach(async () => {
  await page?.context().close();
  // Whoever was left on the list is reached, so that each flow begins with its own.
  for (const { trackId } of (await desk.read<{ items: Waiting[] }>('/callbacks')).items) {
    await recordOn(desk, trackId, 'caller.reached').catch(() => undefined);
  }
});

describe.runIf(hasBrowser())('the call-back list by keyboard', { timeout: 90_000 }, () => {
  it('logs an outcome with one key: open with Enter, record with 1, and go on with the case', async () => {
    await open();
    const costs = await countCosts(page);
    await expect.poll(focused).toBe(waiting.trackId);
    expect(await keys('Enter')).toBe(1);
    await card().getByText('139 0000 1234').waitFor();
    expect(await keys('1')).toBe(1);
    await recorded('已接通').waitFor();
    await keys('Enter');
    await page.waitForURL(`**/cases/${waiting.caseId}/tracks/${waiting.trackId}`);
    expect(await costs.presses()).toBe(0);
    expect(await happenedOn(desk, waiting)).toContain('caller.reached');
  });

  it('shows what may be said before she is called: code word, who may answer, no voicemail', async () => {
    await open();
    await keys('Enter');
    await card().getByText('先说暗语“买两斤枣”').waitFor();
    const text = await card().innerText();
    expect(text).toMatch(/谁可以接\s*妹妹/);
    expect(text).toMatch(/语音留言\s*不可以/);
    expect(text).toMatch(/短信\s*没问过，当作不可以/);
    expect(text).toContain('不要留言，不要发短信');
    expect(text).toContain('不说单位、不说姓名');
    // Neither the list nor the window's title names her.
    expect(await page.title()).not.toContain('宁小雨');
    expect(await page.locator('.call-list').innerText()).not.toMatch(/宁小雨|1390000/);
  });

  it('after no answer the try is counted and the next one who may be called is at hand', async () => {
    const other = await promiseCall(desk);
    await open();
    await row(other).waitFor();
    await row(waiting).focus();
    await keys('Enter');
    await card().getByText('139 0000 1234').waitFor();
    await keys('2');
    await recorded('未接通').waitFor();
    await row(waiting).getByText('已打 1 次未接通').waitFor();
    await expect.poll(focused).toBe(other.trackId);
  });

  it('arrows move along the list and Esc closes the open call where it was', async () => {
    const other = await promiseCall(desk);
    await open();
    await row(other).waitFor();
    await keys('ArrowDown', 'Enter');
    const opened = new URL(page.url()).searchParams.get('call');
    await card().waitFor();
    await keys('Escape');
    await card().waitFor({ state: 'detached' });
    await expect.poll(focused).toBe(opened);
    await keys('ArrowUp');
    await expect.poll(focused).not.toBe(opened);
  });

  it('what cannot be taken back takes the key twice, and Esc takes it back', async () => {
    await open();
    await keys('Enter');
    await card().getByText('139 0000 1234').waitFor();
    await keys('3');
    await page.getByText('谁都不能再打这个号码').waitFor();
    await keys('Escape');
    await page.getByText('谁都不能再打这个号码').waitFor({ state: 'detached' });
    expect(await happenedOn(desk, waiting)).not.toContain('contact.doubted');
    await keys('3', '3');
    await recorded('不安全，已中止').waitFor();
    await expect.poll(() => row(waiting).getAttribute('data-callable')).toBe('no');
    expect(await row(waiting).innerText()).toContain('现在不要联系');
  });

  it('the third try without an answer is asked for twice: then she is lost', async () => {
    await recordOn(desk, waiting.trackId, 'call.unanswered');
    await recordOn(desk, waiting.trackId, 'call.unanswered');
    await open();
    await keys('Enter');
    await card().getByText('139 0000 1234').waitFor();
    await keys('2');
    await page.getByText('这是第三次未接通').waitFor();
    await keys('2');
    await recorded('未接通').waitFor();
    await row(waiting).getByText('失联查找').waitFor();
  });

  it('outside her hours she is greyed, the list says from when, and her number is not shown', async () => {
    const shut = await promiseCall(desk, { window: await hoursOf(desk, false) });
    await open();
    await row(shut).waitFor();
    expect(await row(shut).getAttribute('data-callable')).toBe('no');
    expect(await row(shut).innerText()).toMatch(/不在约定的时段内[\s\S]*\d\d:\d\d 起可以/);
    await row(shut).focus();
    await keys('Enter');
    await card().getByText('号码先不显示').waitFor();
    expect(await card().innerText()).not.toContain('139 0000');
    await card().getByRole('button', { name: '仍要显示号码' }).click();
    await card().getByText('139 0000 1234').waitFor();
  });

  it('is bookmarked and reloaded with the call open, and empties with words', async () => {
    await open();
    await keys('Enter');
    await card().waitFor();
    await page.reload();
    await card().getByText('139 0000 1234').waitFor();
    await recordOn(desk, waiting.trackId, 'caller.reached');
    await page.goto('/callbacks');
    await page.getByText('没有人在等电话').waitFor();
  });
});

describe.runIf(hasBrowser())('the call-back list in trouble', { timeout: 120_000 }, () => {
  it('a colleague called first: nothing is recorded, and the message says what to do', async () => {
    await open();
    await keys('Enter');
    await card().getByText('139 0000 1234').waitFor();
    await deafen();
    await recordOn(desk, waiting.trackId, 'call.unanswered');
    await keys('2');
    await page.getByText('同事刚动过这个个案').waitFor();
    await page.unroute('**/api/callbacks*');
    expect((await happenedOn(desk, waiting)).filter((type) => type === 'call.unanswered').length).toBe(1);
  });

  it('a colleague reached her: the open call says that she is off the list', async () => {
    await open();
    await keys('Enter');
    await card().getByText('139 0000 1234').waitFor();
    await recordOn(desk, waiting.trackId, 'caller.reached');
    await page.getByText('这个人已不在名单上').waitFor({ timeout: 40_000 });
  });

  it('an answer lost on its way: it says that it does not know, and records once when the network is back', async () => {
    await open();
    await keys('Enter');
    await card().getByText('139 0000 1234').waitFor();
    await page.route('**/api/tracks/*/events', async (route) => {
      await route.fetch().catch(() => undefined);
      await route.abort();
    });
    await keys('2');
    await page.getByText('还不知道有没有记上').waitFor({ timeout: 60_000 });
    await page.unroute('**/api/tracks/*/events');
    await recorded('未接通').waitFor();
    expect((await happenedOn(desk, waiting)).filter((type) => type === 'call.unanswered').length).toBe(1);
  });

  it('the server starts anew in mid-call: the outcome is recorded by itself once it is there', async () => {
    await open();
    await keys('Enter');
    await card().getByText('139 0000 1234').waitFor();
    await console.stop();
    await keys('1');
    await page.getByText('还不知道有没有记上').waitFor({ timeout: 60_000 });
    await console.restart();
    await recorded('已接通').waitFor({ timeout: 60_000 });
    desk = await console.client('operator2');
    expect((await happenedOn(desk, waiting)).filter((type) => type === 'caller.reached').length).toBe(1);
  });

  it('a session that has ended is asked for in place, and the outcome goes on by itself', async () => {
    await open();
    await keys('Enter');
    await card().getByText('139 0000 1234').waitFor();
    await page.context().clearCookies();
    await keys('1');
    await page.getByRole('dialog').getByText('登录已过期').waitFor();
    await page.getByLabel('密码').fill('haolin-demo');
    await page.getByRole('dialog').getByRole('button', { name: '登录', exact: true }).click();
    await recorded('已接通').waitFor();
    expect(await happenedOn(desk, waiting)).toContain('caller.reached');
  });
});
