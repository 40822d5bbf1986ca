import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Track } from '#web/api/track.ts';
import { caseQuery, workflowQuery } from '#web/api/case.ts';
import type { FormAbout } from './form-about.ts';
import { termsOf } from './known-codes.ts';

/** What the forms of a track are about. */
export function useTrackAbout(track: Track): Omit<FormAbout, 'problems'> {
  const { data: workflow } = useQuery(workflowQuery(track.workflow));
  const { data: ofCase } = useQuery(caseQuery(track.caseId));
  const terms = useMemo(
    () =>
      termsOf([
        ...(workflow === undefined ? [] : [workflow.inputSchema]),
        ...(workflow?.events ?? track.events).map(({ payloadSchema }) => payloadSchema),
      ]),
    [workflow, track.events],
  );
  const { caseId, context, revealed } = track;
  return { caseId, context, revealed, terms, ownerAgency: ofCase?.ownerAgency ?? null };
}
