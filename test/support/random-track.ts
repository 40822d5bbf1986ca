import type { Workflow } from '#src/workflow/define-workflow.ts';
import { eventsOfState } from '#src/workflow/list-states.ts';
import { isRefused, type Stepped, startTrack, stepTrack } from '#src/workflow/step-track.ts';
import { pick, randomPayload, seededRandom } from './random-payload.ts';
import { OPENED_AT, recorded } from './step-with.ts';

const STEPS_MAX = 12;
const LATER = '2026-02-05T09:00:00.000+08:00';

/** A track of a workflow after a few random steps; the same seed gives the same one. */
export function randomTrack(workflow: Workflow, seed: number): Stepped {
  const random = seededRandom(seed);
  const hints = { moment: pick(random, [OPENED_AT, LATER]), ids: ['federation', 'court'] };
  const payload = randomPayload(workflow.input, random, hints);
  let at: Stepped = startTrack(workflow, { payload, openedAt: OPENED_AT, agency: 'federation' });
  for (let left = Math.floor(random() * STEPS_MAX); left > 0; left -= 1) {
    const heard = eventsOfState(workflow, at.snapshot);
    const type = heard.length === 0 ? null : pick(random, heard);
    const definition = type === null ? undefined : workflow.events[type];
    if (type === null || definition === undefined) break;
    const event = { type, payload: randomPayload(definition.payload, random, hints), ...recorded({}) };
    const after = stepTrack(workflow, at.snapshot, event);
    if (!isRefused(after)) at = after;
  }
  return at;
}
