import type { Measure } from './order-track.ts';

/** Which kinds of measure an act breaks, as a proposal to whoever records it. */
const BREAKS: Readonly<Record<string, readonly string[]>> = {
  violence: ['no_violence'],
  threat: ['no_violence', 'no_insult'],
  insult: ['no_insult'],
  harassment: ['no_harassment'],
  stalking: ['no_stalking'],
  contact: ['no_contact'],
  entering: ['keep_away'],
  not_moved: ['move_out'],
  not_paid: ['pay'],
  surveillance: ['remove_devices', 'no_harassment'],
  child_taken: ['custody'],
  confinement: ['no_violence', 'schooling'],
};

/** The measures of an order that these acts break, by their short names. */
export function brokenBy(acts: readonly string[], measures: readonly Measure[]): readonly string[] {
  const kinds = new Set(acts.flatMap((act) => BREAKS[act] ?? []));
  return measures.filter(({ code }) => kinds.has(code)).map(({ id }) => id);
}
