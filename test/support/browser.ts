import { CHROMIUM } from '#scripts/shots/browser.ts';

/** May a suite count on a browser? Where everything is required it may: without one it then fails, as it should. */
export function hasBrowser(): boolean {
  return CHROMIUM !== undefined || process.env['HAOLIN_REQUIRE_ALL'] === '1';
}
