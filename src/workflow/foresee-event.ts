import { explainRefusal, type Refused } from './explain-refusal.ts';
import { restoreSnapshot, type StoredSnapshot } from './restore-snapshot.ts';
import type { Workflow } from './define-workflow.ts';
import type { Recorded } from './workflow-event.ts';

/**
 * Would an event be refused, before anybody has filled in its form? null: no, or only the payload can tell. Guards
 * that look into the payload are given the benefit of the doubt; they are asked again when the event is sent.
 */
export function foreseeRefusal(
  workflow: Workflow,
  stored: StoredSnapshot,
  type: string,
  recorded: Recorded,
): Refused | null {
  if (stored.status !== 'active') return { reason: 'event_not_in_state' };
  let isPayloadRead = false;
  const payload = new Proxy(
    {},
    {
      get: () => {
        isPayloadRead = true;
        throw new PayloadNotYetThere();
      },
    },
  );
  try {
    return explainRefusal(restoreSnapshot(workflow, stored), { ...recorded, type, payload });
  } catch (error) {
    if (isPayloadRead) return null;
    throw error;
  }
}

class PayloadNotYetThere extends Error {}
