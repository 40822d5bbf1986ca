import type { PublishedFacts } from '#src/base/facts.ts';
import { title } from '#src/base/title.ts';
import { defineWorkflow } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { deciding, filed, preparing, supplementing, unaccepted } from './protection-order/application.ts';
import { events, openedContext } from './protection-order/context.ts';
import { startCriminal } from './protection-order/crime.ts';
import { partyDied, tellOfDeath, tellTerminated } from './protection-order/deaths.ts';
import { deadlines } from './protection-order/deadlines.ts';
import { expired, lifted, refusing } from './protection-order/ended.ts';
import { APPLYING } from './protection-order/fields.ts';
import { guards, openingGuards } from './protection-order/guards.ts';
import { inForce } from './protection-order/in-force.ts';
import { input } from './protection-order/opening.ts';
import { order } from './protection-order/setup.ts';

const machine = order.createMachine({
  id: 'protection-order',
  context: ({ input: opened }) => openedContext(opened),
  initial: 'preparing',
  states: {
    preparing,
    filed,
    supplementing,
    unaccepted,
    deciding,
    inForce,
    refusing,
    expired,
    lifted,
    abandoned: { type: 'final', meta: { title: title('未申请', 'Not applied for') } },
    withdrawn: { type: 'final', meta: { title: title('准予撤回申请', 'Withdrawn') } },
    deemedWithdrawn: { type: 'final', meta: { title: title('按撤回申请处理', 'Deemed withdrawn') } },
    terminated: { type: 'final', meta: { title: title('终结', 'Terminated') } },
    refused: { type: 'final', meta: { title: title('驳回申请', 'Refused') } },
    revoked: { type: 'final', meta: { title: title('已撤销', 'Revoked') } },
    ended: { type: 'final', meta: { title: title('期满办结', 'Expired and closed') } },
  },
  on: {
    'evidence.added': {
      actions: order.assign({
        evidence: ({ context, event }) =>
          event.type === 'evidence.added' ? addedTo(context.evidence, event.payload.kind) : context.evidence,
      }),
    },
    'letter.known': {
      actions: order.assign({ evidence: ({ context }) => addedTo(context.evidence, 'police_papers') }),
    },
    'pressure.checked': {
      actions: [
        order.assign({
          coercion: ({ context, event }) =>
            event.type === 'pressure.checked' ? event.payload.finding : context.coercion,
        }),
        notify('supervisor', 'wish.checked'),
      ],
    },
    'residence.changed': {
      actions: order.assign({
        movedOut: ({ context, event }) =>
          context.movedOut ||
          (event.type === 'residence.changed' &&
            context.applicants.some(({ id }) => id === event.payload.who)),
      }),
    },
    'crime.referred': { actions: startCriminal },
    'proceedings.terminated': [
      { guard: 'endsForAll', target: '.terminated', actions: tellTerminated },
      { guard: 'oneOfSeveral', actions: [partyDied, ...tellOfDeath] },
    ],
  },
});

/** 人身安全保护令 (反家庭暴力法 23-35): from the first paper to the last visit sheet. */
export const workflow = defineWorkflow({
  id: 'protection-order',
  version: 1,
  title: title('人身安全保护令', 'Protection order'),
  openedBy: [...APPLYING, 'operator'],
  openingGuards,
  input,
  events,
  guards,
  deadlines,
  machine,
  hears: [
    { fact: 'risk', becomes: 'high', event: 'urgency.suggested' },
    { fact: 'warningLetter', becomes: 'monitoring', event: 'letter.known' },
  ],
  facts: ({ context, state }) => ({
    protectionOrder: standing(state),
    breach: context.violations > 0 ? 'yes' : 'no',
    dangerPoint: context.safetyDue && !isFinal(state) ? 'due' : 'none',
  }),
});

const APPLIED = ['filed', 'supplementing', 'unaccepted', 'deciding'];
const FINAL = ['abandoned', 'withdrawn', 'deemedWithdrawn', 'terminated', 'refused', 'revoked', 'ended'];

function standing(state: readonly string[]): NonNullable<PublishedFacts['protectionOrder']> {
  const top = topOf(state);
  if (top === 'inForce') return 'in_force';
  return APPLIED.includes(top) || state.includes('refusing.reconsidering') ? 'applied' : 'none';
}

function isFinal(state: readonly string[]): boolean {
  return FINAL.includes(topOf(state));
}

function topOf([leaf = '']: readonly string[]): string {
  return leaf.split('.')[0] ?? '';
}

/** Eleven kinds at most: which kinds there are, not how many papers. */
function addedTo(kinds: readonly string[], kind: string): string[] {
  return [...new Set([...kinds, kind])].sort();
}
