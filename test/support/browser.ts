import { spawnSync } from 'node:child_process';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const found = PATHS.find((path) => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0);

/** May a suite count on a browser? Where everything is required it may: without one it then fails, as it should. */
export function hasBrowser(): boolean {
  return found !== undefined || process.env['HAOLIN_REQUIRE_ALL'] === '1';
}

/** How a window looks: 1440 and 360 points wide are the two the console is made for. */
export type Look = {
  readonly width?: number;
  readonly height?: number;
  readonly language?: 'zh' | 'en';
  readonly theme?: 'light' | 'dark';
};

/** Starts a real Chromium; close it with `close()`. It sees no network but this machine's. */
export async function startBrowser(): Promise<Browser> {
  if (found === undefined)
    throw new Error('chromium is not installed (Debian/Ubuntu: apt-get install chromium)');
  return chromium.launch({ executablePath: found, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** A window of its own: its own cookies, its own storage. `BASE`: the address of the server under test. */
export async function openWindow(browser: Browser, base: string, look: Look = {}): Promise<BrowserContext> {
  const { width = 1440, height = 900, language = 'zh', theme = 'light' } = look;
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width, height },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    colorScheme: theme,
    hasTouch: width < 640,
  });
  context.setDefaultTimeout(20_000);
  await context.addInitScript(([kept]) => localStorage.setItem('haolin.language', kept ?? 'zh'), [
    language,
  ] as const);
  return context;
}

/** Logs in as one of the demo district and waits for the page that was asked for. */
export async function logInAs(page: Page, username: string, path = '/'): Promise<void> {
  await page.goto(path);
  await page.locator('input[autocomplete=username]').fill(username);
  await page.locator('input[type=password]').fill('haolin-demo');
  await page.locator('.login-form button[type=submit]').click();
  await page.locator('.frame').waitFor();
}
