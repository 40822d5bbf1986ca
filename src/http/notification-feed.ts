import { setTimeout as delay } from 'node:timers/promises';
import type { Db } from '#db/connect.ts';
import { type FedNotification, listFedNotifications, readLastSerial } from '#src/store/list-notifications.ts';

export type Listener = (notification: FedNotification) => void;

/** What a listener gets is after `position`; what came before it is in the table. */
export type Subscription = { readonly position: number; readonly end: () => void };

export type NotificationFeed = {
  readonly subscribe: (personId: string, listener: Listener) => Promise<Subscription>;
};

// Twice a second one small index scan, however many people watch; nobody watching, none.
const POLL_MS = 500;
const BATCH_LIMIT = 500;
// Serials are drawn before they are committed, so a lower one may appear later. A missing one is waited for this long;
// then it was drawn by something that failed. Transactions that write notifications take a few milliseconds.
const GAP_WAIT_MS = 2_000;

/**
 * Reads the table of notifications once for everybody who watches, and hands each what is theirs, in the order of
 * serials. `onError` hears of a failed look; the next one tries again.
 */
export function createNotificationFeed(db: Db, onError: (error: unknown) => void): NotificationFeed {
  const listeners = new Map<symbol, { personId: string; listener: Listener }>();
  const firstSeenAt = new Map<number, number>();
  let position = 0;
  let isPolling = false;

  const deliver = (notification: FedNotification): void => {
    position = notification.serial;
    firstSeenAt.delete(notification.serial);
    for (const { personId, listener } of listeners.values()) {
      if (personId === notification.personId) listener(notification);
    }
  };

  const look = async (): Promise<void> => {
    const now = performance.now();
    for (const notification of await listFedNotifications(db, position, BATCH_LIMIT)) {
      const seenAt = firstSeenAt.get(notification.serial) ?? now;
      firstSeenAt.set(notification.serial, seenAt);
      const isNext = notification.serial === position + 1;
      if (!isNext && now - seenAt < GAP_WAIT_MS) return;
      deliver(notification);
    }
  };

  const poll = async (): Promise<void> => {
    isPolling = true;
    while (listeners.size > 0) {
      await look().catch(onError);
      // `ref: false`: it must not keep a process alive that has closed everything else.
      await delay(POLL_MS, undefined, { ref: false });
    }
    firstSeenAt.clear();
    isPolling = false;
  };

  return {
    subscribe: async (personId, listener) => {
      if (!isPolling && listeners.size === 0) position = await readLastSerial(db);
      const key = Symbol();
      listeners.set(key, { personId, listener });
      const subscription = { position, end: () => void listeners.delete(key) };
      if (!isPolling) void poll();
      return subscription;
    },
  };
}
