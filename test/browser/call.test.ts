import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '#test/support/browser.ts';
import { type CallDesk, callDesk, callScreen, untilSaveMark } from '#test/support/call-desk.ts';
import { startConsole, type TestConsole } from '#test/support/console.ts';

const FIELDS_MAX = 8;
const REQUIRED_MAX = 3;
const TIME_MAX_MS = 60_000;
// Within the page, as text: what runs here knows no document.
const COVER = `getComputedStyle(document.querySelector('input[maxlength="300"]')).getPropertyValue('-webkit-text-security')`;
const PHONE = { width: 360, height: 740 };

let served: TestConsole;
let desk: CallDesk;

async function start(): Promise<void> {
  served = await startConsole();
  desk = await callDesk(served);
}
const newCall = async (look = {}): Promise<Page> => callScreen(await served.open('operator1', '/call', look));
const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const opened = async (page: Page): Promise<string> => {
  const words = await page.getByText('已建案').textContent();
  return /HL\d{4}-\w{8}/.exec(words ?? '')?.[0] ?? '';
};
const eventsOf = async (number: string): Promise<unknown[]> =>
  (
    await desk.rows(
      'select type from case_events join cases using (case_id) where number = $1 and track_id is not null order by seq',
      [number],
    )
  ).map(({ type }) => type);

describe.runIf(hasBrowser())('a call becomes a case', { timeout: 120_000 }, () => {
  beforeAll(start);
  afterAll(() => served?.[Symbol.asyncDispose]());

  it('on one screen of eight fields, three of them required, by keyboard alone, within a minute', async () => {
    const page = await newCall();
    const fields = page.locator('section:has(#call-fields)').locator('.field, .key-choice-field');
    expect(await fields.count()).toBeLessThanOrEqual(FIELDS_MAX);
    const required = page
      .locator('section:has(#call-fields)')
      .locator('[aria-required=true], .call-required');
    expect(await required.count()).toBe(REQUIRED_MAX);
    const beganMs = performance.now();
    // The cursor is at the first red line; six answers, then who calls, then whether she can talk.
    await press(page, 'n', 'n', 'n', 'n', 'n', 'n', '1', 'y');
    await page.keyboard.type('138 0013 0001');
    await press(page, 'Enter');
    await page.keyboard.type('温如玉');
    await press(page, 'Enter', 'Enter');
    await page.keyboard.type('贺铁山');
    await press(page, 'Enter');
    await page.keyboard.type('昨晚他推了她。');
    await press(page, 'F4');
    const number = await opened(page);
    expect(performance.now() - beganMs).toBeLessThan(TIME_MAX_MS);
    await page.getByText('登记', { exact: false }).first().waitFor();
    await expect.poll(() => eventsOf(number)).toEqual(['track.opened', 'call.answered', 'safety.confirmed']);
    const [row] = await desk.rows('select case_id from cases where number = $1', [number]);
    const client = await served.client('operator1');
    expect(await client.read(`/cases/${String(row?.['case_id'])}`)).toMatchObject({
      survivor: { name: '温如玉', phone: '138 0013 0001' },
      respondent: { name: '贺铁山' },
      incident: { narrative: '昨晚他推了她。', injured: false },
    });
  });

  it('goes on to registration and the scale with the same keys, and leaves no draft behind', async () => {
    const page = await newCall();
    await press(page, 'n', 'n', 'n', 'y', 'y', 'n', '1', 'y');
    expect(await page.locator('.scale-band').textContent()).toContain('高危致命');
    await page.locator('.scale-items input').first().focus();
    await press(page, 'y', 'n', 'n', 'n', 'n', 'n', 'n', 'n', 'n', 'y', 'n');
    expect(await page.locator('.scale-band').textContent()).toContain('1 分，共答 11 题');
    await press(page, 'F4');
    const number = await opened(page);
    await page.getByText('注明“本人不愿提供”').waitFor();
    await page.getByRole('checkbox').focus();
    await press(page, 'Space', 'F4');
    await expect.poll(() => eventsOf(number)).toContain('risk.scored');
    await page
      .locator('.outcome')
      .getByText(/现在：.*高危致命/)
      .waitFor();
    await expect.poll(() => page.locator('.outcome .notice-warning').count()).toBe(0);
    await page.getByRole('button', { name: '结束，接下一个电话' }).focus();
    await press(page, 'Enter');
    await untilSaveMark(page, 'untouched');
    expect(new URL(page.url()).pathname).toBe('/call');
    const ours = await desk.rows(
      `select draft_id from drafts join people using (person_id) where username = 'operator1'`,
    );
    // The first call's draft stays, for its registration is still to come.
    expect(ours.length).toBe(1);
  });

  it('any red line offers the emergency, F2 begins it as soon as the required fields are there', async () => {
    const page = await newCall();
    await press(page, 'y');
    await page.getByRole('button', { name: /立即启动紧急处置/ }).waitFor();
    await press(page, 'n', 'y', 'n', 'n', 'y', 'F2');
    // What is missing is asked for; the rest goes by itself.
    await press(page, '4', 'y');
    const number = await opened(page);
    await expect.poll(() => eventsOf(number)).toEqual(['track.opened', 'call.answered', 'danger.declared']);
    await page.getByRole('button', { name: '已报告公安机关' }).click();
    await expect.poll(() => eventsOf(number)).toContain('police.informed');
    await page.getByRole('button', { name: '已报告公安机关' }).waitFor({ state: 'detached' });
  });

  it('says that what was asked after the case was opened is not in it, and that he has her phone goes there', async () => {
    const page = await newCall();
    await press(page, 'n', 'n', 'n', 'n', 'n', 'n', '1', 'y', 'F4');
    const number = await opened(page);
    // The case page and this one keep the same workflow: going from one to the other and back breaks neither.
    await page.getByRole('link', { name: '打开个案' }).click();
    await page.getByRole('heading', { name: number }).waitFor();
    await page.goBack();
    await callScreen(page);
    await press(page, 'F9', 'y');
    const left = page.locator('.outcome .notice-warning').getByText('安全联系方式');
    await left.waitFor();
    await page.getByRole('button', { name: '停用这个号码' }).click();
    await expect.poll(() => eventsOf(number)).toContain('contact.doubted');
    await left.waitFor({ state: 'detached' });
    await page.getByLabel('暗语').fill('快递');
    await left.waitFor();
  });

  it('what is required is asked for in its place, and nothing is sent without it', async () => {
    const page = await newCall();
    const [before] = await desk.rows('select count(*)::int as count from cases');
    await press(page, 'F4');
    expect(await page.getByText('请先回答这一项').count()).toBe(2);
    expect(await page.evaluate('document.activeElement.closest("[data-field]").dataset.field')).toBe(
      'relation',
    );
    expect(await desk.rows('select count(*)::int as count from cases')).toEqual([before]);
  });

  it('at 360 points by thumb alone, with the safe contact always in the same corner', async () => {
    const page = await newCall(PHONE);
    const chip = page.locator('.safe-contact > summary');
    const corner = await chip.boundingBox();
    await page.getByRole('radio', { name: '邻居' }).check();
    await page.locator('[data-field=canTalkNow]').getByRole('radio', { name: '否' }).check();
    await page.getByLabel('发生了什么').fill('楼上又在打人。');
    await untilSaveMark(page, 'saved');
    const later = await chip.boundingBox();
    expect([Math.round((later?.x ?? 0) + (later?.width ?? 0))]).toEqual([
      Math.round((corner?.x ?? 0) + (corner?.width ?? 0)),
    ]);
    expect(later?.y ?? 999).toBeLessThan(60);
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(PHONE.width);
    await page.getByRole('button', { name: '建案' }).click();
    const number = await opened(page);
    await expect.poll(() => eventsOf(number)).toEqual(['track.opened', 'call.answered', 'talk.postponed']);
  });
});

