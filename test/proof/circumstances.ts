import { FACTS, type FactName, type PublishedFacts } from '#src/base/facts.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { CaseView, Recorded } from '#src/workflow/workflow-event.ts';
import { type Circumstances, OPENED_AT, outlined } from '#test/support/step-with.ts';
import type { Choose } from './branches.ts';

/** What the rest of the case is to a track that is walked. */
export type Surroundings = {
  /** Facts that are known; every other may have any value that the track itself does not outdo. */
  readonly facts?: Readonly<Record<string, string>>;
  readonly openTracks?: number;
  readonly openDeadlines?: number;
  readonly ownerAgency?: string;
  readonly tracks?: CaseView['tracks'];
};

/**
 * What the engine adds to an event, everything that a move leaves open undecided: who sent it (any role that may), what
 * the case's facts are (any that its guards ask for), whether other tracks or deadlines are open.
 */
export function circumstancesOf(
  choose: Choose,
  { workflow, type, given }: { workflow: Workflow; type: string; given: Circumstances },
  own: PublishedFacts,
  around: Surroundings = {},
): Recorded {
  const at = given.at ?? OPENED_AT;
  const roles = workflow.events[type]?.roles ?? [];
  return {
    occurredAt: at,
    now: at,
    actor: {
      id: given.person ?? 'somebody',
      agency: given.agency ?? 'federation',
      get role() {
        return given.role ?? choose('role', roles.length > 0 ? roles : (['system'] as const));
      },
    },
    case: {
      facts: factsOf(choose, { ...around.facts, ...given.facts }, own) as never,
      ownerAgency: given.ownerAgency ?? around.ownerAgency ?? 'federation',
      tracks: outlined(given.tracks ?? around.tracks ?? {}),
      get openTracks() {
        return given.openTracks ?? around.openTracks ?? choose('openTracks', [0, 1]);
      },
      get openDeadlines() {
        return given.openDeadlines ?? around.openDeadlines ?? choose('openDeadlines', [0, 1]);
      },
    },
  };
}

/** A track's own facts are among the case's: the case never has a weaker one. */
function factsOf(choose: Choose, known: Readonly<Record<string, string>>, own: PublishedFacts): object {
  return new Proxy(
    {},
    {
      get: (_, name) => {
        if (typeof name !== 'string' || !(name in FACTS)) return undefined;
        const values: readonly string[] = FACTS[name as FactName];
        const least = Math.max(0, values.indexOf(own[name as FactName] ?? ''));
        return known[name] ?? choose(`fact ${name}`, values.slice(least));
      },
    },
  );
}
