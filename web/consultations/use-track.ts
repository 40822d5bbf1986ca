import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { trackQuery } from '#web/api/track.ts';

/** The track this address is about. */
export function useTrack() {
  const { trackId = '' } = useParams();
  return { trackId, query: useQuery(trackQuery(trackId)) };
}
