/** What of the board is shown; it stands in the address, so that it can be kept and sent to a colleague. */
export type BoardFilter = {
  readonly lane?: string;
  readonly court?: string;
  readonly agency?: string;
  readonly cursor?: string;
};

const KEYS = ['lane', 'court', 'agency', 'cursor'] as const;

/** The lanes of the wall; the others are one click away. */
export const MAIN_LANES: readonly string[] = [
  ...['applied', 'decide_by', 'to_serve', 'in_force'],
  ...['renewal_window', 'violated', 'lapsed'],
];

/** The filter of an address. */
export function filterIn(search: URLSearchParams): BoardFilter {
  return Object.fromEntries(
    KEYS.flatMap((key) => {
      const value = search.get(key);
      return value === null || value === '' ? [] : [[key, value]];
    }),
  );
}

/** The address of a filter with something changed in it; null takes a part away. Another filter begins at its first page. */
export function searchWith(
  filter: BoardFilter,
  change: { readonly [K in keyof BoardFilter]?: string | null },
): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...filter, cursor: null, ...change }))
    if (typeof value === 'string' && value !== '') search.set(key, value);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
