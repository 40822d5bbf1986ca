import type { Effect } from '#src/workflow/effect.ts';
import { failingOpeningGuards } from '#src/workflow/opening.ts';
import { startTrack, stepIfAccepted } from '#src/workflow/step-track.ts';
import { OPENED_AT, recorded } from '#test/support/step-with.ts';
import { keyOf } from './abstraction.ts';
import { aroundIn, applied, factsOf, type House, type Members } from './house.ts';
import { StoppedEarlyError } from './met-states.ts';
import { type Step, stepsFrom } from './walk.ts';

/** One step of a case: one of its tracks moved, or was opened. */
export type HouseStep = {
  readonly from: House;
  readonly member: string;
  /** null: the track was opened. */
  readonly step: Step | null;
  readonly to: House;
};

export type HouseRule = { readonly says: string; readonly holds: (step: HouseStep) => boolean };

/** All that a walk through a product met. */
export type WalkedProduct = {
  readonly stateCount: number;
  readonly stepCount: number;
  /** Of each rule that was broken: the steps that lead to it, as few as possible, and it. */
  readonly broken: ReadonlyMap<string, readonly HouseStep[]>;
};

const STATES_MAX = 60_000;

/**
 * Walks every path of several machines at once, which know of each other what their tracks publish. Breadth first;
 * throws beyond the limit, as half a proof is none. `stopAtFirst`: one broken rule is enough.
 */
export function walkProduct(
  members: Members,
  rules: readonly HouseRule[],
  { stopAtFirst = false } = {},
): WalkedProduct {
  const met = meetHouses(members);
  const broken = new Map<string, readonly HouseStep[]>();
  let stepCount = 0;
  met.meet(openingHouse(members), null);
  for (const house of met.houses) {
    if (stopAtFirst && broken.size > 0) break;
    for (const step of houseSteps(members, house)) {
      stepCount += 1;
      for (const { says, holds } of rules) {
        if (!broken.has(says) && !holds(step)) broken.set(says, [...met.pathTo(step.from), step]);
      }
      met.meet(step.to, step);
    }
  }
  return { stateCount: met.houses.length, stepCount, broken };
}

/** The cases met so far, in order, and how each was first reached. */
function meetHouses(members: Members) {
  const textOf = houseKey(members);
  const houses: House[] = [];
  const arrivals = new Map<string, HouseStep | null>();
  return {
    houses,
    meet: (house: House, by: HouseStep | null): void => {
      const text = textOf(house);
      if (arrivals.has(text)) return;
      if (houses.length === STATES_MAX)
        throw new StoppedEarlyError(Object.keys(members).join(' × '), STATES_MAX);
      arrivals.set(text, by);
      houses.push(house);
    },
    pathTo: (house: House): HouseStep[] => {
      const path: HouseStep[] = [];
      const arrivalOf = (at: House) => arrivals.get(textOf(at));
      for (let by = arrivalOf(house); by; by = arrivalOf(by.from)) path.unshift(by);
      return path;
    },
  };
}

/** The events of a story, each with the track it happened on; a track that is opened says so. */
export function eventsOfHouseStory(path: readonly HouseStep[]): string[] {
  return path.map(({ member, step }) => `${member}: ${step?.type ?? 'opened'}`);
}

function openingHouse(members: Members): House {
  const there = Object.entries(members).filter(([, { opening }]) => opening === undefined);
  let house: House = { owner: 'federation', tracks: {} };
  for (const [name, { abstraction, walk }] of there) {
    const [payload] = walk.inputs ?? abstraction.inputs;
    house = applied(house, name, startTrack(abstraction.workflow, opened(payload, 'federation')));
  }
  return house;
}

function houseSteps(members: Members, from: House): HouseStep[] {
  return Object.entries(members).flatMap(([name, member]) => {
    const track = from.tracks[name];
    if (track === undefined) return openingStep(members, from, name);
    if (track.at.isFinal) return [];
    const around = aroundIn(from, members, name);
    const steps = stepsFrom(member.abstraction.workflow, track.at, member.walk.moves, around);
    return steps.map((step) => {
      const moved = applied(from, name, step.to);
      const to = withEchoes(members, withStarted(members, moved, step.to.effects), { name, step });
      return { from, member: name, step, to };
    });
  });
}

/** Tracks that a step started, where the product has such a member and no track of it yet. */
function withStarted(members: Members, house: House, effects: readonly Effect[]): House {
  let next = house;
  for (const effect of effects) {
    if (effect.kind !== 'start_track') continue;
    for (const [name, { abstraction }] of Object.entries(members)) {
      if (abstraction.workflow.id !== effect.workflow || next.tracks[name] !== undefined) continue;
      next = applied(next, name, startTrack(abstraction.workflow, opened(effect.input, 'federation')));
    }
  }
  return next;
}

/** What the other tracks hear, in the same transaction, where one has come to publish a fact they listen for. */
function withEchoes(members: Members, house: House, { name, step }: { name: string; step: Step }): House {
  let next = house;
  for (const [other, { abstraction }] of Object.entries(members)) {
    const track = next.tracks[other];
    if (other === name || track === undefined) continue;
    for (const { fact, becomes, event } of abstraction.workflow.hears) {
      if (step.from.facts[fact] === step.to.facts[fact] || step.to.facts[fact] !== becomes) continue;
      const { actor, case: view } = recorded({ role: 'system', facts: factsOf(next, members) });
      const echo = { type: event, payload: {}, occurredAt: OPENED_AT, now: OPENED_AT, actor, case: view };
      const at = stepIfAccepted(
        abstraction.workflow,
        next.tracks[other]?.at.snapshot ?? track.at.snapshot,
        echo,
      );
      if (at !== null) next = applied(next, other, at);
    }
  }
  return next;
}

function openingStep(members: Members, from: House, name: string): HouseStep[] {
  const member = members[name];
  if (member?.opening === undefined) return [];
  const { input, agency } = member.opening;
  const { workflow } = member.abstraction;
  const role = workflow.openedBy[0] ?? 'case_manager';
  const facts = factsOf(from, members);
  const { actor, case: view } = recorded({ role, agency, ownerAgency: from.owner, facts });
  if (failingOpeningGuards(workflow, { payload: input, actor, case: view }).length > 0) return [];
  const to = applied(from, name, startTrack(workflow, opened(input, agency)));
  return [{ from, member: name, step: null, to }];
}

function opened(payload: unknown, agency: string) {
  return { payload, openedAt: OPENED_AT, agency };
}

function houseKey(members: Members): (house: House) => string {
  const keys = Object.entries(members).map(
    ([name, { abstraction, walk }]) => [name, keyOf(abstraction, walk)] as const,
  );
  return ({ owner, tracks }) => {
    const parts = keys.map(([name, key]) => {
      const track = tracks[name];
      return track === undefined ? '' : `${track.agency} ${key(track.at)}`;
    });
    return [owner, ...parts].join('\n');
  };
}
