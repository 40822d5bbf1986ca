import type { Page } from 'playwright-core';

/** What a flow costs the person who goes through it. */
export type Budget = {
  /** Presses since the count began. */
  readonly presses: () => Promise<number>;
  /** Required fields of the open form that nobody has filled in for her. */
  readonly emptyRequired: () => Promise<number>;
  /** All fields of the open form. */
  readonly fields: () => Promise<number>;
};

/** Counts from now on, on this page; a page that is loaded anew begins anew. */
export async function countCosts(page: Page): Promise<Budget> {
  // A press on a label is two clicks and one press.
  await page.evaluate(`window.presses = 0;
    window.addEventListener('pointerdown', () => { window.presses += 1; }, true);`);
  const number = (script: string) => page.evaluate(script) as Promise<number>;
  return {
    presses: () => number('window.presses'),
    emptyRequired: () =>
      number(`[...document.querySelectorAll('form [aria-required="true"]')].filter((one) =>
        one.matches('fieldset') ? one.querySelector(':checked') === null : one.value === '').length`),
    fields: () => number(`document.querySelectorAll('form fieldset, form .field').length`),
  };
}
