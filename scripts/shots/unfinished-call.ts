import { randomUUID } from 'node:crypto';
import type { Desk } from './desk.ts';
import { CALLERS } from './people.ts';

/** A call that was cut off before it was a case, as its operator finds it again; gives the id of its draft. */
export async function playUnfinishedCall({ operator1 }: Desk): Promise<string> {
  const id = randomUUID();
  const { name, phone, told } = CALLERS.moving;
  const redLines = {
    hurt: 'no',
    present: 'no',
    weapon: 'unknown',
    choking: 'yes',
    threat: 'yes',
    children: 'no',
  };
  const contact = { phoneControlled: false, okToCall: true, from: '19:00', to: '21:00' };
  const scale = { q1: 'yes', q2: 'yes', q3: 'yes', q4: 'no', s1: 'yes' };
  const content = { relation: 'self', phone, name, narrative: told, redLines, contact, scale };
  await operator1.put(`/drafts/${id}`, { kind: 'call', content });
  return id;
}
