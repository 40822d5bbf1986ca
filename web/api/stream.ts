import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

// Many notices of one change come at once; the lists are read again once for all of them.
const GATHER_MS = 400;

/**
 * Listens to the notices of the person who is logged in; when one comes, everything on the screen is read anew. The
 * browser itself connects again, and says what it heard last.
 */
export function useLiveUpdates(isOn: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isOn) return undefined;
    const source = new EventSource('/api/stream');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void queries.invalidateQueries(), GATHER_MS);
    };
    source.addEventListener('notification', hear);
    source.addEventListener('message', hear);
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [isOn, queries]);
}
