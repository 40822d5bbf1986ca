import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const SETTLED_TIMEOUT_MS = 20_000;
const QUIET_MS = 150;
const LOOK_EVERY_MS = 50;

/** Where a Chromium is on this machine, by its path; undefined where there is none. */
export const CHROMIUM = findChromium();

/** How a window looks: 1440 and 360 points wide are the two the console is made for. */
export type Look = {
  readonly width?: number;
  readonly height?: number;
  readonly language?: 'zh' | 'en';
  readonly theme?: 'light' | 'dark';
};

/** Starts a real Chromium; close it with `close()`. It sees no network but this machine's. */
export async function startBrowser(): Promise<Browser> {
  if (CHROMIUM === undefined)
    throw new Error('chromium is not installed (Debian/Ubuntu: apt-get install chromium fonts-noto-cjk)');
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** A window of its own: its own cookies, its own storage. `base`: the address of the server. */
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
  // Only at first: what is chosen on the page afterwards stays.
  await context.addInitScript(
    ([kept]) => {
      if (localStorage.getItem('haolin.language') === null) localStorage.setItem('haolin.language', kept);
    },
    [language] as const,
  );
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

// Within the page, as text: what runs here knows no document.
const IS_SETTLED = `(() => {
  const last = Math.max(0, ...performance.getEntriesByType('resource').map((entry) => entry.responseEnd));
  const isReading = document.querySelector('.waiting') !== null || document.querySelector('h1') === null;
  return !isReading && performance.now() - last > ${QUIET_MS};
})()`;

/** Waits until the page has what it asked for: nothing is being read, and nothing new came for a moment. */
export async function settled(page: Page): Promise<void> {
  const endMs = performance.now() + SETTLED_TIMEOUT_MS;
  // Asked from outside, again and again: the page's own policy lets nothing wait within it.
  while (performance.now() < endMs) {
    if (await page.evaluate<boolean>(IS_SETTLED)) return;
    await delay(LOOK_EVERY_MS);
  }
  throw new Error(`the page is still reading after ${SETTLED_TIMEOUT_MS} ms: ${page.url()}`);
}

function findChromium(): string | undefined {
  const script = NAMES.map((name) => `command -v ${name}`).join(' || ');
  const { stdout } = spawnSync('sh', ['-c', script], { encoding: 'utf8', timeout: 20_000 });
  const path = stdout?.trim() ?? '';
  return path === '' ? undefined : path;
}
