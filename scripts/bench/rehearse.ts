import type { Pool } from '#db/connect.ts';
import { engineDesk, openBareEngine } from './bare-engine.ts';
import { createWalk, WALK_EVENTS } from './case-walk.ts';

/** One statement as it was sent to the database. */
export type SentStatement = {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
};

/** The reading and the writing statement of one transition. */
export type SentTransition = { readonly read: SentStatement; readonly write: SentStatement };

/** What the engine sent for one walk of a case, and what in it belongs to that case alone. */
export type Rehearsal = {
  readonly transitions: readonly SentTransition[];
  readonly number: string;
  readonly phoneToken: Buffer;
};

/** Every id and key of the rehearsed case begins with it. */
const TAG = 'a11cea5e';

/** Walks one case through the engine and keeps what the engine asked the database. */
export async function rehearse(databaseUrl: string): Promise<Rehearsal> {
  const sent: SentStatement[] = [];
  let drawnCount = 0;
  const drawId = () => {
    drawnCount += 1;
    return `${TAG}-0000-4000-8000-${drawnCount.toString(16).padStart(12, '0')}`;
  };
  await using bare = await openBareEngine(databaseUrl, ({ pool }) => ({
    pool: listening(pool, sent),
    drawId,
  }));
  const walk = createWalk(engineDesk(bare.engine, drawId));
  for (let index = 0; index <= WALK_EVENTS.length; index += 1) await walk();
  return asRehearsal(sent);
}

/** The same transition of another case: other ids, keys, case number and telephone. `tag` is 8 hex digits. */
export function transposed(rehearsal: Rehearsal, transition: SentTransition, tag: string): SentTransition {
  const token = Buffer.alloc(rehearsal.phoneToken.length, tag);
  const pairs: [string, string][] = [
    [TAG, tag],
    [rehearsal.number, `HL2000-${tag}`],
    [rehearsal.phoneToken.toString('base64'), token.toString('base64')],
  ];
  const change = (value: unknown): unknown => {
    if (typeof value === 'string')
      return pairs.reduce((text, [from, to]) => text.replaceAll(from, to), value);
    if (Buffer.isBuffer(value)) return value.equals(rehearsal.phoneToken) ? token : value;
    return Array.isArray(value) ? value.map(change) : value;
  };
  const ofOther = (statement: SentStatement) => ({ ...statement, values: statement.values.map(change) });
  return { read: ofOther(transition.read), write: ofOther(transition.write) };
}

function listening(pool: Pool, sent: SentStatement[]): Pool {
  const query = (statement: SentStatement) => {
    sent.push(statement);
    return pool.query({ ...statement, values: [...statement.values] });
  };
  return { query } as unknown as Pool;
}

function asRehearsal(sent: readonly SentStatement[]): Rehearsal {
  const transitions: SentTransition[] = [];
  for (let index = 0; index + 1 < sent.length; index += 2) {
    const [read, write] = [sent[index], sent[index + 1]];
    if (read?.name !== 'read-command' || write === undefined || write.name === 'read-command')
      throw new Error('a transition is no longer one read and one write: the bench must follow');
    transitions.push({ read, write });
  }
  const [opening] = transitions;
  const phoneToken = (opening?.read.values[4] as Buffer[] | undefined)?.[0];
  const number = opening?.write.values[2];
  if (phoneToken === undefined || typeof number !== 'string')
    throw new Error('the opening statement looks different: the bench must follow');
  return { transitions, number, phoneToken };
}
