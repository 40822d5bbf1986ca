import type { Locator, Page } from 'playwright-core';

/** A part of an order's page, by its title. */
export function part(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** Presses the button with these words. */
export function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name }).click();
}

/** Chooses an answer in the open form. */
export function choose(page: Page, name: string): Promise<void> {
  return page.locator('form').getByLabel(name, { exact: true }).click();
}

/** Chooses an answer that more than one question has. */
export function answer(page: Page, question: string, name: string): Promise<void> {
  return page.locator('fieldset', { hasText: question }).getByLabel(name, { exact: true }).click();
}
