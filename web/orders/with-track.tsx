import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { trackQuery } from '#web/api/track.ts';
import { QueryState } from '#web/parts/query-state.tsx';
import type { Order } from './board-query.ts';
import { contextOf, type OrderAtHand, useRecorded } from './order-track.ts';

type WithTrackProps = {
  readonly order: Order;
  readonly children: (atHand: OrderAtHand) => ReactNode;
};

/** Reads what belongs to a card: its track and what was recorded on it. */
export function WithTrack({ order, children }: WithTrackProps) {
  const track = useQuery(trackQuery(order.trackId));
  const recorded = useRecorded(order.caseId, order.trackId);
  return (
    <QueryState query={track}>
      {(readTrack) => (
        <QueryState query={recorded}>
          {(lines) => children({ order, track: readTrack, context: contextOf(readTrack), recorded: lines })}
        </QueryState>
      )}
    </QueryState>
  );
}
