import type { ItemOf } from '#web/api/client.ts';

/** A running track somebody works on, or is asked to take. */
export type WorkItem = ItemOf<'/api/work'>;

export type Box = 'mine' | 'agency';

/** Whose list a role starts from: a lawyer has matters of her own, everybody else works her agency's. */
export function boxOf(role: string, asked: string | null): Box {
  if (role === 'lawyer') return 'mine';
  return asked === 'mine' ? 'mine' : 'agency';
}

/** Where a row leads: an offer to its conflict check, a lawyer's matter to its page, the rest to their case. */
export function addressOf(item: Pick<WorkItem, 'as' | 'workflow' | 'caseId' | 'trackId'>): string {
  if (item.workflow === 'consultation' && item.as === 'asked') return `/consultations/${item.trackId}/answer`;
  if (item.workflow === 'consultation' && item.as === 'assignee') return `/consultations/${item.trackId}`;
  return `/cases/${item.caseId}/tracks/${item.trackId}`;
}

/** What she is asked to take, and what she works on already; each in the order it came, the most urgent first. */
export function sortedOut(items: readonly WorkItem[]): {
  readonly offers: readonly WorkItem[];
  readonly work: readonly WorkItem[];
} {
  return {
    offers: items.filter(({ as }) => as === 'asked'),
    work: items.filter(({ as }) => as !== 'asked'),
  };
}
