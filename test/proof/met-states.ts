import type { Stepped } from '#src/workflow/step-track.ts';
import type { Step } from './walk.ts';

/** A walk had to stop before it had seen everything: what it saw proves nothing. */
export class StoppedEarlyError extends Error {
  constructor(workflow: string, limitCount: number) {
    super(`${workflow}: more than ${limitCount} states; the walk stopped early and proves nothing`);
    this.name = 'StoppedEarlyError';
  }
}

/** The states a walk has met, in the order in which it met them. */
export type MetStates = {
  readonly states: readonly Stepped[];
  /** The number of a state; a new one is noted with the step that led to it. */
  readonly meet: (at: Stepped, by: Step | null) => number;
  /** The steps from an opening to a state, as few as possible. */
  readonly pathTo: (state: Stepped) => readonly Step[];
};

/** Nothing met yet. Two states are one when `keyOf` gives them the same text. */
export function meetStates(workflow: string, keyOf: (at: Stepped) => string, limitCount: number): MetStates {
  const states: Stepped[] = [];
  const arrivals: (Step | null)[] = [];
  const keys = new Map<string, number>();
  return {
    states,
    meet: (at, by) => {
      const key = keyOf(at);
      const known = keys.get(key);
      if (known !== undefined) return known;
      if (states.length === limitCount) throw new StoppedEarlyError(workflow, limitCount);
      keys.set(key, states.length);
      arrivals.push(by);
      return states.push(at) - 1;
    },
    pathTo: (state) => {
      const path: Step[] = [];
      const arrivalOf = (at: Stepped) => arrivals[keys.get(keyOf(at)) ?? -1];
      for (let step = arrivalOf(state); step; step = arrivalOf(step.from)) path.unshift(step);
      return path;
    },
  };
}
