import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type ItemOf } from '#web/api/client.ts';
import type { Track, TrackEvent } from '#web/api/track.ts';
import type { Order, OrderService } from './board-query.ts';

type TrackDeadline = Track['deadlines'][number];
export type Recorded = ItemOf<'/api/cases/{id}/timeline'>;

type Party = { readonly id: string };

/** What the track of an order remembers, as far as its page speaks of it. */
export type OrderContext = {
  readonly applicants: readonly Party[];
  readonly respondents: readonly Party[];
  readonly units: readonly { readonly id: string; readonly kind: string }[];
  readonly measures: readonly Measure[];
  readonly visits: readonly { readonly id: string; readonly unit: string; readonly from: string }[];
  readonly movedOut: boolean;
  readonly asked: readonly string[];
  readonly validTo: string | null;
  readonly acceptedAt: string | null;
};

export type Measure = {
  readonly id: string;
  readonly code: string;
  readonly status: string;
  readonly dueOn: string | null;
};

/** Everything the page of an order draws: its card, its track, and what was recorded on it, newest first. */
export type OrderAtHand = {
  readonly order: Order;
  readonly track: Track;
  readonly context: OrderContext;
  readonly recorded: readonly Recorded[];
};

// A case with more events than these pages hold shows the rest on its own page.
const PAGE_SIZE = 200;
const PAGES_LIMIT = 5;

/** What was recorded on one track of a case, newest first. */
export function useRecorded(caseId: string, trackId: string) {
  return useQuery({
    queryKey: ['/api/cases/{id}/timeline', caseId, trackId],
    queryFn: () => readRecorded(caseId, trackId),
  });
}

async function readRecorded(caseId: string, trackId: string): Promise<readonly Recorded[]> {
  const found: Recorded[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_LIMIT; page += 1) {
    const query: Record<string, string> = { limit: String(PAGE_SIZE), ...(cursor !== null && { cursor }) };
    const { items, nextCursor } = await answerOf(
      api.GET('/api/cases/{id}/timeline', { params: { path: { id: caseId }, query } }),
    );
    found.push(...items.filter((item) => item.trackId === trackId));
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return found;
}

export function contextOf(track: Track): OrderContext {
  return track.context as OrderContext;
}

/** An event of the state the track is in; undefined where the state does not know it. */
export function eventOf(track: Track, type: string): TrackEvent | undefined {
  return track.events.find((event) => event.type === type);
}

/** The open clock of a declaration, the nearest one. */
export function openClock(track: Track, ...declarations: readonly string[]): TrackDeadline | undefined {
  return track.deadlines
    .filter(({ declaration, outcome }) => outcome === 'open' && declarations.includes(declaration))
    .toSorted((a, b) => (a.safeDue < b.safeDue ? -1 : 1))[0];
}

export type Addressee = OrderService & { readonly id: string; readonly receipt: string | null };

/** Each addressee of the ruling that holds now, with the short name that events are told by. */
export function addresseesOf({ order, context, recorded }: OrderAtHand): readonly Addressee[] {
  const ids = [...context.applicants, ...context.respondents, ...context.units].map(({ id }) => id);
  // The card lists them in the order of the context; nobody's short name stands on a card.
  return order.services.flatMap((service, index) => {
    const id = ids[index];
    if (id === undefined) return [];
    const proof = recorded.find(
      ({ type, occurredAt, payload }) =>
        type === 'document.served' && occurredAt === service.servedAt && partOf(payload, 'to') === id,
    );
    const receipt = partOf(proof?.payload, 'receipt');
    return [{ ...service, id, receipt: typeof receipt === 'string' ? receipt : null }];
  });
}

/** A part of a payload; a value that is sealed to the reader is an object, and no text. */
export function partOf(payload: unknown, key: string): unknown {
  return typeof payload === 'object' && payload !== null
    ? (payload as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
