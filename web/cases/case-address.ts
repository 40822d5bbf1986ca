/** What is open on the page of a case, as its address says: at most one form at a time. */
export type OpenForm =
  | { readonly kind: 'event'; readonly type: string }
  | { readonly kind: 'opening'; readonly workflow: string }
  | { readonly kind: 'handoff'; readonly way: string };

/** Reads what is open from the search part of an address; null: no form is. */
export function openFormIn(search: URLSearchParams): OpenForm | null {
  const type = search.get('event');
  if (type !== null) return { kind: 'event', type };
  const workflow = search.get('open');
  if (workflow !== null) return { kind: 'opening', workflow };
  const way = search.get('handoff');
  return way === null ? null : { kind: 'handoff', way };
}

/** The address of a case, or of one of its tracks. */
export function caseAddress(caseId: string, trackId?: string): string {
  return trackId === undefined ? `/cases/${caseId}` : `/cases/${caseId}/tracks/${trackId}`;
}

type Summary = {
  readonly workflow: string;
  readonly id: string;
  readonly assignee: string | null;
  readonly agency: string;
  readonly isFinal: boolean;
};

/** The track that is shown when the address names none: hers, else her agency's (the intake before
 * what was begun from it), else one that still runs. */
export function firstTrack<T extends Summary>(
  tracks: readonly T[],
  { id, agency }: { readonly id: string; readonly agency: string },
): T | undefined {
  const running = tracks.filter(({ isFinal }) => !isFinal);
  return (
    running.find(({ assignee }) => assignee === id) ??
    running.find((track) => track.agency === agency && track.workflow === 'intake') ??
    running.find((track) => track.agency === agency) ??
    running[0] ??
    tracks[0]
  );
}