describe.runIf(hasBrowser())('is she known?', { timeout: 120_000 }, () => {
  beforeAll(start);
  afterAll(() => served?.[Symbol.asyncDispose]());

  it('is answered while the number is typed, without a click, in whatever spelling it was pasted', async () => {
    const { number } = await desk.caseOf('13900004321');
    const page = await newCall();
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(request.url()));
    const field = page.getByLabel('来电号码');
    for (const spelling of ['＋８６ 139-0000-4321', '0086 139 0000 4321', '１３９００００４３２１']) {
      await field.fill('');
      await page.getByText('输入号码，边输边查。').waitFor();
      await field.fill(spelling);
      await page.getByRole('link', { name: number }).waitFor();
    }
    expect(await page.locator('.repeat-caller').textContent()).toContain('90 天内第 2 次来电');
    expect(asked.filter((url) => /4321|%EF%BC/.test(url))).toEqual([]);
    await field.fill('13900009999');
    await page.getByText('这个号码没有您能看到的个案。').waitFor();
  });

  it('a third contact and help that came to nothing stand out', async () => {
    const first = await desk.caseOf('13700007777');
    await desk.record(first.trackId, 'safety.confirmed');
    await desk.record(first.trackId, 'caller.informed', { rightsTold: true, legalAidTold: true });
    await desk.caseOf('13700007777');
    const page = await newCall();
    await page.getByLabel('来电号码').fill('137 0000 7777');
    const banner = page.locator('.repeat-caller');
    await banner.getByText('90 天内第 3 次来电').waitFor();
    expect(await banner.textContent()).toContain('以前没有办成：仅提供信息');
    await page.getByRole('link', { name: first.number }).waitFor();
  });

  it('nothing on the page names her to a passer-by: not the title, not the address, not where she is', async () => {
    const page = await newCall();
    await page.getByLabel('怎么称呼她').fill('温如玉');
    const place = page.getByLabel('她现在在哪里');
    await place.fill('河东里七号楼');
    await page.getByLabel('发生了什么').focus();
    await untilSaveMark(page, 'saved');
    expect(decodeURI(page.url()) + (await page.title())).not.toMatch(/温如玉|河东里/);
    expect(await page.evaluate(COVER)).toBe('disc');
    await place.focus();
    expect(await page.evaluate(COVER)).toBe('none');
  });
});
