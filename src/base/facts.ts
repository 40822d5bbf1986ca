/**
 * What tracks of one case tell each other. Values are ordered from weak to strong: when two tracks publish
 * the same fact, the case has the stronger one. A track that publishes nothing says the first value.
 */
export const FACTS = {
  risk: ['unknown', 'low', 'medium', 'high'],
  mandatoryReport: ['none', 'reported', 'due'],
  repeat: ['no', 'yes'],
  intake: ['closed', 'active'],
  consultation: ['none', 'requested', 'engaged'],
  representation: ['none', 'needed', 'granted'],
  protectionOrder: ['none', 'applied', 'in_force'],
  warningLetter: ['none', 'monitoring', 'violated'],
  transfer: ['none', 'offered'],
} as const satisfies Record<string, readonly string[]>;

export type FactName = keyof typeof FACTS;
export type FactValue<N extends FactName = FactName> = (typeof FACTS)[N][number];

/** The facts of a case: every name has a value. */
export type Facts = { readonly [N in FactName]: FactValue<N> };

/** The facts one track publishes. */
export type PublishedFacts = { readonly [N in FactName]?: FactValue<N> };

/** The case's facts: of each name the strongest value any of its tracks publishes. */
export function strongestFacts(published: Iterable<PublishedFacts>): Facts {
  const strongest: Record<string, string> = {};
  for (const name of Object.keys(FACTS)) strongest[name] = FACTS[name as FactName][0];
  for (const facts of published) {
    for (const [name, value] of Object.entries(facts)) {
      const order: readonly string[] = FACTS[name as FactName];
      if (order.indexOf(value) > order.indexOf(strongest[name] ?? '')) strongest[name] = value;
    }
  }
  return strongest as Facts;
}
