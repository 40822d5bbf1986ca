import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logInAs, settled } from '#scripts/shots/browser.ts';
import { SHOT_PAGES } from '#scripts/shots/pages.ts';
import { hasBrowser } from '#test/support/browser.ts';
import { startConsole, type TestConsole } from '#test/support/console.ts';
import { scriptBytesOf } from '#test/support/script-bytes.ts';

/** Where somebody may be in a hurry or on a bad line: the call, and the lists a day is worked from. */
const LIGHT = ['work', 'call', 'callbacks', 'shift', 'orders', 'handoffs', 'cases', 'deadlines', 'notices'];
// None of them is about one case.
const NONE = { caseId: '', trackId: '', consultationId: '', offerId: '', orderId: '', draftId: '' };
const BUDGET_BYTES = 200_000;
const PAGES = SHOT_PAGES.filter(({ name }) => LIGHT.includes(name));

describe.runIf(hasBrowser())('what the browser loads as script', { timeout: 60_000 }, () => {
  let served: TestConsole;
  beforeAll(async () => {
    served = await startConsole();
  });
  afterAll(() => served?.[Symbol.asyncDispose]());

  it.each(PAGES)(
    `is at most ${BUDGET_BYTES / 1000} kB for the page $name, as it comes over the network`,
    async ({ as, path }) => {
      const page = await (await served.window()).newPage();
      const bytes = await scriptBytesOf(page, async () => {
        await logInAs(page, as ?? '', path(NONE));
        await settled(page);
      });
      expect(bytes).toBeGreaterThan(50_000);
      expect(bytes).toBeLessThanOrEqual(BUDGET_BYTES);
      await page.context().close();
    },
  );
});
