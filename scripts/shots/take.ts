import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Look, logInAs, openWindow, settled } from './browser.ts';
import type { District } from './district.ts';
import type { ShotPage } from './pages.ts';

/** The looks every page is taken in; the first two are what it is made for. */
const LOOKS: Readonly<Record<string, Look>> = {
  '1440': { width: 1440, height: 900 },
  '360': { width: 360, height: 740 },
  '1440-en': { width: 1440, height: 900, language: 'en' },
  '1440-dark': { width: 1440, height: 900, theme: 'dark' },
  '360-en-dark': { width: 360, height: 740, language: 'en', theme: 'dark' },
};
const MORE: Readonly<Record<'big' | 'print', Look>> = {
  big: { width: 1920, height: 1080 },
  print: { width: 1123, height: 794 },
};

type Scene = {
  readonly browser: Browser;
  readonly baseUrl: string;
  readonly district: District;
  readonly folder: string;
};

/** Takes every picture of the pages into the folder; answers the files in the order they were taken. */
export async function takeShots(scene: Scene, pages: readonly ShotPage[]): Promise<string[]> {
  await mkdir(scene.folder, { recursive: true });
  const files: string[] = [];
  for (const [name, look] of Object.entries(LOOKS)) files.push(...(await takeIn(scene, pages, name, look)));
  for (const kind of ['big', 'print'] as const) {
    const meant = pages.filter(({ also }) => also?.includes(kind));
    files.push(...(await takeIn(scene, meant, kind, MORE[kind])));
  }
  return files;
}

/** One window for each person, so that she logs in once. */
async function takeIn(
  scene: Scene,
  pages: readonly ShotPage[],
  lookName: string,
  look: Look,
): Promise<string[]> {
  const files: string[] = [];
  for (const person of new Set(pages.map(({ as }) => as))) {
    await using window = await windowOf(scene, person, look);
    const { page } = window;
    if (lookName === 'print') await page.emulateMedia({ media: 'print' });
    for (const { name, path } of pages.filter(({ as }) => as === person)) {
      const file = join(scene.folder, `${name}-${lookName}.png`);
      await page.goto(path(scene.district));
      await settled(page);
      await page.screenshot({ path: file, fullPage: true });
      files.push(file);
    }
  }
  return files;
}

/** A window with somebody logged in, or nobody. */
async function windowOf(
  { browser, baseUrl }: Scene,
  person: string | null,
  look: Look,
): Promise<AsyncDisposable & { page: Page; context: BrowserContext }> {
  const context = await openWindow(browser, baseUrl, look);
  const page = await context.newPage();
  if (person !== null) await logInAs(page, person);
  return { page, context, [Symbol.asyncDispose]: () => context.close() };
}
