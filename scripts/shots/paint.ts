import type { Browser } from 'playwright-core';
import { openWindow, settled } from './browser.ts';

const RUN_COUNT = 5;

/** Milliseconds until something is on the screen, of several loads with an empty cache. */
export type Paint = { readonly minMs: number; readonly medianMs: number; readonly maxMs: number };

/** Loads an address anew with nothing kept, five times, and asks the browser when it first painted. */
export async function measurePaint(
  browser: Browser,
  baseUrl: string,
  username: string,
  path: string,
): Promise<Paint> {
  const times: number[] = [];
  for (let run = 0; run < RUN_COUNT; run += 1) {
    const context = await openWindow(browser, baseUrl);
    // The session comes first and by itself: only the page is measured.
    const login = await context.request.post('/api/session', { data: { username, password: 'haolin-demo' } });
    if (!login.ok()) throw new Error(`${username} could not log in: ${login.status()}`);
    const page = await context.newPage();
    await page.goto(path);
    await settled(page);
    times.push(
      await page.evaluate(
        () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
      ),
    );
    await context.close();
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (index: number): number => Math.round(sorted[index] ?? Number.NaN);
  return { minMs: at(0), medianMs: at(Math.floor(RUN_COUNT / 2)), maxMs: at(RUN_COUNT - 1) };
}
