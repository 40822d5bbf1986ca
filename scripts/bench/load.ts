import { type Figures, percentile } from './figures.ts';

/** One round: how many at once, how long before it counts, how long it counts. */
export type Load = {
  readonly clientCount: number;
  readonly warmUpMs: number;
  readonly durationMs: number;
};

/** Makes the next transition; resolves when it is durable and answered. */
export type Walk = () => Promise<void>;

/**
 * Lets every client make one transition after the other, without a pause, and counts those that end within the time
 * that counts. Throws with the first transition that fails: a figure with failures in it would mean nothing.
 */
export async function putUnderLoad(clients: readonly Walk[], load: Load): Promise<Figures> {
  const startMs = performance.now() + load.warmUpMs;
  const endMs = startMs + load.durationMs;
  const latenciesMs: number[] = [];
  await Promise.all(
    clients.map(async (walk) => {
      for (let begunMs = performance.now(); begunMs < endMs; begunMs = performance.now()) {
        await walk();
        const doneMs = performance.now();
        if (doneMs >= startMs && doneMs < endMs) latenciesMs.push(doneMs - begunMs);
      }
    }),
  );
  return {
    perSecond: (latenciesMs.length / load.durationMs) * 1000,
    p50Ms: percentile(latenciesMs, 0.5),
    p99Ms: percentile(latenciesMs, 0.99),
  };
}
