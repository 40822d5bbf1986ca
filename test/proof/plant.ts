import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { Abstraction } from './abstraction.ts';
import { eventsOfStory } from './story.ts';
import { type Rule, walkEveryPath } from './walk.ts';
import { WHOLE_CHECKS } from './whole.ts';

/** A workflow that breaks a promise, and the shortest story of how it does. */
export type Plant = {
  /** What a rule `says`, or a promise of `WHOLE_CHECKS`. */
  readonly breaks: string;
  readonly workflow: Workflow;
  /** The events of the story, in order. */
  readonly story: readonly string[];
  /** The walk that finds it; default: the first that finds anything. */
  readonly walk?: string;
};

/** The events of the shortest story that shows the planted violation; null: it was not found. */
export function findPlanted(abstraction: Abstraction, rules: readonly Rule[], plant: Plant): string[] | null {
  const walks = Object.entries(abstraction.walks).filter(([name]) => [undefined, name].includes(plant.walk));
  const rule = rules.filter(({ says }) => says === plant.breaks);
  if (rule.length === 0 && !(plant.breaks in WHOLE_CHECKS)) throw new Error(`no rule says ${plant.breaks}`);
  for (const [, walk] of walks) {
    const walked = walkEveryPath(abstraction, walk, {
      workflow: plant.workflow,
      rules: rule,
      stopAtFirst: rule.length > 0,
    });
    const step = walked.broken.get(plant.breaks);
    if (step !== undefined) return eventsOfStory([...walked.pathTo(step.from), step]);
    const flaw = rule.length > 0 ? null : WHOLE_CHECKS[plant.breaks]?.(walked, walk);
    if (flaw) return eventsOfStory(walked.pathTo(flaw.at));
  }
  return null;
}
