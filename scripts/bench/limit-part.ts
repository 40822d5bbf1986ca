import { connect, type Pool } from '#db/connect.ts';
import { type Load, putUnderLoad, type Walk } from './load.ts';
import type { Part } from './part.ts';
import { type Rehearsal, rehearse, type SentStatement, type SentTransition, transposed } from './rehearse.ts';

export type LimitOptions = {
  /** Where the statements come from. */
  readonly rehearsalUrl: string;
  /** Where they are sent; a database in which nobody else writes. */
  readonly databaseUrl: string;
};

// More than any machine we know does; beyond it cases are made ready while the clock runs.
const CASES_READY_PER_SECOND = 600;

/**
 * The database's own limit: the two statements of each transition, as the engine sent them once, on distinct cases,
 * through the same pool, and nothing else. What it gives is what the product could reach if its own work cost nothing.
 */
export async function openLimitPart({ rehearsalUrl, databaseUrl }: LimitOptions): Promise<Part<Load>> {
  const rehearsal = await rehearse(rehearsalUrl);
  const connection = connect(databaseUrl);
  const supply = createSupply(rehearsal);
  return {
    answer: (load) => {
      supply.refill(((load.warmUpMs + load.durationMs) / 1000) * CASES_READY_PER_SECOND);
      const clients = Array.from({ length: load.clientCount }, () => replay(connection.pool, supply.take));
      return putUnderLoad(clients, load);
    },
    [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
  };
}

type Supply = {
  readonly refill: (count: number) => void;
  readonly take: () => readonly SentTransition[];
};

function createSupply(rehearsal: Rehearsal): Supply {
  const ready: (readonly SentTransition[])[] = [];
  let madeCount = 0;
  const make = () => {
    madeCount += 1;
    const tag = madeCount.toString(16).padStart(8, '0');
    return rehearsal.transitions.map((transition) => transposed(rehearsal, transition, tag));
  };
  return {
    refill: (count) => {
      while (ready.length < count) ready.push(make());
    },
    take: () => ready.pop() ?? make(),
  };
}

function replay(pool: Pool, take: () => readonly SentTransition[]): Walk {
  let left: SentTransition[] = [];
  return async () => {
    if (left.length === 0) left = [...take()];
    const next = left.shift();
    if (next === undefined) throw new Error('a case without a transition');
    await send(pool, next.read);
    if ((await send(pool, next.write)) !== 1) throw new Error('a transition of the limit was not written');
  };
}

async function send(pool: Pool, statement: SentStatement): Promise<number> {
  const result = await pool.query(statement as SentStatement & { values: unknown[] });
  return result.rowCount ?? 0;
}
