import { type Login, logIn } from '#scripts/demo/client.ts';
import { addMs } from '#src/base/instant.ts';

const DAY_MS = 86_400_000;

/** Who plays in the pictures: their logins in the demo district. */
const NAMES = [
  'operator1',
  'operator2',
  'manager1',
  'supervisor1',
  'lawyer1',
  'lawyer2',
  'court1',
  'police1',
  'village1',
  'shelter1',
] as const;

export type Desk = Readonly<Record<(typeof NAMES)[number], Login>>;

/** A case as it was opened: its own id and that of its intake. */
export type OpenedCase = { readonly id: string; readonly intake: string };

/** Logs everybody in at a running server in demo mode. */
export async function openDesk(baseUrl: string): Promise<Desk> {
  const logins = await Promise.all(
    NAMES.map(async (name) => [name, await logIn(baseUrl, name, 'haolin-demo')] as const),
  );
  return Object.fromEntries(logins) as Desk;
}

/** Now on the demo clock, RFC 3339 with +08:00. */
export async function nowOn({ manager1 }: Desk): Promise<string> {
  return (await manager1.get<{ now: string }>('/demo/clock')).now;
}

/** Lets time pass; answers when everything that fell due on the way has happened. */
export async function letPass({ manager1 }: Desk, duration: string): Promise<void> {
  await manager1.post('/demo/clock', { advance: duration });
}

/** Lets time pass until the next half past nine in Shanghai, so that the pictures show an ordinary morning. */
export async function untilMorning(desk: Desk): Promise<void> {
  const now = await nowOn(desk);
  const minutes = Number(now.slice(11, 13)) * 60 + Number(now.slice(14, 16));
  await letPass(desk, `PT${(9 * 60 + 30 - minutes + 24 * 60) % (24 * 60)}M`);
}

/** The day so many days after now, in Shanghai. */
export async function dayAhead(desk: Desk, days: number): Promise<string> {
  return addMs(await nowOn(desk), days * DAY_MS).slice(0, 10);
}

/** The track of a workflow that a case has. */
export async function trackOf({ manager1 }: Desk, caseId: string, workflow: string): Promise<string> {
  const { tracks } = await manager1.get<{ tracks: { id: string; workflow: string }[] }>(`/cases/${caseId}`);
  const found = tracks.find((track) => track.workflow === workflow);
  if (found === undefined) throw new Error(`the case has no track of ${workflow}`);
  return found.id;
}

/** Offers a track to another agency; the offer waits there for an answer. */
export async function offer(
  { manager1 }: Desk,
  caseId: string,
  to: {
    readonly agency: string;
    readonly purpose: string;
    readonly trackId?: string;
    readonly kind?: string;
  },
): Promise<string> {
  const { agency, purpose, trackId, kind = 'referral' } = to;
  const body = {
    kind,
    toAgency: agency,
    purpose,
    basis: '当事人同意；反家庭暴力法 第15条',
    fields: ['risk', 'safeContact'],
    ...(trackId !== undefined && { trackId }),
  };
  return (await manager1.post<{ id: string }>(`/cases/${caseId}/handoffs`, body)).id;
}
