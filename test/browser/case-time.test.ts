import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '#test/support/browser.ts';
import { startConsole, type TestConsole } from '#test/support/console.ts';
import { type CaseDesk, openDesk, record } from './case-desk.ts';

describe.runIf(hasBrowser())('what was, what is due, and by which workflow', { timeout: 90_000 }, () => {
  let console: TestConsole;
  let desk: CaseDesk;
  beforeAll(async () => {
    console = await startConsole();
    desk = await openDesk(console);
    await record(desk.manager, desk.orderId, 'evidence.added', { kind: 'medical' });
  });
  afterAll(() => console?.[Symbol.asyncDispose]());

  it('the timeline says what, who and when, and what was recorded in the words of its form', async () => {
    const page = await console.open('manager1', `/cases/${desk.caseId}/tracks/${desk.orderId}`);
    const row = page.locator('.timeline-row', { hasText: '补充证据' }).first();
    await row.getByText(/妇女联合会|妇联/).waitFor();
    await row.getByText(/记录的内容/).click();
    await row.getByText('医疗机构的诊疗记录').waitFor();
    expect(await row.textContent()).toContain('证据种类');
  });

  it('somebody who may not read a sealed value is told that it is sealed', async () => {
    const page = await console.open('auditor1', `/cases/${desk.caseId}`);
    const row = page.locator('.timeline-row', { hasText: '开启办理环节' }).first();
    await row.getByText(/记录的内容/).click();
    await row.getByText('已密封，您无权查看').first().waitFor();
    expect(await page.getByText('陆小满').count()).toBe(0);
  });

  it('the slider goes back moment by moment, shows where each track stood, and its place is in the address', async () => {
    const page = await console.open('manager1', `/cases/${desk.caseId}`);
    const slider = page.getByRole('slider', { name: '截至' });
    await slider.focus();
    const rows = await page.locator('.timeline-row').count();
    await page.keyboard.press('Home');
    await page.waitForURL(/asof=/);
    await page.getByText(/个案截至 .* 的样子/).waitFor();
    await expect.poll(() => page.locator('.past-case li').count()).toBe(1);
    expect(await page.locator('.timeline-row').count()).toBeLessThan(rows);
    await page.reload();
    await page.getByText(/个案截至 .* 的样子/).waitFor();
    await page.getByRole('button', { name: '回到现在' }).click();
    await expect.poll(() => page.locator('.timeline-row').count()).toBe(rows);
    expect(page.url()).not.toContain('asof');
  });

  it('the picture shows where the track is now, and can be made larger', async () => {
    const page = await console.open('manager1', `/cases/${desk.caseId}/tracks/${desk.orderId}`, {
      width: 360,
    });
    await page.locator('.track-picture summary').click();
    const picture = page.getByRole('img', { name: /现在处于：准备申请/ });
    await picture.waitFor();
    await expect.poll(async () => (await picture.boundingBox())?.width ?? 0).toBeGreaterThan(600);
    const before = (await picture.boundingBox())?.width ?? 0;
    await page.getByRole('button', { name: '放大' }).click();
    await expect.poll(async () => (await picture.boundingBox())?.width ?? 0).toBeGreaterThan(before);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });

  it('the list of deadlines says of each why it ends on that day, and keeps its filters in the address', async () => {
    const page = await console.open('manager1', '/deadlines?box=agency');
    const card = page.locator('.deadline-card').first();
    await card.getByText('为什么是这一天').click();
    await card.locator('.both-dues').waitFor();
    expect(await card.locator('button[data-date]').count()).toBeGreaterThan(0);
    await page.getByRole('radio', { name: '已逾期' }).click();
    await page.waitForURL(/outcome=lapsed/);
    await page.getByText('没有符合条件的期限').waitFor();
    await page.reload();
    expect(await page.getByRole('radio', { name: '已逾期' }).isChecked()).toBe(true);
  });

  it('a deadline of the track on the case page opens its calendar', async () => {
    const page = await console.open('manager1', `/cases/${desk.caseId}/tracks/${desk.intakeId}`);
    const why = page.locator('.track-deadlines .why-this-date').first();
    await why.locator('summary').click();
    await why.locator('.day-calendar').waitFor();
  });

  it('workflows are listed, and each has its picture, deadlines and roles in words, in English too', async () => {
    const page = await console.open('lawyer1', '/workflows', { width: 360, language: 'en' });
    await page.getByRole('link', { name: 'Protection order' }).click();
    await page.getByRole('img', { name: /State diagram of Protection order/ }).waitFor();
    await page
      .getByRole('link', { name: /^[A-Z]\d/ })
      .first()
      .waitFor();
    await page.getByText('Court liaison').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
});
