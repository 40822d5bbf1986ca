import type { Track } from '#web/api/track.ts';
import { partOf, type Part } from './application-draft.ts';

/** A track's context with the values behind its references, where this reader may see them. */
export function openedContext({ context, revealed }: Pick<Track, 'context' | 'revealed'>): Part {
  return partOf(opened(context, revealed));
}

function opened(value: unknown, revealed: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((each) => opened(each, revealed));
  if (typeof value !== 'object' || value === null) return value;
  if ('sealed' in value) return revealed[String(value.sealed)] ?? null;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, opened(each, revealed)]));
}
