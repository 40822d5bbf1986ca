import { momentMs } from '#web/words/time.ts';

type Recorded = { readonly recordedAt: string };

/** The moments at which something was recorded, the earliest first, each once: the stops of the slider. */
export function stopsOf(entries: readonly Recorded[]): readonly string[] {
  const byMs = new Map(entries.map(({ recordedAt }) => [momentMs(recordedAt), recordedAt]));
  return [...byMs].sort(([a], [b]) => a - b).map(([, moment]) => moment);
}

/** Where the slider stands: as many stops as lie at the moment or before; past all of them when it is now (null). */
export function positionOf(stops: readonly string[], asOf: string | null): number {
  if (asOf === null) return stops.length;
  return Math.max(0, stops.filter((stop) => momentMs(stop) <= momentMs(asOf)).length - 1);
}

/** What had been recorded by a moment; everything when it is now. */
export function recordedBy<Entry extends Recorded>(
  entries: readonly Entry[],
  asOf: string | null,
): readonly Entry[] {
  return asOf === null ? entries : entries.filter(({ recordedAt }) => momentMs(recordedAt) <= momentMs(asOf));
}

/** The moment in an address; null: none, or no moment. */
export function asOfIn(search: URLSearchParams): string | null {
  const text = search.get('asof');
  return text !== null && !Number.isNaN(momentMs(text)) ? text : null;
}
