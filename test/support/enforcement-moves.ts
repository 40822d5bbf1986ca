/** A breach of an order, and what else may open an enforcement. */
export const BREACH = { basis: 'order', respondent: 'r1', source: 'police', acts: ['violence'] } as const;
export const OBSTRUCTION = {
  basis: 'obstruction',
  respondent: 'r1',
  source: 'court',
  acts: ['insult'],
} as const;

/** A day of January 2026, at nine. */
export const day = (days: string) => `2026-01-${days}T09:00:00.000+08:00`;

export const ADMONISHED = { place: 'custody', recordMade: true } as const;
