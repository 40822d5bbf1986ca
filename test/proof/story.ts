import type { Title } from '#src/base/title.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { titlesOfState } from '#src/workflow/list-states.ts';
import type { Stepped } from '#src/workflow/step-track.ts';
import type { Step } from './walk.ts';

/**
 * A counter-example as somebody who knows the work would tell it: one line a step, who recorded what with what, and
 * where the track stood then.
 */
export function tellStory(workflow: Workflow, path: readonly Step[], start: Stepped | undefined): string {
  const opening = start === undefined ? [] : [`0. 开启${words(workflow.title)} → ${place(workflow, start)}`];
  const steps = path.map((step, index) => `${index + 1}. ${lineOf(workflow, step)}`);
  return [...opening, ...steps].join('\n');
}

/** The events of a story, in order. */
export function eventsOfStory(path: readonly Step[]): string[] {
  return path.map(({ type }) => type);
}

function lineOf(workflow: Workflow, { type, payload, under, to }: Step): string {
  const title = workflow.events[type]?.title;
  const told = [payload, under].map((part) => (Object.keys(part).length === 0 ? '' : ` ${short(part)}`));
  return `${title === undefined ? type : words(title)} [${type}]${told.join('')} → ${place(workflow, to)}`;
}

function place(workflow: Workflow, { state }: Stepped): string {
  const titles = titlesOfState(workflow, state).map(({ zh }) => zh);
  return `${titles.join('、')} (${state.join(', ')})`;
}

function words({ zh, en }: Title): string {
  return `${zh} / ${en}`;
}

/** Long lists of answers say less than their beginning. */
function short(part: object): string {
  const text = JSON.stringify(part);
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}
