import pg from 'pg';
import type { Page } from 'playwright-core';
import type { TestConsole } from './console.ts';
import { clerkOf } from './order-desk.ts';

/** What a test of the call screen asks of the ledger, and does before the call. */
export type CallDesk = {
  /** Rows of a query, as the database has them. */
  readonly rows: (sql: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;
  /** Opens a case by hand, answers its call, and gives its ids and number. */
  readonly caseOf: (phone: string) => Promise<{ id: string; number: string; trackId: string }>;
  /** Records an event on a track as somebody of the desk. */
  readonly record: (trackId: string, type: string, payload?: object) => Promise<void>;
};

/** A desk at a running product. */
export async function callDesk(served: TestConsole): Promise<CallDesk> {
  const clerk = clerkOf(await served.client('operator2'));
  const record: CallDesk['record'] = async (trackId, type, payload = {}) => {
    const { version } = (await clerk.get(`/api/tracks/${trackId}`)).json();
    const headers = { 'if-match': `"${version}"` };
    const answer = await clerk.send({
      url: `/api/tracks/${trackId}/events`,
      body: { type, payload },
      headers,
    });
    if (answer.statusCode !== 200) throw new Error(`${type}: ${answer.body}`);
  };
  return {
    record,
    rows: async (sql, values = []) => {
      const client = new pg.Client({ connectionString: served.databaseUrl });
      await client.connect();
      try {
        return (await client.query(sql, [...values])).rows;
      } finally {
        await client.end();
      }
    },
    caseOf: async (phone) => {
      const body = {
        channel: 'hotline_12338',
        caller: { relation: 'self', phone },
        safeContact: { canTalkNow: true },
        survivor: { phone },
      };
      const opened = JSON.parse((await clerk.send({ url: '/api/cases', body })).body);
      const trackId: string = opened.tracks[0].id;
      await record(trackId, 'call.answered');
      return { id: opened.id, number: opened.number, trackId };
    },
  };
}

/** How the words on the screen stand: `saved`, `saving`, `away`, `stale`. */
export async function untilSaveMark(page: Page, mark: string): Promise<string> {
  const line = page.locator(`[data-save=${mark}]`);
  await line.waitFor();
  return (await line.textContent()) ?? '';
}

/** Waits for the call screen. */
export async function callScreen(page: Page): Promise<Page> {
  await page.getByText('先问六件事').waitFor();
  return page;
}
