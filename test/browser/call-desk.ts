import { type LoadClient, settle } from '#test/support/load-client.ts';

/** Somebody who waits for a call, prepared over the API. */
export type Waiting = { readonly caseId: string; readonly trackId: string; readonly number: string };

const CONTACT = {
  canTalkNow: false,
  okToCall: true,
  okToVoicemail: false,
  phone: '13900001234',
  codeWord: '买两斤枣',
  whoMayAnswer: '妹妹',
};

/** A window that is open now, whatever the clock says; or one that is shut now. */
export async function hoursOf(client: LoadClient, isOpen: boolean): Promise<{ from: string; to: string }> {
  const { now } = await client.read<{ now: string }>('/clock');
  const hour = Number(now.slice(11, 13));
  const at = (ahead: number) => `${String((hour + ahead + 24) % 24).padStart(2, '0')}:00`;
  return isOpen ? { from: at(-2), to: at(3) } : { from: at(3), to: at(5) };
}

/** Opens a case whose caller could not talk, and promises to call back. */
export async function promiseCall(
  client: LoadClient,
  contact: object = {},
  name = '宁小雨',
): Promise<Waiting> {
  const opened = await settle(
    client,
    client.prepare('/cases', {
      channel: 'hotline_12338',
      caller: { relation: 'self' },
      safeContact: { ...CONTACT, window: await hoursOf(client, true), ...contact },
      survivor: { name },
    }),
  );
  const view = JSON.parse(opened.body) as { id: string; number: string; tracks: { id: string }[] };
  const trackId = view.tracks[0]?.id ?? '';
  await recordOn(client, trackId, 'call.answered');
  await recordOn(client, trackId, 'talk.postponed');
  return { caseId: view.id, trackId, number: view.number };
}

/** Records an event with nothing to say, at the version the track has now. */
export async function recordOn(client: LoadClient, trackId: string, type: string): Promise<void> {
  const { version } = await client.read<{ version: number }>(`/tracks/${trackId}`);
  const headers = { 'if-match': `"${version}"` };
  await settle(client, client.prepare(`/tracks/${trackId}/events`, { type, payload: {} }, headers));
}

/** The types of what happened on a track, the oldest first. */
export async function happenedOn(client: LoadClient, { caseId, trackId }: Waiting): Promise<string[]> {
  type Entry = { readonly trackId: string | null; readonly type: string };
  const { items } = await client.read<{ items: readonly Entry[] }>(`/cases/${caseId}/timeline?limit=200`);
  return items
    .filter((entry) => entry.trackId === trackId)
    .map(({ type }) => type)
    .reverse();
}
