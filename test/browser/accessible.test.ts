import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logInAs, settled, type Look } from '#scripts/shots/browser.ts';
import { type District, playDistrict } from '#scripts/shots/district.ts';
import { SHOT_PAGES } from '#scripts/shots/pages.ts';
import { hasBrowser } from '#test/support/browser.ts';
import { startConsole, type TestConsole } from '#test/support/console.ts';
import { findBarriers, findSidewaysScroll, findSmallTargets } from '#test/support/page-checks.ts';
import { findUntranslated, listenToData } from '#test/support/page-words.ts';

const DESK = { width: 1440, height: 900 } as const;
const PHONE = { width: 360, height: 740 } as const;
/** Both languages in both themes, and of each a desk and a phone. */
const LOOKS: readonly Required<Look>[] = [
  { ...DESK, language: 'zh', theme: 'light' },
  { ...PHONE, language: 'zh', theme: 'dark' },
  { ...PHONE, language: 'en', theme: 'light' },
  { ...DESK, language: 'en', theme: 'dark' },
];
const PEOPLE = [...new Set(SHOT_PAGES.map(({ as }) => as))];
const VISITS = LOOKS.flatMap((look) =>
  PEOPLE.map((person) => ({ ...look, look, person: person ?? 'nobody' })),
);

describe.runIf(hasBrowser())('every page', { timeout: 180_000 }, () => {
  let served: TestConsole;
  let district: District;
  beforeAll(async () => {
    served = await startConsole();
    district = await playDistrict(served.url);
  }, 180_000);
  afterAll(() => served?.[Symbol.asyncDispose]());

  it.each(VISITS)(
    'of $person, $language, $theme, $width wide: no barrier, no word of the other language',
    async ({ look, person }) => {
      const page = await (await served.window(look)).newPage();
      const data = listenToData(page);
      if (person !== 'nobody') await logInAs(page, person);
      const faults: Record<string, readonly string[]> = {};
      for (const { name, as, path } of SHOT_PAGES.filter((one) => (one.as ?? 'nobody') === person)) {
        await page.goto(path(district));
        await settled(page);
        const found = [
          ...(await findBarriers(page)),
          ...(await findUntranslated(page, look.language, data)),
          ...(look.width === PHONE.width ? await phoneFaults(page) : []),
        ];
        if (found.length > 0) faults[`${name} (${as})`] = found;
      }
      await page.context().close();
      expect(faults).toEqual({});
    },
  );

  it('a bad page is seen: grey on grey, a field without a name, a low button, a wide table, a foreign word', async () => {
    const page = await (await served.window({ ...PHONE, language: 'en' })).newPage();
    const data = listenToData(page);
    await page.goto('/');
    await settled(page);
    await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend',
      '<p id="grey">grey 未翻译</p><input id="bare" type="text"><button id="low">Go</button><div id="wide">wide</div>');
      document.getElementById('grey').style.cssText = 'color: #bbb; background: #ccc';
      document.getElementById('low').style.cssText = 'height: 20px';
      document.getElementById('wide').style.cssText = 'width: 900px';`);
    const barriers = (await findBarriers(page)).join();
    expect(barriers).toContain('color-contrast');
    expect(barriers).toContain('label');
    expect((await phoneFaults(page)).join()).toMatch(/20 high: <button id="low"/);
    expect((await phoneFaults(page)).join()).toMatch(/wide on a screen of 360/);
    expect((await findUntranslated(page, 'en', data)).join()).toContain('未翻译');
  });
});

async function phoneFaults(page: Page): Promise<readonly string[]> {
  return [...(await findSidewaysScroll(page)), ...(await findSmallTargets(page))];
}
