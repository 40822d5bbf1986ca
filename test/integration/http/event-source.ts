import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { FastifyInstance } from 'fastify';
import type { Db } from '#db/connect.ts';
import type { Browser } from '#test/support/test-app.ts';

/** A browser listening to its stream: what came, and whether it ended. */
export type EventSource = Disposable & {
  readonly status: number;
  readonly headers: Headers;
  readonly events: { id: number; data: Record<string, unknown> }[];
  readonly text: () => string;
  readonly ended: Promise<void>;
};

/** The address of an application that listens. */
export function addressOf(app: FastifyInstance): string {
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

/** Opens a stream and waits for its first bytes. */
export async function listenTo(
  app: FastifyInstance,
  browser: Pick<Browser, 'cookie'>,
  lastEventId?: number,
): Promise<EventSource> {
  const hangUp = new AbortController();
  const response = await fetch(`${addressOf(app)}/api/stream`, {
    headers: {
      cookie: browser.cookie,
      ...(lastEventId !== undefined && { 'last-event-id': String(lastEventId) }),
    },
    signal: hangUp.signal,
  });
  let received = '';
  const events: EventSource['events'] = [];
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      received += decoder.decode(chunk, { stream: true });
      events.splice(0, events.length, ...parse(received));
    }
  };
  const ended = read().catch(() => undefined);
  if (response.status === 200) await expect.poll(() => received).toContain('retry:');
  const { status, headers } = response;
  return { status, headers, events, ended, text: () => received, [Symbol.dispose]: () => hangUp.abort() };
}

/** Writes a notification for a person, as the workers do; gives its id. */
export async function notify(db: Db, personId: string): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('notifications')
    .values({
      notification_id: id,
      person_id: personId,
      kind: 'deadline.reminded',
      case_id: randomUUID(),
      deadline_id: randomUUID(),
      source_id: randomUUID(),
      track_id: null,
      at: '2026-03-01T09:00:00.000+08:00',
      read_at: null,
    })
    .execute();
  return id;
}

function parse(text: string): EventSource['events'] {
  return text
    .split('\n\n')
    .slice(0, -1)
    .filter((block) => block.startsWith('id: '))
    .map((block) => {
      const [, id, data] = /^id: (\d+)\nevent: notification\ndata: (.*)$/.exec(block) ?? [];
      return { id: Number(id), data: JSON.parse(data ?? 'null') };
    });
}
