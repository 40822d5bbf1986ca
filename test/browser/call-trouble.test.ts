import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '#test/support/browser.ts';
import { type CallDesk, callDesk, callScreen, untilSaveMark } from '#test/support/call-desk.ts';
import { startConsole, type TestConsole } from '#test/support/console.ts';

const FIRST = '他把门反锁了。';
const MORE = '她说孩子在奶奶家。';

let served: TestConsole;
let desk: CallDesk;

async function start(): Promise<void> {
  served = await startConsole();
  desk = await callDesk(served);
}
const words = (page: Page) => page.getByLabel('发生了什么');
/** A call of which something is typed and saved. */
const kept = async (): Promise<Page> => {
  const page = await callScreen(await served.open('operator1', '/call'));
  await words(page).fill(FIRST);
  expect(await untilSaveMark(page, 'saved')).toMatch(/^已保存 \d\d:\d\d:\d\d$/);
  return page;
};
const caseCount = async (): Promise<unknown> =>
  (await desk.rows('select count(*)::int as count from cases'))[0]?.['count'];
const answerRequired = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: '本人' }).check();
  await page.locator('[data-field=canTalkNow]').getByRole('radio', { name: '是' }).check();
};

describe.runIf(hasBrowser())('what is typed in a call', { timeout: 120_000 }, () => {
  beforeAll(start);
  afterAll(() => served?.[Symbol.asyncDispose]());

  it('is there again after a reload, at its own address and in the list of unfinished calls', async () => {
    const page = await kept();
    expect(new URL(page.url()).pathname).toMatch(/^\/call\/[0-9a-f-]{36}$/);
    await page.getByRole('radio', { name: '邻居' }).check();
    await untilSaveMark(page, 'saving').catch(() => '');
    await untilSaveMark(page, 'saved');
    await page.reload();
    await callScreen(page);
    expect(await words(page).inputValue()).toBe(FIRST);
    expect(await page.locator('[data-field=relation] input:checked').count()).toBe(1);
    const { pathname } = new URL(page.url());
    await page.goto('/call');
    await callScreen(page);
    await page.locator(`a[href="${pathname}"]`).click();
    await expect.poll(() => words(page).inputValue()).toBe(FIRST);
  });

  it('survives the server being killed in mid-call, and is called saved only when it is', async () => {
    const page = await kept();
    await served.stop();
    await words(page).fill(FIRST + MORE);
    expect(await untilSaveMark(page, 'away')).toContain('还没有保存');
    await served.restart();
    await untilSaveMark(page, 'saved');
    await page.reload();
    await callScreen(page);
    expect(await words(page).inputValue()).toBe(FIRST + MORE);
  });

  it('waits on the page while the network is away, and is saved when it is back', async () => {
    const page = await kept();
    await page.context().setOffline(true);
    await words(page).fill(FIRST + MORE);
    await untilSaveMark(page, 'away');
    await answerRequired(page);
    await page.keyboard.press('F8');
    await page.getByText('先不要回拨').waitFor();
    await page.context().setOffline(false);
    await untilSaveMark(page, 'saved');
    await page.reload();
    await callScreen(page);
    expect(await words(page).inputValue()).toBe(FIRST + MORE);
    await page.getByText(/已中断 \d\d:\d\d:\d\d/).waitFor();
  });

  it('is saved by who begins to leave and stays after all, and no other window is blamed', async () => {
    const page = await kept();
    page.on('dialog', (dialog) => void dialog.dismiss());
    const leaving = page.waitForResponse((answer) => answer.request().method() === 'PUT');
    await words(page).fill(FIRST + MORE);
    await page.close({ runBeforeUnload: true });
    expect((await leaving).status()).toBe(200);
    await untilSaveMark(page, 'saved');
    await words(page).fill(MORE);
    await untilSaveMark(page, 'saving').catch(() => '');
    await untilSaveMark(page, 'saved');
    await page.reload();
    await callScreen(page);
    expect(await words(page).inputValue()).toBe(MORE);
  });

  it('goes on after the login that is asked for in place', async () => {
    const page = await kept();
    await desk.rows('delete from sessions');
    await words(page).fill(FIRST + MORE);
    await page.getByText('登录已过期', { exact: true }).waitFor();
    expect(await page.locator('.save-mark').textContent()).toContain('还没有保存');
    await page.locator('dialog input[type=password]').fill('haolin-demo');
    await page.locator('dialog button[type=submit]').click();
    await untilSaveMark(page, 'saved');
    expect(await words(page).inputValue()).toBe(FIRST + MORE);
    await page.reload();
    await callScreen(page);
    expect(await words(page).inputValue()).toBe(FIRST + MORE);
  });

  it('is not overwritten by a second window without a word', async () => {
    const page = await kept();
    const second = await page.context().newPage();
    await second.goto(page.url());
    await callScreen(second);
    await words(second).fill('另一个窗口');
    await untilSaveMark(second, 'saved');
    await words(page).fill(FIRST + MORE);
    await untilSaveMark(page, 'stale');
    expect(await words(page).inputValue()).toBe(FIRST + MORE);
    await page.getByRole('button', { name: '保留这里的内容' }).click();
    await untilSaveMark(page, 'saved');
    await second.reload();
    await callScreen(second);
    expect(await words(second).inputValue()).toBe(FIRST + MORE);
  });

  it('does not quarrel with itself when the answer to a save is lost on the way', async () => {
    const page = await kept();
    await page.route('**/api/drafts/*', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await words(page).fill(FIRST + MORE);
    await untilSaveMark(page, 'away');
    await page.unroute('**/api/drafts/*');
    await untilSaveMark(page, 'saved');
    await page.reload();
    await callScreen(page);
    expect(await words(page).inputValue()).toBe(FIRST + MORE);
  });

  it('is saved by the quick exit, which asks nothing', async () => {
    const page = await kept();
    const { pathname } = new URL(page.url());
    await words(page).fill(FIRST + MORE);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByText('浏览器的历史记录没有被清除').waitFor();
    const again = await served.open('operator1', pathname);
    await callScreen(again);
    expect(await words(again).inputValue()).toBe(FIRST + MORE);
  });

  it('is nobody else’s to read, whatever the address', async () => {
    const page = await kept();
    const other = await served.open('operator2', new URL(page.url()).pathname);
    await other.getByText('没有这份来电草稿').waitFor();
  });
});

describe.runIf(hasBrowser())('a call that breaks off', { timeout: 120_000 }, () => {
  beforeAll(start);
  afterAll(() => served?.[Symbol.asyncDispose]());

  it('says whether calling back is safe, and F4 plans the call-back within her hours', async () => {
    const page = await kept();
    await page.keyboard.press('F9');
    // Her phone is not in his hands, she may be called.
    await page.keyboard.press('n');
    await page.keyboard.press('y');
    await page.getByLabel('几点起').fill('00:00');
    await page.getByLabel('几点止').fill('23:59');
    await page.keyboard.press('F8');
    await page.getByText('可以回拨', { exact: true }).waitFor();
    await page.getByRole('group', { name: '手机会被他看到' }).getByRole('radio', { name: '是' }).check();
    await page.getByText('不要回拨', { exact: true }).waitFor();
    await answerRequired(page);
    await page.keyboard.press('F4');
    await page.getByText('已建案').waitFor();
    await expect
      .poll(() => desk.rows(`select body from case_events where type = 'talk.postponed'`))
      .toHaveLength(1);
    const [event] = await desk.rows(`select body from case_events where type = 'talk.postponed'`);
    expect(String(event?.['body'])).toContain('23:59');
  });

  it('whose answer was lost on the way opens one case, not two', async () => {
    const page = await kept();
    const before = await caseCount();
    await answerRequired(page);
    await page.route('**/api/cases', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.keyboard.press('F4');
    await page.getByText('连不上服务器').first().waitFor();
    await page.unroute('**/api/cases');
    await untilSaveMark(page, 'saved');
    // Even from a page that was loaded anew in between.
    await page.reload();
    await callScreen(page);
    await page.keyboard.press('F4');
    await page.getByText('已建案').waitFor();
    expect(await caseCount()).toBe(Number(before) + 1);
  });

  it('goes on where it stood when the page is loaded anew after the case was opened', async () => {
    const page = await kept();
    await answerRequired(page);
    await page.keyboard.press('F4');
    await page.getByText('注明“本人不愿提供”').waitFor();
    await words(page).fill(FIRST + MORE);
    await untilSaveMark(page, 'saved');
    await page.reload();
    await page.getByText('已建案').waitFor();
    await page.getByText('注明“本人不愿提供”').waitFor();
    expect(await words(page).inputValue()).toBe(FIRST + MORE);
  });
});
