import { addMs } from '#src/base/instant.ts';
import { generateCases } from './generated-cases.ts';
import type { TestEngine } from './test-engine.ts';

const FIVE_DAYS_MS = 5 * 24 * 3_600_000;

/** Stays in a shelter under the version that was retired, on random walks. Gives the ids of the tracks. */
export function generateShelterCases(world: TestEngine, count: number, seed: number): Promise<string[]> {
  const workflow = world.deps.workflows.version('shelter', 1);
  if (workflow === undefined) throw new Error('the first version of shelter is gone');
  return generateCases(world, {
    ...{ workflow, count, seed },
    seldom: ['death.recorded', 'request.withdrawn', 'site.full', 'request.declined', 'alternative.found'],
    // Chance would seldom extend a stay into the future.
    payloads: (type, now) => (type === 'extension.filed' ? { until: addMs(now, FIVE_DAYS_MS) } : {}),
  });
}
