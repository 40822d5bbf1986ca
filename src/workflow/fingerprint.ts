import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '#src/base/json.ts';
import type { Workflow } from './define-workflow.ts';

/** Words for people: correcting one changes no behaviour and needs no new version. */
const WORDS = new Set(['title', 'text', 'description', 'x-title-en', 'x-description-en']);

/**
 * A hash of everything in a workflow that running tracks depend on: states, transitions, guard names, fixed
 * effects, payload schemas, roles, deadlines. Words are left out. So are function bodies, whose text depends on
 * who stripped the types: that a changed guard leaves old tracks alone is what the replay tests are for.
 */
export function fingerprint(workflow: Workflow): string {
  const { id, version, openedBy, input, events, guards, openingGuards, deadlines, candidateSees, hears } =
    workflow;
  const shape = {
    id,
    version,
    openedBy,
    input,
    events,
    guards,
    openingGuards,
    deadlines,
    candidateSees,
    hears,
  };
  const hashed = canonicalJson(plain({ ...shape, machine: workflow.machine.config }));
  return createHash('sha256').update(hashed).digest('hex');
}

function plain(value: unknown): Json {
  if (typeof value === 'function') return functionMark(value);
  if (value === undefined) return null;
  if (value === null || typeof value !== 'object') return value as Json;
  if (Array.isArray(value)) return value.map(plain);
  const kept: Record<string, Json> = {};
  for (const [key, member] of Object.entries(value)) {
    if (!(WORDS.has(key) && isWords(member))) kept[key] = plain(member);
  }
  return kept;
}

/** A payload may have a field called `text`; that is a schema and no words. */
function isWords(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null && 'zh' in value);
}

/** `and`, `or`, `not` keep their parts, `assign` the names of the keys it sets; of any other function only that it is one. */
function functionMark(value: object): Json {
  if ('guards' in value)
    return { guard: (value as { name?: string }).name ?? '', parts: plain(value.guards) };
  if ('assignment' in value && typeof value.assignment === 'object' && value.assignment !== null) {
    return { assigns: Object.keys(value.assignment).sort() };
  }
  return 'function';
}
