import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What is wrong with the page in front of us, each a line; an empty list is a good page. */
export type Faults = readonly string[];

const WORST = ['serious', 'critical'];
// A thumb's width (WCAG 2.5.5); half a point may be lost in rounding.
const TARGET = 43.5;

/** What a reader with a screen reader, or with weak eyes, would stumble over: serious and critical findings of axe. */
export async function findBarriers(page: Page): Promise<Faults> {
  await page.evaluate(axe.source);
  const found = await page.evaluate<{ id: string; impact: string; targets: string[] }[]>(`
    axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, impact, nodes }) => ({
        id, impact, targets: nodes.slice(0, 3).map(({ target, failureSummary }) => target.join(' ') + ' ' + failureSummary),
      })))`);
  return found
    .filter(({ impact }) => WORST.includes(impact))
    .map(({ id, impact, targets }) => `${impact} ${id}: ${targets.join(' | ')}`);
}

/** Whether the page itself must be moved sideways to be read; a table or a menu within it may. */
export async function findSidewaysScroll(page: Page): Promise<Faults> {
  const [width, room] = await page.evaluate<[number, number]>(
    '[document.scrollingElement.scrollWidth, document.documentElement.clientWidth]',
  );
  return width > room ? [`the page is ${width} wide on a screen of ${room}`] : [];
}

/** Controls too low for a thumb. A link within a sentence is exempt, and a mark within a label counts as its label. */
export async function findSmallTargets(page: Page): Promise<Faults> {
  return page.evaluate<string[]>(`(() => {
    const controls = [...document.querySelectorAll(
      'button, [role=button], [role=tab], summary, select, textarea, input, a.button, nav a, li > a:only-child')];
    const heightOf = (control) =>
      Math.max(control.getBoundingClientRect().height,
        control.closest('label')?.getBoundingClientRect().height ?? 0,
        ...[...(control.labels ?? [])].filter((label) => /radio|checkbox/.test(control.type))
          .map((label) => label.getBoundingClientRect().height));
    return controls
      .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((control) => control.type !== 'hidden' && !control.closest('.visually-hidden'))
      .map((control) => [control, heightOf(control)])
      .filter(([, height]) => height < ${TARGET})
      .map(([control, height]) => Math.round(height) + ' high: ' + control.outerHTML.slice(0, 120));
  })()`);
}
