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
  /** An order was breached: a new circumstance for a divorce suit (PO17 11), and a reason to look at the risk. */
  breach: ['no', 'yes'],
  /** He was punished before: a warning letter no longer takes the place of punishment (GT34 20(3)). */
  punished: ['no', 'yes'],
  /** Nobody warns, calls or visits her any more; who killed her is still prosecuted. */
  survivor: ['living', 'died'],
  /** What the police did at an earlier call; a second one weighs more. */
  policeHistory: ['none', 'educated', 'mediated', 'warned'],
  enforcement: ['none', 'open'],
  litigation: ['none', 'preparing', 'pending'],
  divorceBar: ['none', 'running'],
  criminal: ['none', 'reported', 'filed', 'prosecuted', 'convicted'],
  custody: ['none', 'restricted', 'held'],
  /** A summons, a judgment or a release: the risk is to be looked at again now. */
  dangerPoint: ['none', 'due'],
  /** The worst grade any guardian of the child has now. */
  guardian: ['unknown', 'protective', 'interested', 'neglectful', 'suspect'],
  protectiveGuardian: ['none', 'known'],
  placement: ['none', 'needed', 'placed'],
  shelter: ['none', 'requested', 'housed'],
  /** Somebody is looking for her: nobody tells anybody where she is. */
  location: ['unlocked', 'locked'],
  inquiry: ['none', 'open'],
  crisis: ['none', 'watched', 'acute'],
  mediation: ['none', 'open', 'agreed'],
  /** Violence or a threat during mediation: no warning letter in place of punishment (GT34 20(2)). */
  mediationViolence: ['no', 'yes'],
  /** Somebody mediated what the law says must not be mediated. */
  mediationMisuse: ['none', 'flagged'],
  /** Violence came to light outside an assessment: signs that were seen, or words that were said. */
  disclosure: ['none', 'signs', 'made'],
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
