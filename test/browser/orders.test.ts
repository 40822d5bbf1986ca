import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '#test/support/browser.ts';
import { answer, choose, part, press } from '#test/support/order-hands.ts';
import { countCosts } from '#test/support/budget.ts';
import { startConsole, type TestConsole } from '#test/support/console.ts';
import {
  advance,
  applied,
  clerkOf,
  granted,
  inForce,
  type OrderAtWork,
  type OrderDesk,
  tells,
} from '#test/support/order-desk.ts';

describe.runIf(hasBrowser())('the orders of a court', { timeout: 60_000 }, () => {
  let served: TestConsole;
  let desk: OrderDesk;
  beforeAll(async () => {
    served = await startConsole();
    desk = {
      manager: clerkOf(await served.client('manager1')),
      court: clerkOf(await served.client('court1')),
    };
  });
  afterAll(() => served?.[Symbol.asyncDispose]());

  const open = ({ trackId }: OrderAtWork): Promise<Page> => served.open('court1', `/orders/${trackId}`);

  it('an application is accepted with one press, and the clock and its article are there', async () => {
    const page = await open(await applied(desk));
    await page.getByText('情况紧急的，24 小时内（反家庭暴力法第28条）').waitFor();
    const costs = await countCosts(page);
    await press(page, '情况紧急，受理（24 小时内裁定）');
    await part(page, '受理与裁定').getByText('裁定期限').waitFor();
    expect(await costs.presses()).toBe(1);
    expect(await page.locator('.order-head').textContent()).toMatch(/限期裁定.*还剩.*2[34] 小时/);
  });

  it('a ruling is five fields, filled in as most are: two presses, and four ticks wait', async () => {
    const order = await applied(desk);
    await tells(desk.court, order.trackId, ['application.accepted', { urgent: false }]);
    const page = await open(order);
    const costs = await countCosts(page);
    await press(page, '登记裁定');
    await expect.poll(costs.fields).toBe(5);
    expect(await costs.emptyRequired()).toBe(0);
    await press(page, '登记裁定，即日生效');
    await expect.poll(() => part(page, '送达').getByRole('listitem').count()).toBe(4);
    expect(await costs.presses()).toBe(2);
    // What was applied for, no less and no more.
    const measures = await part(page, '措施').getByRole('listitem').allTextContents();
    expect(measures.map((text) => text.trim())).toEqual(['禁止实施家庭暴力']);
    expect(await page.locator('.order-head').textContent()).toContain('待送达');
  });

  it('a receipt is one required field in three presses; what is late is red and says so', async () => {
    const order = await granted(desk, 100);
    await advance(desk.manager, 'PT25H');
    const page = await open(order);
    const late = part(page, '送达').getByRole('listitem').filter({ hasText: '被申请人' });
    await late.getByText('逾期未送达').waitFor();
    expect(await page.locator('.order-head').textContent()).toMatch(/已超过/);
    const costs = await countCosts(page);
    await late.getByRole('button', { name: '登记送达' }).click();
    await expect.poll(costs.emptyRequired).toBe(1);
    await choose(page, '直接送达');
    await late.getByRole('button', { name: '登记送达' }).click();
    await late.getByText('逾期送达', { exact: true }).waitFor();
    expect(await costs.presses()).toBe(3);
    expect(await late.textContent()).toMatch(/\d\d:\d\d 直接送达 · 没有回证/);
  });

  it('a way of service that needs more asks for it, and is not sent without', async () => {
    const page = await open(await granted(desk, 100));
    const line = part(page, '送达').getByRole('listitem').nth(1);
    await line.getByRole('button', { name: '登记送达' }).click();
    await choose(page, '留置送达');
    await page.getByLabel('送达回证').fill('门上留置，有录像');
    await line.getByRole('button', { name: '登记送达' }).click();
    await line.getByText('还有必填项没有填写').waitFor();
    await choose(page, '有见证人或者拍照、录像');
    await line.getByRole('button', { name: '登记送达' }).click();
    await line.getByText('回证：门上留置，有录像').waitFor();
  });

  it('a visit is three answers, and the next one follows by itself', async () => {
    const page = await open(await inForce(desk));
    const costs = await countCosts(page);
    await press(page, '登记回访');
    await expect.poll(costs.emptyRequired).toBe(3);
    await choose(page, '上门');
    await answer(page, '与被申请人分开见面', '是');
    await answer(page, '保护令得到遵守', '是');
    await press(page, '登记回访');
    const visits = part(page, '回访');
    await visits.getByText('遵守保护令').waitFor();
    expect(await costs.presses()).toBe(5);
    await expect.poll(() => visits.textContent()).toMatch(/下次回访：居民委员会.*还剩 [67] 天/);
  });

  it('one button for a breach: one required field, every clock shown, and who was told', async () => {
    const page = await open(await inForce(desk));
    const costs = await countCosts(page);
    await press(page, '报告违反保护令');
    await expect.poll(costs.emptyRequired).toBe(1);
    await choose(page, '接触');
    await press(page, '报告违反，启动全部期限');
    const breach = part(page, '违反保护令');
    await breach.getByText('已启动的期限').waitFor();
    expect(await costs.presses()).toBe(3);
    await expect.poll(() => breach.textContent()).toMatch(/通报法院.*还剩.*出警处置.*还剩/s);
    expect(await breach.textContent()).toContain('已通知：督导、个案管理员');
    expect(await page.locator('.order-head').textContent()).toContain('被违反');
    await advance(desk.manager, 'PT0S');
    const notices = await desk.manager.get('/api/notifications?limit=200');
    expect(notices.body).toContain('order.breached');
  });

  it('what he did while a lapsed order held is still reported, with the time of it', async () => {
    const order = await inForce(desk, 3);
    const did = (await advance(desk.manager, 'PT1H')).slice(0, 16);
    await advance(desk.manager, 'P5D');
    const page = await open(order);
    await page.getByText('保护令已失效。有效期内发生的行为仍须处理').waitFor();
    await press(page, '报告违反保护令');
    await expect.poll((await countCosts(page)).emptyRequired).toBe(2);
    await choose(page, '威胁、恐吓');
    await page.getByLabel('时间').fill(did);
    await press(page, '报告违反，启动全部期限');
    await part(page, '违反保护令').getByText('共 1 次').waitFor();
  });

  it('a renewal has its own clock while the order runs on, and a reconsideration too', async () => {
    const page = await open(await inForce(desk, 20));
    await page.locator('.order-head').getByText('续期窗口').waitFor();
    await press(page, '申请延长');
    await choose(page, '申请人');
    await press(page, '申请延长');
    const changes = part(page, '延长、变更、撤销');
    await changes.getByText('裁定之前保护令继续有效').waitFor();
    expect(await changes.textContent()).toMatch(/延长申请待裁定.*还剩 (3 天|7[12] 小时|2 天)/);
    await press(page, '裁定延长');
    await press(page, '登记延长裁定');
    await page.locator('.order-head').getByText('待送达', { exact: true }).waitFor();
    await press(page, '登记复议申请');
    await press(page, '登记复议申请');
    const reconsideration = part(page, '复议');
    await reconsideration.getByText('复议中').waitFor();
    expect(await reconsideration.textContent()).toMatch(/还剩 \d+ 天/);
    await press(page, '驳回复议');
    await reconsideration.getByRole('button', { name: '驳回复议' }).click();
    await expect.poll(() => page.getByText('复议中').count()).toBe(0);
  });

  it('which act is open stands in the address and survives a reload', async () => {
    const page = await open(await inForce(desk));
    await press(page, '报告违反保护令');
    expect(new URL(page.url()).search).toBe('?do=violation');
    await page.reload();
    await page.getByText('发生了什么').waitFor();
  });
});
