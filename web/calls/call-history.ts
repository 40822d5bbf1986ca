import type { KnownCase } from './use-known.ts';

const DAY_MS = 86_400_000;
const WITHIN_MS = 90 * DAY_MS;

/** Events by which she, or somebody for her, turned to us. */
const CONTACTS = ['case.opened', 'caller.reached', 'call.repeated', 'incident.reported'];
/** Events by which help ended without being given. */
const REFUSALS = ['survivor.withdrew', 'handoff.declined', 'contact.abandoned', 'caller.informed'];

/** What the operator should know before she says a word. */
export type History = {
  /** This call included. */
  readonly contactCount: number;
  readonly refusals: readonly { readonly zh: string; readonly en: string }[];
  readonly hasOrder: boolean;
};

/** Reads the last 90 days of the cases under a number. */
export function historyOf(cases: readonly KnownCase[], nowMs: number): History {
  const events = cases.flatMap((known) => known.events);
  const recent = events.filter(({ occurredAt }) => nowMs - Date.parse(occurredAt) <= WITHIN_MS);
  const refused = events.filter(({ type }) => REFUSALS.includes(type)).map(({ title }) => title);
  return {
    contactCount: recent.filter(({ type }) => CONTACTS.includes(type)).length + 1,
    refusals: refused.filter(({ zh }, index) => refused.findIndex((one) => one.zh === zh) === index),
    hasOrder: cases.some(({ view }) => view.facts['protectionOrder'] === 'in_force'),
  };
}
