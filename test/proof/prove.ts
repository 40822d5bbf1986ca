import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { nodesOf, pathOf } from '#src/workflow/state-paths.ts';
import type { Abstraction, Walk } from './abstraction.ts';
import { leavesWalks, type WalkedPart } from './real-runs.ts';
import { findPlanted, type Plant } from './plant.ts';
import { tellStory } from './story.ts';
import { type Rule, type Walked, walkEveryPath } from './walk.ts';
import { WHOLE_CHECKS } from './whole.ts';

export type Proof = {
  readonly abstraction: Abstraction;
  readonly rules: readonly Rule[];
  readonly plants: readonly Plant[];
};

const RUNS = 300;
const WALK_MS = 120_000;

/** Declares the tests that prove one workflow: every path, the rules on each step, the whole, real runs, and the plants. */
export function prove(proof: Proof): void {
  const { abstraction, rules, plants } = proof;
  const parts: WalkedPart[] = [];
  const walks = Object.entries(abstraction.walks);

  describe(`every path of ${abstraction.workflow.id}`, () => {
    beforeAll(() => {
      for (const [name, walk] of walks) {
        const walked = walkEveryPath(abstraction, walk, { rules });
        parts.push({ name, walked });
        console.log(reportLine(abstraction, name, walked));
      }
    }, WALK_MS);

    test('visits every state and takes every event', () => {
      expect(leftOut(abstraction.workflow, parts)).toEqual({ unvisited: [], untaken: [] });
    });

    test.each(rules.map(({ says }) => [says]))('%s', (says) => {
      expect(
        parts.map(({ walked }) => brokenStory(walked, says)).find((told) => told !== null),
      ).toBeUndefined();
    });

    test.each(Object.keys(WHOLE_CHECKS))('%s', (promise) => {
      for (const [index, { name, walked }] of parts.entries()) {
        expect(parts[index] && wholeStory(promise, abstraction.walks[name], walked)).toBeNull();
      }
    });

    test('real runs never leave what was walked', () => {
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          expect(leavesWalks(abstraction, parts, seed)).toBeNull();
        }),
        { numRuns: RUNS },
      );
    });
  });

  if (plants.length > 0) declarePlants(proof);
}

function declarePlants({ abstraction, rules, plants }: Proof): void {
  describe(`a planted violation in ${abstraction.workflow.id} is found, with its story`, () => {
    test.each(plants.map((plant) => [plant.breaks, plant.story.join(' → '), plant] as const))(
      '%s: %s',
      (_says, _story, plant) => {
        expect(findPlanted(abstraction, rules, plant)).toEqual(plant.story);
      },
      WALK_MS,
    );
  });
}

function brokenStory(walked: Walked, says: string): string | null {
  const step = walked.broken.get(says);
  if (step === undefined) return null;
  return tellStory(walked.workflow, [...walked.pathTo(step.from), step], walked.states[0]);
}

function wholeStory(promise: string, walk: Walk | undefined, walked: Walked): string | null {
  const flaw = walk === undefined ? null : WHOLE_CHECKS[promise]?.(walked, walk);
  if (!flaw) return null;
  return `${flaw.says}\n${tellStory(walked.workflow, walked.pathTo(flaw.at), walked.states[0])}`;
}

function leftOut(workflow: Workflow, parts: readonly WalkedPart[]) {
  const visited = new Set(parts.flatMap(({ walked }) => walked.states.flatMap(({ entered }) => entered)));
  const taken = new Set(parts.flatMap(({ walked }) => walked.arcs.map(({ type }) => type)));
  return {
    unvisited: nodesOf(workflow.machine)
      .map(pathOf)
      .filter((path) => !visited.has(path)),
    untaken: Object.keys(workflow.events).filter((type) => !taken.has(type)),
  };
}

function reportLine({ workflow }: Abstraction, name: string, { states, arcs }: Walked): string {
  return `${workflow.id}, ${name}: ${states.length} states, ${arcs.length} steps`;
}
