import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '#test/support/browser.ts';
import { startConsole, type TestConsole } from '#test/support/console.ts';
import { settle } from '#test/support/load-client.ts';
import { type CaseDesk, openDesk, typeEvidence } from './case-desk.ts';

describe.runIf(hasBrowser())('the page of a case', { timeout: 90_000 }, () => {
  let console: TestConsole;
  let desk: CaseDesk;
  beforeAll(async () => {
    console = await startConsole();
    desk = await openDesk(console);
  });
  afterAll(() => console?.[Symbol.asyncDispose]());

  let opened: Page | undefined;
  const open = async (...how: Parameters<TestConsole['open']>): Promise<Page> => {
    opened = await console.open(...how);
    return opened;
  };
  // A window that stays open goes on asking the server.
  afterEach(() => opened?.context().close());

  it('the list is filtered by its address, which is kept over a reload', async () => {
    const page = await open('manager1', '/cases');
    await page.getByLabel('高危', { exact: true }).click();
    await page.getByText('没有符合条件').waitFor();
    expect(new URL(page.url()).search).toBe('?risk=high');
    await page.reload();
    await page.getByText('没有符合条件').waitFor();
    await page.getByLabel('高危', { exact: true }).click();
    await page.getByRole('link', { name: /^HL/ }).first().waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('what cannot be done now is there too, with the reason and who could do it', async () => {
    const page = await open('operator1', `/cases/${desk.caseId}/tracks/${desk.orderId}`);
    await page.getByText(/现在不能做的事，以及原因/).click();
    const blocked = page.locator('.blocked-steps li', { hasText: '移送犯罪线索' });
    await blocked.getByText(/可由：.*个案管理员/).waitFor();
  });

  it('the address of a form opens it, and one that is not offered says so', async () => {
    const address = `/cases/${desk.caseId}/tracks/${desk.orderId}`;
    const page = await open('manager1', `${address}?event=evidence.added`);
    await page.getByLabel('证据种类').waitFor();
    await page.goto(`${address}?event=order.granted`);
    await page.getByText(/现在不能记录，原因见下/).waitFor();
  });

  it('who it is about stays covered until somebody asks, and is covered again when she turns away', async () => {
    const page = await open('manager1', `/cases/${desk.caseId}`);
    const survivor = page.getByRole('region', { name: '受害人' });
    await survivor.waitFor();
    expect(await page.getByText('陆小满').count()).toBe(0);
    await survivor.getByRole('button', { name: '显示' }).click();
    await survivor.getByText('柳荫路12号').waitFor();
    await page.getByRole('link', { name: /受理/ }).focus();
    await page.getByText('柳荫路12号').waitFor({ state: 'detached' });
    expect(await page.title()).not.toContain('陆');
    expect(page.url()).not.toContain('%');
  });

  it('her safe contact stands in the same corner however far the page is scrolled', async () => {
    const page = await open('manager1', `/cases/${desk.caseId}`, { width: 360, height: 640 });
    const corner = page.locator('.contact-corner', { hasText: '现在可以联系' });
    await corner.waitFor();
    await page.mouse.wheel(0, 900);
    await expect.poll(() => page.evaluate('window.scrollY')).toBeGreaterThan(300);
    await expect.poll(async () => (await corner.boundingBox())?.y ?? -1).toBeLessThan(60);
    expect((await corner.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  });

  it('a handoff is three clicks from the case, and consent is never assumed', async () => {
    const page = await open('manager1', `/cases/${desk.caseId}`);
    await page.getByRole('button', { name: '通报（法定职责）' }).click();
    await page.getByRole('radio', { name: /公安/ }).first().click();
    await page.getByRole('button', { name: '发出' }).click();
    await page.getByText(/已发出。请对方在 .* 前答复/).waitFor();
    const { items } = await desk.manager.read<{ items: { kind: string; caseId: string }[] }>(
      '/handoffs?box=out',
    );
    expect(items.filter(({ caseId }) => caseId === desk.caseId).map(({ kind }) => kind)).toEqual(['notice']);
  });

  it('another track is begun from its form, and is the one that is shown', async () => {
    const page = await open('manager1', `/cases/${desk.caseId}`);
    await page.getByText('开启新的办理环节').click();
    await page.getByRole('button', { name: '律师咨询' }).click();
    await page.getByRole('button', { name: '开启：律师咨询' }).click();
    await page.getByText('须先确认此项').waitFor();
    await page.getByLabel('当事人同意向律师提供必要信息').check();
    await page.getByRole('button', { name: '开启：律师咨询' }).click();
    await page.locator('.state-now', { hasText: '待指派律师' }).waitFor();
    await page.getByRole('button', { name: '指派律师' }).click();
    await page.getByLabel('律师', { exact: true }).selectOption({ index: 1 });
    await page.getByRole('button', { name: '确认：指派律师' }).click();
    await page.getByText('已记录：指派律师').waitFor();
  });

  it('the digest of a file is worked out in the browser; only the digest is sent', async () => {
    const page = await open('manager1', `/cases/${desk.caseId}/tracks/${desk.orderId}`);
    await typeEvidence(page, '门诊病历');
    const file = { name: 'paper.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a picture') };
    await page.locator('.typed-form input[type=file]').setInputFiles(file);
    const digest = createHash('sha256').update(file.buffer).digest('hex');
    await expect.poll(() => page.locator('.form-digest').inputValue()).toBe(digest);
    await page.getByRole('button', { name: /^确认：/ }).click();
    await page.getByText('已记录：补充证据').waitFor();
    const log = JSON.stringify(await desk.manager.read(`/cases/${desk.caseId}/timeline`));
    expect(log).toContain(digest);
    expect(log).not.toContain('paper.jpg');
  });

  it('a police liaison finds hers in the list, and works it on the page', async () => {
    const { caseId } = await openDesk(console);
    const police = await console.client('police1');
    const { user } = await police.read<{ user: { agency: string } }>('/session');
    const offer = {
      kind: 'transfer',
      toAgency: user.agency,
      purpose: '请依法处置',
      basis: '法定职责',
      fields: [],
    };
    await settle(desk.manager, desk.manager.prepare(`/cases/${caseId}/handoffs`, offer));
    const offered = await untilOffered(police, caseId);
    const accept = police.prepare(`/handoffs/${offered}/accept`, {});
    await settle(police, { ...accept, body: '' });
    const page = await open('police1', '/cases');
    await page.getByRole('link', { name: /^HL/ }).first().click();
    await page.getByText('开启新的办理环节').click();
    await page.getByRole('button', { name: '告诫书' }).click();
    await page.getByRole('button', { name: /^开启：.*告诫/ }).click();
    await page.getByText(/处需要填写或者修改/).waitFor();
    await page.getByRole('link', { name: /人身安全保护令/ }).click();
    await page.getByRole('button', { name: '补充证据' }).waitFor();
  });

  it('a case that is not hers looks like one that is not there', async () => {
    const page = await open('shelter1', `/cases/${desk.caseId}`);
    await page.getByText('没有找到，或者您无权查看').waitFor();
  });
});

type Reader = Awaited<ReturnType<TestConsole['client']>>;

/** The id of the offer of a case, once the worker has delivered it. */
async function untilOffered(police: Reader, caseId: string): Promise<string> {
  type Offer = { readonly id: string; readonly caseId: string };
  let offer: Offer | undefined;
  const look = async (): Promise<boolean> => {
    const { items } = await police.read<{ items: Offer[] }>('/handoffs?box=in&status=offered');
    offer = items.find((item) => item.caseId === caseId);
    return offer !== undefined;
  };
  await expect.poll(look, { timeout: 20_000 }).toBe(true);
  return offer?.id ?? '';
}
