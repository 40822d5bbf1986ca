import { useQuery } from '@tanstack/react-query';
import { type Workflow, workflowQuery } from '#web/api/case.ts';
import { type CodeOption, codesAt, fieldsAt, itemCodesAt } from './code-options.ts';

/** What the screen offers to choose from, out of the workflow that a call begins. */
export type CallCodes = {
  readonly channels: readonly CodeOption[];
  readonly relations: readonly CodeOption[];
  /** The items of the risk scale in their order. */
  readonly items: readonly CodeOption[];
  /** The groups of the registration form. */
  readonly groups: readonly string[];
};

// The workflow changes with a release of the server, not during a call.
const FRESH_MS = 3_600_000;

/** Reads them once. What is kept is the workflow itself, as the case page keeps it under the same key. */
export function useCallCodes() {
  return useQuery({ ...workflowQuery('intake'), select: codesOf, staleTime: FRESH_MS });
}

function codesOf({ inputSchema, events }: Workflow): CallCodes {
  const payloadOf = (type: string) => events.find((event) => event.type === type)?.payloadSchema;
  return {
    channels: codesAt(inputSchema, 'channel'),
    relations: codesAt(inputSchema, 'caller', 'relation'),
    items: fieldsAt(payloadOf('risk.scored'), 'answers'),
    groups: itemCodesAt(payloadOf('caller.registered'), 'refused'),
  };
}
