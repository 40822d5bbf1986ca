import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '#test/support/browser.ts';
import { startConsole, type TestConsole } from '#test/support/console.ts';

describe.runIf(hasBrowser())('the shell of the console', { timeout: 60_000 }, () => {
  let console: TestConsole;
  beforeAll(async () => {
    console = await startConsole();
  });
  afterAll(() => console?.[Symbol.asyncDispose]());

  it('offers the demo logins, and one click is a login', async () => {
    const page = await (await console.window()).newPage();
    await page.goto('/');
    await page.getByRole('button', { name: /热线接线员/ }).click();
    await page.locator('.frame-nav').waitFor();
    expect(await page.locator('.frame-who').textContent()).toContain('热线接线员');
  });

  it('a wrong password is refused in words, and the name stays', async () => {
    const page = await (await console.window()).newPage();
    await page.goto('/');
    await page.locator('input[autocomplete=username]').fill('operator1');
    await page.locator('input[type=password]').fill('wrong');
    await page.locator('.login-form button[type=submit]').click();
    await page.getByText('用户名、密码或验证码不对。').waitFor();
    expect(await page.locator('input[autocomplete=username]').inputValue()).toBe('operator1');
  });

  it('the address that was asked for is there after the login, and after a reload', async () => {
    const page = await console.open('lawyer1', '/rules');
    expect(new URL(page.url()).pathname).toBe('/rules');
    await page.reload();
    await page.locator('.frame').waitFor();
    expect(new URL(page.url()).pathname).toBe('/rules');
  });

  it('English and the dark theme are one click each, and stay', async () => {
    const page = await console.open('lawyer1');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Dark' }).click();
    await page.getByRole('link', { name: 'Workflows' }).waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('Esc twice puts a plain page in its place, ends the session and leaves nothing behind "back"', async () => {
    const page = await console.open('operator1');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByText('浏览器的历史记录没有被清除').waitFor();
    await page.goto('/');
    await page.locator('.login-form').waitFor();
  });

  it('Esc once leaves nothing', async () => {
    const page = await console.open('operator1');
    await page.keyboard.press('Escape');
    expect(await page.locator('.frame').isVisible()).toBe(true);
  });

  it('after a minute without a touch nothing can be read, and a touch brings it back', async () => {
    const page = await (await console.window()).newPage();
    await page.clock.install();
    await page.goto('/');
    await page.getByRole('button', { name: /热线接线员/ }).click();
    await page.locator('.frame').waitFor();
    await page.clock.runFor(61_000);
    await page.getByText('屏幕已遮蔽').waitFor();
    expect(await page.locator('.frame').isVisible()).toBe(false);
    await page.keyboard.press('Shift');
    await page.locator('.frame').waitFor();
  });

  it('asks no other host for anything, and breaks no rule of its own policy', async () => {
    const page = await (await console.window()).newPage();
    const { hosts, complaints } = watch(page);
    await page.goto('/');
    await page.getByRole('button', { name: /热线接线员/ }).click();
    await page.locator('.frame').waitFor();
    expect([...hosts]).toEqual([new URL(console.url).host]);
    expect(complaints).toEqual([]);
  });
});

function watch(page: Page): { hosts: Set<string>; complaints: string[] } {
  const hosts = new Set<string>();
  const complaints: string[] = [];
  page.on('request', (request) => void hosts.add(new URL(request.url()).host));
  page.on('console', (message) => {
    // Asking whose session this is before the login is answered 401, and the browser notes it.
    if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => void complaints.push(String(error)));
  return { hosts, complaints };
}
