import { useEffect, useRef } from 'react';
import { CallRow } from './call-row.tsx';
import type { Call } from './read-calls.ts';

type CallListProps = {
  readonly calls: readonly Call[];
  readonly openId: string | null;
  readonly onOpen: (trackId: string) => void;
};

/** Everybody who waits, in the order of the list; the first is at hand as soon as the page is there. */
export function CallList({ calls, openId, onOpen }: CallListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.querySelector('button')?.focus();
  }, []);
  return (
    <ul className="call-list" ref={list}>
      {calls.map((call) => (
        <CallRow
          key={call.trackId}
          call={call}
          isOpen={call.trackId === openId}
          onOpen={() => onOpen(call.trackId)}
        />
      ))}
    </ul>
  );
}
