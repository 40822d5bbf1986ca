import { askOf, explainRefusal, type Refused } from './explain-refusal.ts';
import type { Workflow } from './define-workflow.ts';
import { restoreSnapshot, type StoredSnapshot } from './restore-snapshot.ts';
import type { Recorded } from './workflow-event.ts';

/**
 * Would an event be refused, before anybody has filled in its form? null: no, or only the payload can tell. A guard
 * that looks into the payload is given the benefit of the doubt; it is asked again when the event is sent.
 */
export function foreseeRefusal(
  workflow: Workflow,
  stored: StoredSnapshot,
  type: string,
  recorded: Recorded,
): Refused | null {
  if (stored.status !== 'active') return { reason: 'event_not_in_state' };
  let isPayloadRead = false;
  const readPayload = (): never => {
    isPayloadRead = true;
    throw new PayloadNotYetThere();
  };
  const payload = new Proxy({}, { get: readPayload, has: readPayload, ownKeys: readPayload });
  const event = { ...recorded, type, payload };
  const snapshot = restoreSnapshot(workflow, stored);
  const ask = askOf(snapshot, event);
  return explainRefusal(snapshot, event, (name) => {
    isPayloadRead = false;
    try {
      return ask(name);
    } catch (error) {
      if (isPayloadRead) return true;
      throw error;
    }
  });
}

class PayloadNotYetThere extends Error {}
