import { randomBytes } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Look, logInAs, openWindow, startBrowser } from '#scripts/shots/browser.ts';
import { type LoadClient, loadClient } from './load-client.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { type TestDatabase, testDatabase } from './test-db.ts';

/** The whole product with its console, and a real browser to look at it. */
export type TestConsole = AsyncDisposable & {
  readonly url: string;
  /** A page of somebody of the demo district, logged in, at a path. Each call opens a window of its own. */
  readonly open: (username: string, path?: string, look?: Look) => Promise<Page>;
  /** A window nobody is logged in to. */
  readonly window: (look?: Look) => Promise<BrowserContext>;
  /** Somebody who acts over the API, to prepare what the test is about. */
  readonly client: (username: string) => Promise<LoadClient>;
  /** `kill -9`; the address answers no more. */
  readonly stop: () => Promise<void>;
  /** The server again, at the same address, with what it had. */
  readonly restart: () => Promise<void>;
  /** Of the database under it, for what only the ledger can say. */
  readonly databaseUrl: string;
};

/** Starts one; dispose it in `afterAll`. Needs the built console (`npm test` builds it). */
export async function startConsole(): Promise<TestConsole> {
  const database: TestDatabase = await testDatabase();
  const masterKey = randomBytes(32).toString('base64');
  let server: ServerProcess = await startServer({ databaseUrl: database.url, masterKey });
  const browser: Browser = await startBrowser();
  const { url } = server;
  const open = async (username: string, path = '/', look: Look = {}): Promise<Page> => {
    const page = await (await openWindow(browser, url, look)).newPage();
    await logInAs(page, username, path);
    return page;
  };
  return {
    url,
    open,
    window: (look = {}) => openWindow(browser, url, look),
    client: (username) => loadClient(() => url, username),
    stop: () => server.kill(),
    restart: async () => {
      await server.kill();
      server = await startServer({ databaseUrl: database.url, masterKey, port: Number(new URL(url).port) });
    },
    databaseUrl: database.url,
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      await server.kill();
      await database[Symbol.asyncDispose]();
    },
  };
}
