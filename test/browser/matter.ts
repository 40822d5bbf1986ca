import { type LoadClient, settle } from '#test/support/load-client.ts';

/** A matter a lawyer is asked to take: prepared over the API, as the federation would. */
export type Matter = { readonly caseId: string; readonly trackId: string; readonly number: string };

/** Who they are in every matter prepared here; both are invented. */
export const SURVIVOR = '温如玉';
export const RESPONDENT = '魏大勇';
export const HER_PHONE = '13900001234';

type Opened = { id: string; number: string };
type User = { id: string };

/** Opens a case with what a hotline would know, and asks a lawyer of the demo district to take its consultation. */
export async function askLawyer(
  manager: LoadClient,
  lawyer: LoadClient,
  form: Readonly<Record<string, unknown>> = {},
): Promise<Matter> {
  const opened = await send<Opened>(manager, '/cases', {
    channel: 'hotline_12338',
    caller: { relation: 'self' },
    safeContact: { canTalkNow: true, okToCall: true, phone: HER_PHONE, codeWord: '问水表' },
    survivor: { name: SURVIVOR, sex: 'female', address: '柳溪镇桃源路12号' },
    respondent: { name: RESPONDENT, relation: 'spouse' },
    incident: { time: '昨晚九点', area: '柳溪镇', narrative: '被推倒在地，额头受伤。' },
    ...form,
  });
  const track = await send<{ id: string }>(manager, `/cases/${opened.id}/tracks`, {
    workflow: 'consultation',
    input: { respondentName: RESPONDENT, clientAgrees: true },
  });
  const { user } = await lawyer.read<{ user: User }>('/session');
  await record(manager, track.id, 'lawyer.assigned', { lawyer: user.id });
  return { caseId: opened.id, trackId: track.id, number: opened.number };
}

/** The same, accepted. */
export async function engageLawyer(
  manager: LoadClient,
  lawyer: LoadClient,
  form: Readonly<Record<string, unknown>> = {},
): Promise<Matter> {
  const matter = await askLawyer(manager, lawyer, form);
  await record(lawyer, matter.trackId, 'conflict.cleared');
  await record(lawyer, matter.trackId, 'offer.accepted');
  return matter;
}

/** Begins an application for a protection order of the two. */
export async function openOrder(manager: LoadClient, caseId: string, more: object = {}): Promise<string> {
  const input = {
    relation: 'spouse',
    basis: 'violence',
    applicants: [{ id: 'a1', name: SURVIVOR }],
    respondents: [{ id: 'r1', name: RESPONDENT }],
    ...more,
  };
  const body = { workflow: 'protection-order', input };
  return (await send<{ id: string }>(manager, `/cases/${caseId}/tracks`, body)).id;
}

/** Records an event at the version the track has now. */
export async function record(
  client: LoadClient,
  trackId: string,
  type: string,
  payload: object = {},
): Promise<void> {
  const { version } = await client.read<{ version: number }>(`/tracks/${trackId}`);
  await send(client, `/tracks/${trackId}/events`, { type, payload }, { 'if-match': `"${version}"` });
}

/** Sends a command and gives its answer. */
async function send<T>(
  client: LoadClient,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<T> {
  return JSON.parse((await settle(client, client.prepare(path, body, headers))).body) as T;
}
