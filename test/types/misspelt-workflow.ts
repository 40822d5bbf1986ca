/**
 * Misspellings that must not compile. `tsc` checks this file with everything else: where an error that is
 * expected here stays away, it reports the unused expectation. The file is never run.
 */
import { Type } from 'typebox';
import { assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { defineDeadlines } from '#src/workflow/deadline.ts';
import { defineWorkflow, workflowSetup } from '#src/workflow/define-workflow.ts';
import { effect, notify } from '#src/workflow/effect.ts';
import { Payload } from '#src/workflow/field.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import { defineEvents, type EventOf } from '#src/workflow/workflow-event.ts';

type LeaveContext = { count: number; startedAt: string | null; rule: 'R8' | null; label: string };

const words = title('请假', 'Leave');
const input = Payload({ reason: Type.String() });

const events = defineEvents({
  'leave.approved': {
    domainCode: 'leave.APPROVE',
    title: words,
    roles: ['supervisor'],
    payload: Payload({}),
  },
  'leave.counted': {
    domainCode: 'leave.COUNT',
    title: words,
    roles: ['supervisor'],
    payload: Payload({ days: Type.Integer() }),
    follows: ['leave.approved'],
  },
});

defineEvents({
  // @ts-expect-error: a role nobody has
  'leave.refused': { domainCode: 'x', title: words, roles: ['supervisr'], payload: Payload({}) },
});
defineEvents({
  'leave.refused': {
    domainCode: 'x',
    title: words,
    roles: ['supervisor'],
    payload: Payload({}),
    // @ts-expect-error: an event that is not of this workflow
    follows: ['leave.aproved'],
  },
});

const guards = defineGuards<LeaveContext, EventOf<typeof events>>()({
  few: { text: words, who: ['supervisor'], test: ({ context }) => context.count < 3 },
});
defineGuards<LeaveContext, EventOf<typeof events>>()({
  // @ts-expect-error: a key that the context lacks
  many: { text: words, who: [], test: ({ context }) => context.counted > 3 },
});

const sound = { title: words, rule: 'R8', anchor: 'entry', metBy: [], remind: [], escalate: [] } as const;
const declare = defineDeadlines<keyof typeof events, LeaveContext>();
const deadlines = declare({ review: { ...sound, metBy: ['leave.approved'] } });
// @ts-expect-error: a rule that is not in the table
declare({ review: { ...sound, rule: 'R88' } });
// @ts-expect-error: an event that is not of this workflow
declare({ review: { ...sound, metBy: ['leave.aproved'] } });
// @ts-expect-error: an event that is not of this workflow
declare({ review: { ...sound, onLapse: 'leave.lapsd' } });
// @ts-expect-error: no duration
declare({ review: { ...sound, remind: ['3 days'] } });
// @ts-expect-error: nobody of that name
declare({ review: { ...sound, escalate: [{ after: 'PT1H', to: 'handlr' }] } });
// @ts-expect-error: a context key that holds no rule
declare({ review: { ...sound, rule: { context: 'label' } } });
// @ts-expect-error: a context key that holds no instant
declare({ review: { ...sound, anchor: { context: 'count' } } });
declare({ review: { ...sound, rule: { context: 'rule' }, anchor: { context: 'startedAt' } } });

const leave = workflowSetup<LeaveContext>()({ input, events, guards, deadlines });
const context = { count: 0, startedAt: null, rule: null, label: '' } as const;

const machine = leave.createMachine({
  id: 'leave',
  context,
  initial: 'review',
  states: {
    review: {
      meta: { title: words, deadlines: ['review'], waitsFor: ['supervisor'] },
      on: {
        'leave.approved': { guard: 'few', target: 'approved', actions: notify('supervisor', 'track.opened') },
        'leave.counted': {
          // The payload is known by the event's name.
          actions: assign({ count: ({ event }) => event.payload.days }),
        },
      },
    },
    approved: { type: 'final', meta: { title: words } },
  },
});

// @ts-expect-error: a deadline that is not declared
leave.createMachine({ context, meta: { title: words, deadlines: ['reveiw'] } });
// @ts-expect-error: a role nobody has
leave.createMachine({ context, meta: { title: words, waitsFor: ['supervisr'] } });
// @ts-expect-error: an event that is not declared
leave.createMachine({ context, on: { 'leave.aproved': {} } });
// @ts-expect-error: a guard that is not declared
leave.createMachine({ context, on: { 'leave.approved': { guard: 'fwe' } } });
leave.createMachine({
  context,
  // @ts-expect-error: a payload field the event does not have
  on: { 'leave.counted': { actions: assign({ count: ({ event }) => event.payload.dayz }) } },
});
leave.createMachine({
  context,
  // @ts-expect-error: a value the context does not hold
  on: { 'leave.counted': { actions: assign({ count: 'three' }) } },
});
leave.createMachine({
  context,
  // @ts-expect-error: a context key there is not
  on: { 'leave.counted': { actions: leave.assign({ cuont: 3 }) } },
});
leave.createMachine({
  context,
  // @ts-expect-error: an effect the engine does not know
  on: { 'leave.approved': { actions: { type: 'effect', params: { kind: 'notfy' } } } },
});
// @ts-expect-error: an effect the engine does not know
effect({ kind: 'close_cas' });
// @ts-expect-error: a workflow nobody starts
effect({ kind: 'start_track', workflow: 'consultaton', input: {} });
// @ts-expect-error: a workflow nobody works
notify({ handlersOf: 'sheltr' }, 'track.opened');
// @ts-expect-error: a notice that has no words
notify('supervisor', 'track.opend');

const definition = {
  id: 'leave',
  version: 1,
  title: words,
  openedBy: ['supervisor'],
  input,
  events,
  guards,
  deadlines,
  machine,
} as const;
defineWorkflow<LeaveContext, typeof input, typeof events, typeof guards, typeof deadlines>({
  ...definition,
  facts: () => ({ risk: 'high' }),
});
defineWorkflow<LeaveContext, typeof input, typeof events, typeof guards, typeof deadlines>({
  ...definition,
  // @ts-expect-error: a fact nobody knows
  facts: () => ({ rsk: 'high' }),
});
defineWorkflow<LeaveContext, typeof input, typeof events, typeof guards, typeof deadlines>({
  ...definition,
  // @ts-expect-error: a value the fact does not have
  facts: () => ({ risk: 'hihg' }),
});
defineWorkflow<LeaveContext, typeof input, typeof events, typeof guards, typeof deadlines>({
  ...definition,
  facts: () => ({}),
  // @ts-expect-error: a key that the context lacks
  candidateSees: ['cuont'],
});
defineWorkflow<LeaveContext, typeof input, typeof events, typeof guards, typeof deadlines>({
  ...definition,
  facts: () => ({}),
  hears: [{ fact: 'risk', becomes: 'high', event: 'leave.approved' }],
});
defineWorkflow<LeaveContext, typeof input, typeof events, typeof guards, typeof deadlines>({
  ...definition,
  facts: () => ({}),
  // @ts-expect-error: a value of another fact
  hears: [{ fact: 'risk', becomes: 'in_force', event: 'leave.approved' }],
});
defineWorkflow<LeaveContext, typeof input, typeof events, typeof guards, typeof deadlines>({
  ...definition,
  facts: () => ({}),
  // @ts-expect-error: an event that is not of this workflow
  hears: [{ fact: 'risk', becomes: 'high', event: 'leave.aproved' }],
});
