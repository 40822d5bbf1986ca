import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '#test/support/browser.ts';
import { countCosts } from '#test/support/budget.ts';
import { startConsole, type TestConsole } from '#test/support/console.ts';
import type { LoadClient } from '#test/support/load-client.ts';
import { askLawyer, engageLawyer, HER_PHONE, openOrder, record, RESPONDENT, SURVIVOR } from './matter.ts';

const PHONE = { width: 360, height: 740 };
const BEFORE_ANSWER = '看利益冲突，作答复';

let console: TestConsole;
let manager: LoadClient;
let lawyers: LoadClient[];
beforeAll(async () => {
  if (!hasBrowser()) return;
  console = await startConsole();
  manager = await console.client('manager1');
  lawyers = await Promise.all(['lawyer1', 'lawyer2', 'lawyer3', 'lawyer4'].map(console.client));
}, 120_000);
afterAll(() => console?.[Symbol.asyncDispose]());
const lawyer = (which: 1 | 2 | 3 | 4): LoadClient => lawyers[which - 1] as LoadClient;

const options = { timeout: 120_000 };

describe.runIf(hasBrowser())('an offer', options, () => {
  it('accepts with two presses from the list, and is shown and sent no name of hers before', async () => {
    const { number, trackId } = await askLawyer(manager, lawyer(1));
    const page = await console.open('lawyer1', '/', PHONE);
    const heard: Promise<string>[] = [];
    page.on('response', (answer) => {
      // The stream has no end to wait for.
      if (!answer.url().endsWith('/stream')) heard.push(answer.text().catch(() => ''));
    });
    await page.getByText('等您答复').waitFor();
    const { presses } = await countCosts(page);
    await page.getByRole('link', { name: BEFORE_ANSWER }).click();
    await page.getByText(RESPONDENT).waitFor();
    const hers = new RegExp(`${SURVIVOR}|${number}|${HER_PHONE}`);
    expect(await page.locator('body').textContent()).not.toMatch(hers);
    expect((await Promise.all(heard)).join('\n')).not.toMatch(hers);
    await page.getByRole('button', { name: '没有冲突，接受委派' }).click();
    await page.getByText('待首次会谈').waitFor();
    expect(await presses()).toBe(2);
    expect(new URL(page.url()).pathname).toBe(`/consultations/${trackId}`);
    await page.getByText(number).waitFor();
    expect(await page.title()).not.toMatch(new RegExp(`${SURVIVOR}|${RESPONDENT}|HL`));
  });

  it('steps aside for a conflict with a code and no word of text', async () => {
    const { trackId } = await askLawyer(manager, lawyer(2));
    const page = await console.open('lawyer2', '/', PHONE);
    const { presses } = await countCosts(page);
    await page.getByRole('link', { name: BEFORE_ANSWER }).click();
    await page.getByRole('button', { name: '有利益冲突' }).click();
    await page.getByRole('radio', { name: '正在代理对方当事人' }).click();
    expect(await page.locator('input[type=text], textarea').count()).toBe(0);
    await page.getByRole('button', { name: '回避，不承接' }).click();
    await page.getByRole('heading', { name: '我的工作' }).waitFor();
    expect(await presses()).toBe(4);
    const { state } = await manager.read<{ state: string[] }>(`/tracks/${trackId}`);
    expect(state).toEqual(['matching.requested']);
  });

  it('declines without a conflict by a code; an offer that is open already asks for the answer alone', async () => {
    const { trackId } = await askLawyer(manager, lawyer(2));
    await record(lawyer(2), trackId, 'conflict.cleared');
    const page = await console.open('lawyer2', `/consultations/${trackId}/answer`, PHONE);
    expect(await page.getByRole('button', { name: '有利益冲突' }).count()).toBe(0);
    await page.getByRole('button', { name: '不能承接' }).click();
    await page.getByRole('radio', { name: '地域不便' }).click();
    await page.getByRole('button', { name: '不承接', exact: true }).click();
    await page.getByText('现在没有等您处理的事').waitFor();
  });

  it('sees three columns and no more: next step, due in words, whether she may be called', async () => {
    await engageLawyer(manager, lawyer(3));
    const page = await console.open('lawyer3');
    const row = page.locator('.work-row');
    await row.waitFor();
    expect(await page.locator('.work-columns span').allTextContents()).toEqual([
      '下一步',
      '到期',
      '现在能联系她吗',
    ]);
    expect(await row.locator(':scope > *').count()).toBe(3);
    const text = await row.textContent();
    expect(text).toMatch(/记录会谈/);
    expect(text).toMatch(/还剩 \d+ (天|小时|分钟)/);
    expect(text).toMatch(/现在可以联系/);
  });

  it('her list changes by itself when somebody asks her', async () => {
    const page = await console.open('lawyer4');
    await page.getByText('现在没有等您处理的事').waitFor();
    await askLawyer(manager, lawyer(4));
    await page.getByText('等您答复').waitFor();
  });
});

