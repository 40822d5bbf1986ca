import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoId } from '#src/store/seed-demo.ts';
import { hasBrowser } from '#test/support/browser.ts';
import { answer, part } from '#test/support/order-hands.ts';
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

const SCREEN = { width: 1920, height: 1080 };
const PHONE = { width: 360, height: 740 };

describe.runIf(hasBrowser())('the board of orders', { timeout: 60_000 }, () => {
  let served: TestConsole;
  let desk: OrderDesk;
  let unserved: OrderAtWork;
  let kept: OrderAtWork;
  beforeAll(async () => {
    served = await startConsole();
    desk = {
      manager: clerkOf(await served.client('manager1')),
      court: clerkOf(await served.client('court1')),
    };
    for (let count = 0; count < 6; count += 1) await applied(desk);
    unserved = await granted(desk, 90);
    kept = await inForce(desk);
  });
  afterAll(() => served?.[Symbol.asyncDispose]());

  const lane = part;
  const tab = (page: Page, name: RegExp) => page.getByRole('link', { name });

  it('each lane counts what it lists; a card says code, time left, what happened last and who has the ball', async () => {
    const page = await served.open('court1', '/orders');
    const applied = lane(page, '已申请');
    await applied.getByRole('article').first().waitFor();
    expect(await applied.getByRole('article').count()).toBe(6);
    expect(await applied.getByRole('heading', { level: 2 }).textContent()).toMatch(/6$/);
    expect(await applied.getByRole('article').first().textContent()).toMatch(
      /HL\d{4}-\w{8}还剩\d+ (小时|分钟|天)受理.*等待 青禾区人民法院提交申请/,
    );
    expect(await page.title()).toBe('保护令看板 · 好邻');
  });

  it('lane, court and district are in the address, and a reload keeps them', async () => {
    const page = await served.open('court1', '/orders');
    await tab(page, /^待送达/).click();
    await page.getByLabel('法院').selectOption({ label: '青禾区人民法院' });
    await expect
      .poll(() => new URL(page.url()).search)
      .toBe(`?lane=to_serve&court=${demoId('agency/court')}`);
    await page.reload();
    await page.locator('.order-card').waitFor();
    expect(await page.locator('.order-card').count()).toBe(1);
    expect(await page.getByLabel('法院').inputValue()).toBe(demoId('agency/court'));
    await page.getByLabel('辖区').selectOption({ label: '柳溪镇妇女联合会' });
    await page.getByText('这一栏没有保护令').waitFor();
  });

  it('what the court does appears on the federation’s board by itself', async () => {
    const page = await served.open('manager1', '/orders');
    await lane(page, '已申请').getByRole('article').first().waitFor();
    const decided = await applied(desk);
    await tells(desk.court, decided.trackId, ['application.accepted', { urgent: true }]);
    const now = await advance(desk.manager, 'PT0S');
    const terms = { madeOn: now.slice(0, 10), validMonths: 1, measures: [{ id: 'm1', code: 'no_violence' }] };
    const units = ['police_station', 'committee'].map((kind) => ({ id: kind, kind, district: 'own' }));
    const before = await lane(page, '待送达').getByRole('article').count();
    await tells(desk.court, decided.trackId, ['order.granted', { ...terms, units }]);
    // The notice comes over the stream; the board's own reading is half a minute apart.
    await advance(desk.manager, 'PT0S');
    const count = () => lane(page, '待送达').getByRole('article').count();
    await expect.poll(count, { timeout: 12_000 }).toBe(before + 1);
  });

  it('on the wall everything fits, counts stay whole, nothing names anybody, and nobody has to touch it', async () => {
    const page = await served.open('court1', '/orders', SCREEN);
    await page.clock.install();
    await page.goto('/orders/screen');
    await lane(page, '已申请')
      .getByText(/^另有 \d 件$/)
      .waitFor();
    const overflow = await page.evaluate('document.documentElement.scrollHeight - window.innerHeight');
    expect(overflow).toBeLessThanOrEqual(0);
    const size = await page.evaluate(
      `parseFloat(getComputedStyle(document.querySelector('.screen-card strong')).fontSize)`,
    );
    expect(size).toBeGreaterThanOrEqual(40);
    expect(await page.locator('.frame-who').isVisible()).toBe(false);
    await page.clock.runFor(70_000);
    expect(await lane(page, '已申请').isVisible()).toBe(true);
  });

  it('when the network goes away the wall keeps what it had and says how old it is, and renews itself', async () => {
    const page = await served.open('court1', '/orders/screen', SCREEN);
    await page.clock.install();
    await page.goto('/orders/screen');
    await lane(page, '已申请').getByRole('article').first().waitFor();
    await page.getByText(/^数据时间 \d\d:\d\d:\d\d$/).waitFor();
    await page.context().setOffline(true);
    await page.clock.runFor(200_000);
    await page.getByText(/连不上服务器。这里显示的是 \d\d:\d\d:\d\d 的数据（\d 分钟前）/).waitFor();
    expect(await lane(page, '已申请').getByRole('article').first().isVisible()).toBe(true);
    await page.context().setOffline(false);
    await page.clock.runFor(60_000);
    await page.getByText(/^数据时间/).waitFor();
  });

  it('in the corridor three acts lie under the thumb, and a visit is saved with it', async () => {
    const page = await served.open('court1', `/orders/corridor/${kept.trackId}`, PHONE);
    const acts = page.getByRole('navigation', { name: '三项操作' }).getByRole('button');
    await acts.first().waitFor();
    expect(await acts.allTextContents()).toEqual(['送达', '回访', '违反']);
    for (const act of await acts.all()) {
      const box = await act.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(box?.y).toBeGreaterThan(PHONE.height * 0.6);
    }
    const costs = await countCosts(page);
    await acts.nth(1).click();
    for (const [question, words] of [
      ['方式', '上门'],
      ['与被申请人分开见面', '是'],
      ['保护令得到遵守', '是'],
    ] as const)
      await answer(page, question, words);
    await page.getByRole('button', { name: '登记回访' }).click();
    await page.getByText('已保存。').waitFor();
    expect(await costs.presses()).toBe(5);
    const card = await desk.court.get(`/api/orders/${kept.trackId}`);
    expect(card.body).toContain('"lastEvent":{"title":{"zh":"回访"');
  });

  it('in the corridor a receipt is whom, how and save; the least urgent order is found in the list', async () => {
    const page = await served.open('court1', '/orders/corridor', PHONE);
    const code = (await desk.court.get(`/api/orders/${unserved.trackId}`)).body.match(/HL\d{4}-\w{8}/)?.[0];
    await page.getByRole('link', { name: new RegExp(code ?? 'none') }).click();
    await page.getByRole('navigation', { name: '三项操作' }).getByRole('button', { name: '送达' }).click();
    await page.getByLabel('公安派出所').click();
    await page.getByLabel('委托送达').click();
    await page.getByRole('button', { name: '登记送达' }).click();
    await page.getByText('已保存。').waitFor();
    await page.getByText('送达 1/4').waitFor();
  });

  it('on paper there is every lane with room to write, and nothing to press', async () => {
    const page = await served.open('court1', '/orders/meeting');
    await page.getByRole('table').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    expect(await page.locator('.frame-head').isVisible()).toBe(false);
    expect(await page.getByRole('table').first().textContent()).toMatch(/已申请 6.*会议意见/);
    await page.getByText(/^截至 \d{4}-\d\d-\d\d \d\d:\d\d，共 \d+ 件。不含任何当事人姓名。$/).waitFor();
  });
});
