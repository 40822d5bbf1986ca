import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '#test/support/browser.ts';
import { startConsole, type TestConsole } from '#test/support/console.ts';

describe.runIf(hasBrowser())('the rules and the calculator', { timeout: 60_000 }, () => {
  let console: TestConsole;
  beforeAll(async () => {
    console = await startConsole();
  });
  afterAll(() => console?.[Symbol.asyncDispose]());

  it('the table is searched and filtered, and the address keeps both', async () => {
    const page = await console.open('lawyer1', '/rules');
    await page.getByRole('link', { name: '申请复议' }).first().waitFor();
    await page.getByRole('searchbox').fill('反家庭暴力法 复议');
    await page.getByRole('radio', { name: '法定' }).click();
    await page.waitForURL(/kind=statute/);
    expect(await page.locator('.rule-row .rule-code').allTextContents()).toEqual(['C7', 'C7b']);
    await page.reload();
    await page.locator('.rule-row').first().waitFor();
    expect(await page.locator('.rule-row').count()).toBe(2);
  });

  it('an old row says until when it was in force and what replaced it; one not confirmed says so in words', async () => {
    const page = await console.open('court1', '/rules?standing=past');
    const row = page.locator('.rule-row', { hasText: 'P10old' }).first();
    expect(await row.textContent()).toContain('2025-12-31 后失效');
    expect(await row.textContent()).toContain('待核实');
    await row.getByRole('link', { name: '由 P10 取代' }).click();
    await page.waitForURL(/\/rules\/P10$|\/rules\/P10\?/);
  });

  it('five days from the eve of the long holiday: both dates, and every day of it with its why', async () => {
    const page = await console.open('lawyer1', '/rules/C7?at=2025-09-30T16:45');
    await page.locator('.both-dues').waitFor();
    expect(await page.locator('.both-dues-time').allTextContents()).toEqual([
      '2025-10-05 24:00',
      '2025-10-09 24:00',
    ]);
    const day = (date: string) => page.locator(`button[data-date="${date}"]`);
    expect(await day('2025-10-06').textContent()).toMatch(/不计入.*国庆节、中秋节放假/);
    expect(await day('2025-10-05').textContent()).toContain('内部安全期限');
    expect(await day('2025-10-09').textContent()).toContain('法定期限');
    expect(await day('2025-10-06').textContent()).toContain('不计');
  });

  it('the days are walked with the arrow keys, one stop for Tab, and the chosen one is read out', async () => {
    const page = await console.open('lawyer1', '/rules/C7?at=2025-09-30T16:45');
    const end = page.locator('button[data-date="2025-10-09"]');
    await end.focus();
    await page.keyboard.press('ArrowLeft');
    await page.locator('.day-calendar-chosen').getByText('2025-10-08 星期三').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    await page.locator('.day-calendar-chosen').getByText('2025-09-30 星期二').waitFor();
    expect(await page.locator('button[data-date][tabindex="0"]').count()).toBe(1);
    expect(await page.locator('.day-calendar-chosen [aria-live]').textContent()).toContain('开始之日');
  });

  it('another moment and another rule change the address, and the moment stays', async () => {
    const page = await console.open('lawyer1', '/rules/C7?at=2025-09-30T16:45');
    await page.locator('input[type=datetime-local]').fill('2026-02-10T09:00');
    await page.waitForURL(/at=2026-02-10T09%3A00/);
    await page.getByText('2026-02-15 24:00').first().waitFor();
    await page.getByRole('combobox').selectOption('C2');
    await page.waitForURL(/\/rules\/C2\?at=2026-02-10T09%3A00/);
    await page.getByText('2026-02-13 09:00').first().waitFor();
  });

  it('a make-up day of work is counted and says so; excluded days move the end', async () => {
    const page = await console.open('lawyer1', '/rules/C1pb?at=2025-09-26T10:00');
    const sunday = page.locator('button[data-date="2025-09-28"]');
    await sunday.waitFor();
    expect(await sunday.textContent()).toMatch(/计入.*调休上班日/);
    await page.goto('/rules/P9?at=2026-03-02T09:00');
    await page.getByText('2026-04-01 24:00').first().waitFor();
    await page.getByRole('spinbutton').fill('10');
    await page.getByText('2026-04-11 24:00').first().waitFor();
    expect(new URL(page.url()).searchParams.get('excluded')).toBe('10');
  });

  it('a year whose holidays are not published is refused in words, a condition has nothing to compute', async () => {
    const page = await console.open('lawyer1', '/rules/C7?at=2026-12-29T10:00');
    await page.getByText('放假安排尚未公布的年份').waitFor();
    await page.goto('/rules/P4');
    await page.getByText('这是一个条件，没有期限').waitFor();
    expect(await page.locator('.calculator').count()).toBe(0);
    await page.goto('/rules/C1');
    await page.getByRole('link', { name: /^C1p / }).waitFor();
  });

  it('is English when asked, and nothing runs out of a phone', async () => {
    const page = await console.open('lawyer1', '/rules/C7?at=2025-09-30T16:45', {
      width: 360,
      language: 'en',
    });
    await page.getByText('Lawful end').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    const box = await page.locator('button[data-date="2025-10-06"]').boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(40);
  });
});
