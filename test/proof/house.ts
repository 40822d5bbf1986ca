import { type FactName, strongestFacts } from '#src/base/facts.ts';
import type { Effect } from '#src/workflow/effect.ts';
import { type Stepped, startTrack } from '#src/workflow/step-track.ts';
import { OPENED_AT } from '#test/support/step-with.ts';
import type { Abstraction, Walk } from './abstraction.ts';
import type { Surroundings } from './circumstances.ts';

/** One workflow of a product, under the name it has there. */
export type Member = {
  readonly abstraction: Abstraction;
  readonly walk: Walk;
  /** With what, and by whom, it may be opened beside the others; absent: it is there from the start. */
  readonly opening?: { readonly input: object; readonly agency: string };
  /** The names of the facts it publishes. */
  readonly published: readonly string[];
};

export type Members = { readonly [name: string]: Member };

/** A case of a product: its owner, and its tracks by the names of the members. */
export type House = {
  readonly owner: string;
  readonly tracks: { readonly [name: string]: { readonly at: Stepped; readonly agency: string } };
};

/** A member; which facts it publishes is asked of a track just opened, for a workflow gives each of its own in every state. */
export function memberOf(abstraction: Abstraction, walk: Walk, opening?: Member['opening']): Member {
  const [payload] = abstraction.inputs;
  const { facts } = startTrack(abstraction.workflow, {
    payload,
    openedAt: OPENED_AT,
    agency: 'federation',
  });
  return { abstraction, walk, published: Object.keys(facts), ...(opening === undefined ? {} : { opening }) };
}

/**
 * What the case is to one of its tracks. Facts that some member publishes are what the tracks say together; any other
 * fact may be anything, for some other track may publish it.
 */
export function aroundIn(house: House, members: Members, name: string): Surroundings {
  const others = Object.entries(house.tracks).filter(([other, { at }]) => other !== name && !at.isFinal);
  return {
    facts: factsOf(house, members),
    ownerAgency: house.owner,
    tracks: Object.fromEntries(
      Object.entries(house.tracks).map(([other, { at, agency }]) => [
        other,
        { workflow: members[other]?.abstraction.workflow.id ?? '', agency, isOpen: !at.isFinal },
      ]),
    ),
    ...(others.length > 0 ? { openTracks: others.length } : {}),
  };
}

/** The facts that the members publish, as the case has them. */
export function factsOf(house: House, members: Members): Readonly<Record<string, string>> {
  const strongest = strongestFacts(Object.values(house.tracks).map(({ at }) => at.facts));
  const names = new Set(Object.values(members).flatMap(({ published }) => published));
  return Object.fromEntries([...names].map((name) => [name, strongest[name as FactName]]));
}

/** What a step of one track asks of the case: its owner, and who handles which track. */
export function applied(house: House, name: string, at: Stepped): House {
  const agency = house.tracks[name]?.agency ?? 'federation';
  let next: House = { ...house, tracks: { ...house.tracks, [name]: { at, agency } } };
  for (const effect of at.effects) next = withEffect(next, name, effect);
  return next;
}

function withEffect(house: House, name: string, effect: Effect): House {
  if (effect.kind === 'transfer_case') return { ...house, owner: effect.to };
  if (effect.kind !== 'assign' || effect.agency === undefined) return house;
  const track = house.tracks[effect.track ?? name];
  if (track === undefined) return house;
  return {
    ...house,
    tracks: { ...house.tracks, [effect.track ?? name]: { ...track, agency: effect.agency } },
  };
}
