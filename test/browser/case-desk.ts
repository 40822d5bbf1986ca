import type { Page } from 'playwright-core';
import type { TestConsole } from '#test/support/console.ts';
import { type LoadClient, settle } from '#test/support/load-client.ts';

/** A case with an application for a protection order being prepared, owned by the federation. */
export type CaseDesk = {
  readonly caseId: string;
  readonly intakeId: string;
  readonly orderId: string;
  /** Acts over the API as the case manager. */
  readonly manager: LoadClient;
};

const CASE = {
  channel: 'hotline_12338',
  caller: { relation: 'self' },
  safeContact: { canTalkNow: true, okToCall: true },
  survivor: { name: '陆小满', address: '柳荫路12号' },
  respondent: { name: '丁大河' },
};
const ORDER = {
  workflow: 'protection-order',
  input: {
    relation: 'spouse',
    basis: 'danger',
    applicants: [{ id: 'a1', name: '陆小满' }],
    respondents: [{ id: 'r1', name: '丁大河' }],
  },
};

/** Prepares one over the API. */
export async function openDesk(console: TestConsole): Promise<CaseDesk> {
  const manager = await console.client('manager1');
  const opened = await post(manager, '/cases', CASE);
  const order = await post(manager, `/cases/${opened.id}/tracks`, ORDER);
  return { caseId: opened.id, intakeId: opened.tracks[0]?.id ?? '', orderId: order.id, manager };
}

type Made = { readonly id: string; readonly tracks: readonly { readonly id: string }[] };

async function post(client: LoadClient, path: string, body: object): Promise<Made> {
  return JSON.parse((await settle(client, client.prepare(path, body))).body) as Made;
}

/** Records an event over the API, at the version the track has now. */
export async function record(
  client: LoadClient,
  trackId: string,
  type: string,
  payload: object,
): Promise<void> {
  const { version } = await client.read<{ version: number }>(`/tracks/${trackId}`);
  const headers = { 'if-match': `"${version}"` };
  await settle(client, client.prepare(`/tracks/${trackId}/events`, { type, payload }, headers));
}

/** How many events of a type a track has. */
export async function countOf(desk: CaseDesk, trackId: string, type: string): Promise<number> {
  type Entry = { readonly trackId: string | null; readonly type: string };
  const { items } = await desk.manager.read<{ items: readonly Entry[] }>(
    `/cases/${desk.caseId}/timeline?limit=200`,
  );
  return items.filter((entry) => entry.trackId === trackId && entry.type === type).length;
}

/** The form of evidence, with something typed into it. */
export async function typeEvidence(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: '补充证据' }).click();
  await page.getByLabel('证据种类').selectOption({ label: '医疗机构的诊疗记录' });
  await page.getByText('选填内容（3 项）').click();
  await page.getByLabel('证明内容').fill(text);
}
