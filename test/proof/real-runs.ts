import { FACTS, type FactName } from '#src/base/facts.ts';
import { eventsOfState } from '#src/workflow/list-states.ts';
import { isRefused, type Stepped, startTrack, stepTrack } from '#src/workflow/step-track.ts';
import { pick, type Random, randomPayload, seededRandom } from '#test/support/random-payload.ts';
import { recorded } from '#test/support/step-with.ts';
import { type Abstraction, answeredFor } from './abstraction.ts';
import { canBeSent } from './running-deadlines.ts';
import { tellStory } from './story.ts';
import type { Step, Walked } from './walk.ts';

/** Long enough to get from an opening through an end and, where there is one, back again. */
const STEPS_MAX = 40;

export type WalkedPart = { readonly name: string; readonly walked: Walked };

/**
 * One run as life might have it: senders, facts and moments drawn from all there are, payloads half of the time from
 * everything the schemas allow (what a guard demands is seldom drawn) and half of the time from the moves of the walks.
 * Says how it left what the walks have seen, or null.
 */
export function leavesWalks(
  abstraction: Abstraction,
  parts: readonly WalkedPart[],
  seed: number,
): string | null {
  const { workflow, ids, moments } = abstraction;
  const random = seededRandom(seed);
  const hints = () => ({ ids, texts: ids, moment: pick(random, moments) });
  const opening =
    random() < 0.5 ? pick(random, abstraction.inputs) : randomPayload(workflow.input, random, hints());
  const start = startTrack(workflow, { payload: opening, openedAt: hints().moment, agency: 'federation' });
  const path: Step[] = [];
  let at = start;
  for (let step = 0; step <= STEPS_MAX; step += 1) {
    const missing = unseenBy(abstraction, parts, at);
    if (missing !== null) {
      const told = tellStory(workflow, path, start);
      return `seed ${seed}: the walk ${missing} has not seen the last state of\n${JSON.stringify(opening)}\n${told}`;
    }
    const next = randomStep(abstraction, at, random, hints);
    if (next !== null) path.push(next);
    at = next?.to ?? at;
    if (at.isFinal) break;
  }
  return null;
}

function unseenBy(abstraction: Abstraction, parts: readonly WalkedPart[], at: Stepped): string | null {
  for (const { name, walked } of parts) {
    const walk = abstraction.walks[name];
    const text = walk === undefined ? null : answeredFor(abstraction, walk)(at);
    if (text !== null && !walked.covered.has(text)) return `${name} (${text})`;
  }
  return null;
}

type Hints = { readonly ids: readonly string[]; readonly texts: readonly string[]; readonly moment: string };

/** null: it was refused. */
function randomStep(
  abstraction: Abstraction,
  from: Stepped,
  random: Random,
  hints: () => Hints,
): Step | null {
  const { workflow, ids, moments } = abstraction;
  const type = pick(random, eventsOfState(workflow, from.snapshot));
  if (!canBeSent(workflow, from, type)) return null;
  const definition = workflow.events[type];
  if (definition === undefined) throw new Error(`${type} is not declared`);
  const known = knownPayloads(abstraction, type);
  const payload =
    known.length > 0 && random() < 0.5
      ? pick(random, known)
      : randomPayload(definition.payload, random, hints());
  const role = definition.roles.length === 0 ? ('system' as const) : pick(random, definition.roles);
  const facts = randomFacts(random, from);
  const under = {
    ...{ role, facts, at: pick(random, moments), person: pick(random, ids), agency: 'federation' },
    ...{ openTracks: pick(random, [0, 0, 1]), openDeadlines: pick(random, [0, 0, 1]) },
  };
  const to = stepTrack(workflow, from.snapshot, { type, payload, ...recorded(under) });
  return isRefused(to) ? null : { from, type, payload, under: { role }, to };
}

function knownPayloads({ walks }: Abstraction, type: string): object[] {
  return Object.values(walks).flatMap(({ moves }) =>
    moves.flatMap(([moved, payload = {}]) => (moved === type ? [payload] : [])),
  );
}

/** Weak facts more often than strong ones, else nothing ever ends; never weaker than the track's own. */
function randomFacts(random: Random, { facts }: Stepped): Record<string, never> {
  const drawn = Object.entries(FACTS).map(([name, values]: [string, readonly string[]]) => {
    const least = Math.max(0, values.indexOf(facts[name as FactName] ?? ''));
    return [name, random() < 0.6 ? values[least] : pick(random, values.slice(least))];
  });
  return Object.fromEntries(drawn) as Record<string, never>;
}
