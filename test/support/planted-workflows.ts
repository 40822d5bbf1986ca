import { type TObject, Type } from 'typebox';
import { not } from 'xstate';
import { title } from '#src/base/title.ts';
import { defineWorkflow, type Workflow, workflowSetup } from '#src/workflow/define-workflow.ts';
import { Payload } from '#src/workflow/field.ts';
import type { GuardDefinitions } from '#src/workflow/guard.ts';
import type { EventDefinitions } from '#src/workflow/workflow-event.ts';
import type { LoadedWorkflow } from './workflow-checks.ts';

type Parts = {
  id: string;
  input: TObject;
  events: EventDefinitions;
  guards: GuardDefinitions<object, unknown>;
  deadlines: Record<string, object>;
  states: Record<string, object>;
};

const words = title('请假', 'Leave');
const event = {
  domainCode: 'leave.SOME',
  title: words,
  roles: ['supervisor'],
  payload: Payload({}),
} as const;
const deadline = {
  title: words,
  rule: 'R8',
  anchor: 'entry',
  metBy: ['leave.approved'],
  onLapse: 'review.lapsed',
  remind: [],
  escalate: [],
} as const;
const review = {
  meta: { title: words, deadlines: ['review'] },
  on: { 'leave.approved': { guard: 'rested', target: 'approved' }, 'review.lapsed': 'refused' },
};

/** A small workflow without fault; each planted one differs from it in one respect. */
const SOUND: Parts = {
  id: 'leave',
  input: Payload({}),
  events: { 'leave.approved': event, 'review.lapsed': { ...event, roles: [] } },
  guards: { rested: { text: words, who: ['supervisor'], test: () => true } },
  deadlines: { review: deadline },
  states: {
    review,
    approved: { type: 'final', meta: { title: words } },
    refused: { type: 'final', meta: { title: words } },
  },
};

function build(parts: Partial<Parts>): LoadedWorkflow {
  const { states, ...rest } = { ...SOUND, ...parts };
  const leave = workflowSetup<object>()(rest as never);
  const machine = leave.createMachine({ id: rest.id, context: {}, initial: 'review', states } as never);
  const definition = {
    ...rest,
    version: 1,
    title: words,
    openedBy: ['supervisor'],
    machine,
    facts: () => ({}),
  };
  return { file: 'leave', workflow: defineWorkflow(definition as never) as Workflow };
}

/** A state of the sound workflow with something else in it. */
function inReview(change: object): LoadedWorkflow {
  return build({ states: { ...SOUND.states, review: { ...review, ...change } } });
}

function withEvent(change: object): LoadedWorkflow {
  return build({ events: { ...SOUND.events, 'leave.approved': { ...event, ...change } } });
}

function withDeadline(change: object): LoadedWorkflow {
  return build({ deadlines: { review: { ...deadline, ...change } } });
}

function withPayload(payload: TObject): LoadedWorkflow {
  return withEvent({ payload });
}

/** Two regions, where the sound one has none. */
function withRegions(around: object, inOne: object): LoadedWorkflow {
  const paper = { initial: 'unread', states: { unread: {}, read: {} } };
  const person = { initial: 'asked', states: { asked: inOne } };
  return inReview({ type: 'parallel', states: { paper, person }, ...around });
}

const named = { title: '天数', 'x-title-en': 'Days' };

export const SOUND_WORKFLOW = build({});

/** Workflows that break a promise, by the promise. */
export const PLANTED: { readonly [promise: string]: readonly LoadedWorkflow[] } = {
  'the file is named after the workflow': [build({ id: 'holiday' })],
  'everything has a title in Chinese and in English': [
    withEvent({ title: { zh: 'Approve', en: 'Approve' } }),
    withDeadline({ title: { zh: '请假', en: '' } }),
    inReview({ meta: { deadlines: ['review'] } }),
    build({ guards: { rested: { text: { zh: '', en: 'Rested' }, who: [], test: () => true } } }),
  ],
  'event names are <noun>.<past participle>, and each has a domain code': [
    withEvent({ domainCode: '' }),
    build({ events: { ...SOUND.events, approve: event } }),
  ],
  'every event heard is declared and every declared event is heard': [
    build({ events: { ...SOUND.events, 'leave.counted': event } }),
    inReview({ on: { ...review.on, 'leave.counted': 'approved' } }),
  ],
  'events precede only events of the same workflow': [withEvent({ follows: ['leave.asked'] })],
  'every deadline runs somewhere and what settles or ends it is heard there': [
    inReview({ meta: { title: words, waitsFor: ['supervisor'] } }),
    withDeadline({ metBy: [] }),
    inReview({ on: { 'leave.approved': 'approved' } }),
    inReview({ on: { 'review.lapsed': 'refused' } }),
  ],
  'what nobody sends is sent by a deadline, a worker or a sibling, and they send nothing else': [
    build({ events: { ...SOUND.events, 'review.lapsed': event } }),
    withDeadline({ onLapse: undefined }),
    inReview({ entry: { type: 'effect', params: { kind: 'send_later', event: 'review.lapsd' } } }),
  ],
  'only recorded events move the machine': [
    inReview({ after: { 1000: 'refused' } }),
    inReview({ always: 'refused' }),
    inReview({ entry: () => undefined }),
    inReview({ on: { ...review.on, 'leave.*': 'refused' } }),
    inReview({ initial: 'past', states: { past: { type: 'history' } } }),
  ],
  'no transition leads from one region into another, or into one from around them': [
    withRegions({ on: { 'leave.approved': '.paper' } }, {}),
    withRegions({}, { on: { 'leave.approved': '#leave.review.paper.read' } }),
  ],
  'every guard has a name, and every name a guard that is used': [
    inReview({ on: { ...review.on, 'leave.approved': { guard: () => true, target: 'approved' } } }),
    inReview({ on: { ...review.on, 'leave.approved': { guard: not('rested'), target: 'approved' } } }),
    inReview({ on: { ...review.on, 'leave.approved': { guard: 'tired', target: 'approved' } } }),
  ],
  'a final state can be reached from every state': [
    build({ states: { ...SOUND.states, limbo: { meta: { title: words } } } }),
  ],
  'every open state has a deadline or somebody who can move it': [
    inReview({ meta: { title: words } }),
    inReview({ meta: { title: words, waitsFor: ['lawyer'] } }),
    withEvent({ roles: [] }),
  ],
  'roles and rules are known': [withDeadline({ rule: 'R99' }), withEvent({ roles: ['bailiff'] })],
  'payloads are closed, bounded and labelled': [
    withPayload(Type.Object({})),
    withPayload(Payload({ days: Type.String(named) })),
    withPayload(Payload({ days: Type.Array(Type.Integer(), named) })),
    withPayload(Payload({ days: Type.Integer() })),
    withPayload(Payload({ days: Type.Object({}) })),
  ],
};
