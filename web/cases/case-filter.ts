const STATUSES = ['open', 'closed'] as const;
const RISKS = ['high', 'medium', 'low', 'unknown'] as const;

/** Which cases are listed, as the address says. */
export type CaseFilter = {
  readonly status?: (typeof STATUSES)[number];
  readonly risk?: (typeof RISKS)[number];
  /** Only those in which something is assigned to the reader. */
  readonly isMine: boolean;
};

/** Reads the filter from an address; what it does not know is as if it were not there. */
export function filterIn(search: URLSearchParams): CaseFilter {
  const status = STATUSES.find((known) => known === search.get('status'));
  const risk = RISKS.find((known) => known === search.get('risk'));
  return {
    ...(status !== undefined && { status }),
    ...(risk !== undefined && { risk }),
    isMine: search.get('mine') === 'yes',
  };
}

/** The address of the same list with one thing changed; null takes it away. */
export function withChoice(search: URLSearchParams, key: string, value: string | null): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return next;
}