describe.runIf(hasBrowser())('a session', options, () => {
  it('tells a session in four fields with one thumb, and the screen says saved when it is', async () => {
    const { trackId } = await engageLawyer(manager, lawyer(3));
    const page = await console.open('lawyer3', `/consultations/${trackId}`, PHONE);
    await page.getByRole('link', { name: '记录会谈' }).click();
    const form = page.locator('.session-form');
    await form.waitFor();
    // When, how, advice, next step with its day; what is optional is folded away.
    expect(await form.locator('> .field, > .choice').count()).toBe(5);
    // When is filled in; the other four are asked for.
    const { emptyRequired, presses } = await countCosts(page);
    expect(await emptyRequired()).toBe(4);
    expect(await form.locator('input[type=datetime-local]').inputValue()).toMatch(/^\d{4}-/);
    expect(await form.locator('textarea').isVisible()).toBe(false);
    await form.getByRole('radio', { name: '电话' }).click();
    await form.getByRole('radio', { name: '申请人身安全保护令' }).click();
    await form.getByRole('radio', { name: '起草法律文书' }).click();
    await form.getByRole('button', { name: '三天后' }).click();
    await page.getByRole('button', { name: '保存会谈记录' }).click();
    await page.getByText('已保存：会谈记录。').waitFor();
    expect(await presses()).toBe(5);
    await page.getByText('上次会谈').waitFor();
    expect(await page.locator('.matter-lines').first().textContent()).toContain('申请人身安全保护令');
    const { state } = await lawyer(3).read<{ state: string[] }>(`/tracks/${trackId}`);
    expect(state).toEqual(['counsel.engaged.heard']);
  });

  it('says what is missing in words, beside each field, and sends nothing', async () => {
    const { trackId } = await engageLawyer(manager, lawyer(3));
    const page = await console.open('lawyer3', `/consultations/${trackId}/session`, PHONE);
    await page.getByRole('button', { name: '保存会谈记录' }).click();
    await page.locator('.field-problem').first().waitFor();
    expect(await page.locator('.field-problem').count()).toBe(4);
    const { version } = await lawyer(3).read<{ version: number }>(`/tracks/${trackId}`);
    expect(version).toBe(4);
  });

  it('on a phone every control is as big as a thumb, nothing is wider than the screen, and the send button stays', async () => {
    const { trackId } = await engageLawyer(manager, lawyer(3));
    const page = await console.open('lawyer3', `/consultations/${trackId}/session`, PHONE);
    await page.locator('.session-form').waitFor();
    const scrollWidth = await page.evaluate('document.documentElement.scrollWidth');
    const controls = page.locator('.session-form').locator('.choice-option span, .input, .button, summary');
    const small: string[] = [];
    for (const control of await controls.filter({ visible: true }).all()) {
      const box = await control.boundingBox();
      if ((box?.height ?? 0) < 44) small.push((await control.textContent()) ?? '');
    }
    expect(scrollWidth).toBe(360);
    expect(small).toEqual([]);
    const send = page.getByRole('button', { name: '保存会谈记录' });
    const box = await send.boundingBox();
    expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThanOrEqual(740);
  });
});

describe.runIf(hasBrowser())('a matter', options, () => {
  it('hands back with two presses and a code, and the case is gone from her list', async () => {
    const { trackId, caseId } = await engageLawyer(manager, lawyer(2));
    const page = await console.open('lawyer2', `/consultations/${trackId}`, PHONE);
    await page.getByRole('button', { name: '退回委派' }).waitFor();
    const { presses } = await countCosts(page);
    await page.getByRole('button', { name: '退回委派' }).click();
    const confirm = page.getByRole('button', { name: '确认退回' });
    expect(await confirm.isDisabled()).toBe(true);
    await page.getByRole('radio', { name: '因病不能继续履行职责' }).click();
    await confirm.click();
    await page.getByText('现在没有等您处理的事').waitFor();
    // Two presses, and the code.
    expect(await presses()).toBe(3);
    expect(await lawyer(2).read<{ code?: string }>(`/cases/${caseId}`)).toMatchObject({ code: 'not_found' });
  });

  it('her number stays folded away until it is asked for', async () => {
    const { trackId } = await engageLawyer(manager, lawyer(1));
    const page = await console.open('lawyer1', `/consultations/${trackId}`, PHONE);
    await page.getByText('待首次会谈').waitFor();
    expect(await page.locator('body').textContent()).not.toMatch(new RegExp(`${HER_PHONE}|${SURVIVOR}`));
    await page.getByText('怎样联系她').click();
    await page.getByText(HER_PHONE).waitFor();
    await page.getByText('问水表').waitFor();
  });

  it('the application is drafted from the case, says what is missing, and never where she lives now', async () => {
    const { trackId, caseId } = await engageLawyer(manager, lawyer(1));
    const order = await openOrder(manager, caseId, { livesTogether: true, movedOut: true });
    await record(manager, order, 'evidence.added', { kind: 'medical' });
    const page = await console.open('lawyer1', `/consultations/${trackId}/application`);
    const paper = page.locator('.paper');
    await paper.getByText(RESPONDENT).waitFor();
    const text = (await paper.textContent()) ?? '';
    for (const there of [
      SURVIVOR,
      '配偶',
      '禁止实施家庭暴力',
      '被推倒在地',
      '医疗机构的诊疗记录',
      '反家庭暴力法',
    ])
      expect(text).toContain(there);
    expect(await page.locator('body').textContent()).not.toContain('桃源路');
    await page.getByText('她的现住址不会出现在申请书里').waitFor();
    // Who may read where she is, drafts no other paper.
    const desk = await console.open('manager1', `/consultations/${trackId}/application`);
    await desk.locator('.paper').getByText(RESPONDENT).waitFor();
    expect(await desk.locator('body').textContent()).not.toContain('桃源路');
    const missing = page.locator('.application-missing li');
    const count = await missing.count();
    await page.getByLabel('受理法院').fill('青禾区人民法院');
    await paper.getByText('青禾区人民法院').waitFor();
    expect(await missing.count()).toBe(count - 1);
  });

  it('on paper there is the application and nothing of the screen', async () => {
    const { trackId } = await engageLawyer(manager, lawyer(1));
    const page = await console.open('lawyer1', `/consultations/${trackId}/application`);
    await page.locator('.paper').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.paper').isVisible()).toBe(true);
    expect(await page.locator('.application-side').isVisible()).toBe(false);
    expect(await page.locator('.frame-head').isVisible()).toBe(false);
    expect(await page.locator('.page-head').isVisible()).toBe(false);
  });
});
