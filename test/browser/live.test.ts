import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { logInAs } from '#scripts/shots/browser.ts';
import { demoId } from '#src/store/seed-demo.ts';
import { hasBrowser } from '#test/support/browser.ts';
import { startConsole, type TestConsole } from '#test/support/console.ts';
import { settle } from '#test/support/load-client.ts';
import { MINIMAL_CASE } from '#test/support/test-app.ts';

const LOST = '连不上服务器';
const ENDED = '登录已过期';

let console: TestConsole;
beforeAll(async () => {
  if (hasBrowser()) console = await startConsole();
});
afterAll(() => console?.[Symbol.asyncDispose]());

/** A notice to the police reaches their screen. */
async function tellPolice(): Promise<void> {
  const manager = await console.client('manager1');
  const opened = await settle(manager, manager.prepare('/cases', MINIMAL_CASE));
  const offer = { kind: 'notice', toAgency: demoId('agency/police'), fields: [] };
  const body = { ...offer, purpose: '通报个案', basis: '反家庭暴力法 第15条' };
  const { id } = JSON.parse(opened.body) as { id: string };
  await settle(manager, manager.prepare(`/cases/${id}/handoffs`, body));
}

/** As if she was shut out, or her session ran out. */
async function endSessionOf(username: string): Promise<void> {
  const client = new pg.Client({ connectionString: console.databaseUrl });
  await client.connect();
  try {
    await client.query('delete from sessions where person_id = $1', [demoId(`person/${username}`)]);
  } finally {
    await client.end();
  }
}

const noticesOn = (page: Page) => page.locator('main li, main article').count();
/** Something that a reload would wipe away. */
const mark = (page: Page) => page.evaluate('window.untouched = true');
const isUntouched = (page: Page) => page.evaluate<boolean>('window.untouched === true');
const isReadable = (page: Page) => page.locator('.frame h1').isVisible();

describe.runIf(hasBrowser())('a page that is open', { timeout: 90_000 }, () => {
  let page: Page;
  afterEach(() => page?.context().close());

  it('shows what another person did, by itself', async () => {
    page = await console.open('police1', '/notices');
    await mark(page);
    const before = await noticesOn(page);
    await tellPolice();
    await expect.poll(() => noticesOn(page), { timeout: 20_000 }).toBeGreaterThan(before);
    expect(await isUntouched(page)).toBe(true);
  });

  it('says that the network is away, and goes on when it is back', async () => {
    page = await console.open('police1', '/notices');
    await mark(page);
    const before = await noticesOn(page);
    await page.context().setOffline(true);
    await page.getByText(LOST).waitFor();
    await tellPolice();
    await page.context().setOffline(false);
    await page.getByText(LOST).waitFor({ state: 'detached' });
    await expect.poll(() => noticesOn(page), { timeout: 20_000 }).toBeGreaterThan(before);
    expect(await isUntouched(page)).toBe(true);
  });

  it('says that the server is away, keeps what was typed, and goes on when it is there again', async () => {
    page = await console.open('court1', '/rules');
    await mark(page);
    await page.getByRole('searchbox').or(page.locator('main input')).first().fill('复议');
    await console.stop();
    await page.getByText(LOST).waitFor();
    await console.restart();
    await page.getByText(LOST).waitFor({ state: 'detached', timeout: 30_000 });
    expect(await isUntouched(page)).toBe(true);
    expect(await page.getByRole('searchbox').or(page.locator('main input')).first().inputValue()).toBe(
      '复议',
    );
    await page.getByRole('link', { name: '通知' }).click();
    await page.getByRole('heading', { name: '通知' }).waitFor();
  });

  it('asks for the login in place when the session was ended elsewhere, and shows nothing until then', async () => {
    page = await console.open('court1', '/rules');
    await mark(page);
    await page.locator('main input').first().fill('复议');
    await endSessionOf('court1');
    await page.getByText(ENDED).waitFor({ timeout: 30_000 });
    expect(await isReadable(page)).toBe(false);
    await page.locator('dialog input[type=password]').fill('haolin-demo');
    await page.locator('dialog button[type=submit]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await isReadable(page)).toBe(true);
    expect(await isUntouched(page)).toBe(true);
    expect(await page.locator('main input').first().inputValue()).toBe('复议');
  });

  it('is emptied by a logout, in every window, and "back" brings nothing again', async () => {
    page = await console.open('manager1', '/cases');
    const second = await page.context().newPage();
    await second.goto('/notices');
    await second.locator('.frame').waitFor();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.locator('.login-form').waitFor();
    await second.getByText(ENDED).waitFor();
    expect(await isReadable(second)).toBe(false);
    await page.goBack();
    expect(await page.locator('.frame').count()).toBe(0);
    await page.goForward();
    await page.locator('.login-form').waitFor();
    expect(await page.locator('.frame').count()).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
  });

  it('shows nothing of the one before to another person who logs in at the same browser', async () => {
    page = await console.open('manager1', '/notices');
    await page.locator('main li, main article').first().waitFor();
    const second = await page.context().newPage();
    await endSessionOf('manager1');
    await page.getByText(ENDED).waitFor({ timeout: 30_000 });
    await logInAs(second, 'lawyer3', '/notices');
    await page.locator('.frame').waitFor();
    await expect.poll(() => page.locator('.frame-who').textContent()).toContain('公益律师');
    expect(await page.locator('main li, main article').count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('offers another person her own login, in the place of the one who left', async () => {
    page = await console.open('manager1', '/cases');
    await endSessionOf('manager1');
    await page.getByRole('button', { name: /换人登录/ }).click({ timeout: 30_000 });
    await page.locator('input[autocomplete=username]').waitFor();
    expect(await page.locator('.frame').count()).toBe(0);
  });

  it('asks for nothing while nobody is at the screen, whatever happens, and reads when somebody is', async () => {
    page = await (await console.window()).newPage();
    await page.clock.install();
    await page.goto('/');
    await page.getByRole('button', { name: /公安联络员/ }).click();
    await page.locator('.frame').waitFor();
    await page.getByRole('link', { name: '通知' }).click();
    await page.locator('main li, main article').first().waitFor();
    const before = await noticesOn(page);
    await page.clock.runFor(61_000);
    await page.getByText('屏幕已遮蔽').waitFor();
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    const heard = page.waitForEvent('console', { predicate: (line) => line.text() === 'heard' });
    await page.evaluate(`(() => { const open = new EventSource('/api/stream');
      open.addEventListener('notification', () => console.log('heard')); })()`);
    await tellPolice();
    await heard;
    await page.clock.runFor(900_000);
    expect(asked.filter((path) => path.startsWith('/api/') && path !== '/api/stream')).toEqual([]);
    await page.keyboard.press('Shift');
    await expect.poll(() => noticesOn(page), { timeout: 20_000 }).toBeGreaterThan(before);
  });
});
