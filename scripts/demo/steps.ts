import { setTimeout as delay } from 'node:timers/promises';
import { type Deadline, type Login, ServerRefused, type Track } from './client.ts';
import type { Printer } from './print.ts';

/** Who plays: their logins in the demo district. */
export const CAST = [
  'operator1',
  'manager1',
  'supervisor1',
  'lawyer1',
  'lawyer2',
  'shelter1',
  'police1',
] as const;
export type Cast = Readonly<Record<(typeof CAST)[number], Login>>;

export type Play = {
  readonly cast: Cast;
  readonly say: Printer;
  readonly caseId: string;
  readonly intake: string;
};

export type Handoff = {
  readonly id: string;
  readonly trackId: string;
  readonly status: string;
  readonly expiresAt: string;
};

/** Who works on the intake, as the audience sees them. */
const NAMES = { operator1: '接线员 operator1', manager1: '个案管理员 manager1' } as const;

/** Records an event on the intake and says what became of it. */
export async function record(
  parts: Play,
  who: keyof typeof NAMES,
  type: string,
  payload: object = {},
): Promise<Track> {
  const track = await parts.cast[who].send(parts.intake, type, payload);
  parts.say.line(NAMES[who], `${type} → ${titlesOf(track)}`);
  for (const deadline of track.deadlines.filter(({ outcome }) => outcome === 'open')) {
    parts.say.detail(`⏱ ${deadline.title.zh}（${deadline.rule}）最迟 ${deadline.safeDue}`);
  }
  return track;
}

/** Moves the demo clock; the server answers when all that fell due on the way has been done. */
export async function advance({ cast, say, caseId }: Play, duration: string, why: string): Promise<void> {
  const before = await noticesOf(cast, caseId);
  const { now } = await cast.manager1.post<{ now: string }>('/demo/clock', { advance: duration });
  say.setNow(now);
  say.line('时钟', why);
  const after = await noticesOf(cast, caseId);
  for (const [name, notices] of after) {
    const fresh = notices.slice(0, notices.length - (before.get(name)?.length ?? 0));
    for (const { kind, at } of fresh.toReversed()) say.detail(`🔔 ${shown(at)} ${name} ${kind}`);
  }
}

/** How long until some hours before a deadline, as a duration. */
export async function timeUntil({ cast }: Play, deadline: Deadline, hoursBefore: number): Promise<string> {
  const { now } = await cast.operator1.get<{ now: string }>('/demo/clock');
  const end = deadline.safeDue.replace('T24:00', 'T23:59');
  const minutes = Math.floor((Date.parse(`${end}:00+08:00`) - Date.parse(now)) / 60_000) - hoursBefore * 60;
  return `PT${Math.max(1, minutes)}M`;
}

/** How long until an hour after an instant, as a duration. */
export async function timePast({ cast }: Play, instant: string): Promise<string> {
  const { now } = await cast.operator1.get<{ now: string }>('/demo/clock');
  return `PT${Math.ceil((Date.parse(instant) - Date.parse(now)) / 60_000) + 60}M`;
}

/** Offers a handoff in the manager's name. */
export async function offerTo(
  cast: Cast,
  caseId: string,
  offer: {
    readonly kind: string;
    readonly toAgency: string;
    readonly purpose: string;
    readonly trackId?: string;
  },
): Promise<Handoff> {
  const body = {
    ...offer,
    basis: '当事人同意；反家庭暴力法 第15条',
    fields: ['risk', 'safeContact'],
  };
  return cast.manager1.post<Handoff>(`/cases/${caseId}/handoffs`, body);
}

// The worker delivers within milliseconds, the sweeper within seconds.
const ARRIVAL_TIMEOUT_MS = 30_000;

/** Waits until a worker has put an offer into the receiver's inbox. */
export async function arrival(receiver: Login, handoffId: string): Promise<void> {
  const end = performance.now() + ARRIVAL_TIMEOUT_MS;
  while (performance.now() < end) {
    const { items } = await receiver.get<{ items: Handoff[] }>('/handoffs?box=in&status=offered');
    if (items.some((item) => item.id === handoffId)) return;
    await delay(100);
  }
  throw new Error('the offer did not arrive within 30 s: is a worker running?');
}

/** The refusal a request meets, in the server's words. */
export async function refusalOf(request: () => Promise<unknown>): Promise<string> {
  try {
    await request();
    return '没有被拒绝（这不对）';
  } catch (error) {
    if (error instanceof ServerRefused) return `${error.status} ${error.code}`;
    throw error;
  }
}

/** The titles of where a track stands. */
export function titlesOf(track: Track): string {
  return track.titles.map((one) => one.zh).join(' · ');
}

/** An instant as people write it. */
export function shown(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}

type Notice = { readonly kind: string; readonly at: string; readonly caseId: string };

async function noticesOf(cast: Cast, caseId: string): Promise<Map<string, Notice[]>> {
  const entries = await Promise.all(
    Object.entries(cast).map(async ([name, login]): Promise<[string, Notice[]]> => {
      const { items } = await login.get<{ items: Notice[] }>('/notifications?limit=200');
      return [name, items.filter((notice) => notice.caseId === caseId)];
    }),
  );
  return new Map(entries);
}
