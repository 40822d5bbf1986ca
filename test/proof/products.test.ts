import { describe, expect, test } from 'vitest';
import type { Members } from './house.ts';
import { eventsOfHouseStory, type HouseRule, walkProduct } from './product.ts';
import {
  gradedAndMediated,
  gradedRules,
  orderedAndMediated,
  orderedRules,
} from './products/barred-mediation.ts';
import { plants } from './products/plants.ts';
import { transferRules, transfers } from './products/transfers.ts';

const WALK_MS = 120_000;

const PRODUCTS: readonly (readonly [name: string, members: Members, rules: readonly HouseRule[]])[] = [
  ['intake × mediation', gradedAndMediated(), gradedRules],
  ['protection order × mediation', orderedAndMediated(), orderedRules],
  ['transfer × transfer', transfers(), transferRules],
];

test.each(PRODUCTS)(
  'on every path of %s',
  (name, members, rules) => {
    const { stateCount, stepCount, broken } = walkProduct(members, rules);
    console.log(`${name}: ${stateCount} states, ${stepCount} steps`);
    expect([...broken].map(([says, path]) => [says, eventsOfHouseStory(path)])).toEqual([]);
  },
  WALK_MS,
);

describe('a planted violation across workflows is found, with its story', () => {
  test.each(plants)(
    '%s',
    (says, members, rules, story) => {
      const rule = rules.filter((one) => one.says === says);
      const { broken } = walkProduct(members, rule, { stopAtFirst: true });
      expect(eventsOfHouseStory(broken.get(says) ?? [])).toEqual(story);
    },
    WALK_MS,
  );
});
