import { assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import type { PlacementContext } from './context.ts';
import { placement } from './setup.ts';

const COURT = ['court_liaison', 'lawyer', 'case_manager'] as const;

const assumed = '#placement.open.guardianship.temporary';
const revoking = '#placement.open.guardianship.revoking';
/** Who is guardian in law (民法典 36, 反家庭暴力法 21, 未成年人保护法 92-94). */
export const guardianship = placement.createStateConfig({
  meta: { title: title('监护', 'Guardianship') },
  initial: 'parental',
  states: {
    parental: {
      meta: { title: title('由监护人监护', 'With the guardians'), waitsFor: COURT },
      entry: placement.assign({ guardianship: 'parental' }),
      on: {
        'guardianship.assumed': assumed,
        'revocation.filed': revoking,
      },
    },
    temporary: {
      meta: { title: title('民政部门临时监护', 'Temporary, civil affairs'), deadlines: ['guardianReview'] },
      entry: placement.assign({ guardianship: 'temporary' }),
      on: {
        'guardianship.reviewed': { target: 'temporary', reenter: true },
        'guardianship.returned': { guard: 'guardianIsProtective', target: 'parental' },
        'revocation.filed': revoking,
      },
    },
    revoking: {
      meta: { title: title('撤销监护审理中', 'Revocation before the court'), deadlines: ['revocation'] },
      entry: placement.assign({ guardianship: 'revoking' }),
      on: {
        'progress.noted': { target: 'revoking', reenter: true },
        'guardianship.revoked': 'revoked',
        'revocation.refused': 'parental',
      },
    },
    revoked: {
      meta: { title: title('已撤销监护人资格', 'Revoked'), waitsFor: COURT },
      entry: placement.assign({ guardianship: 'revoked' }),
      on: {
        'guardianship.restored': 'parental',
        'guardianship.assumed': assumed,
        'revocation.filed': revoking,
      },
    },
  },
});

const suspended = {
  target: 'running',
  reenter: true,
  actions: placement.assign({
    suspendedUntil: ({ context, event }) =>
      event.type === 'guardianship.suspended' ? event.payload.until : context.suspendedUntil,
  }),
} as const;

/**
 * 暂时中止监护、抚养: a ruling with a printed end. It runs beside, for neither temporary guardianship nor a revocation that
 * is applied for makes anybody forget it.
 */
export const suspension = placement.createStateConfig({
  meta: { title: title('中止监护、抚养', 'Suspension') },
  initial: 'none',
  states: {
    none: {
      meta: { title: title('没有中止', 'None'), waitsFor: COURT },
      entry: placement.assign({ suspendedUntil: null }),
      on: { 'guardianship.suspended': suspended },
    },
    running: {
      meta: { title: title('暂时中止', 'Suspended'), deadlines: ['suspensionEnd'] },
      on: {
        'guardianship.suspended': suspended,
        'suspension.lifted': 'none',
        // The ruling has run out and the danger perhaps not: whoever is responsible hears of it.
        'suspension.ended': {
          target: 'none',
          actions: [notify('supervisor', 'danger.foreseen'), notify('case_manager', 'danger.foreseen')],
        },
      },
    },
  },
});

const session = {
  actions: placement.assign({
    attended: ({ context }: { context: PlacementContext }) =>
      Math.min(context.attended + 1, context.sessions),
  }),
} as const;
const completed = { guard: 'sessionsAttended', target: 'none' } as const;

/** 家庭教育指导令: an instrument of its own, with a term, sessions and somebody who must attend them. */
export const guidance = placement.createStateConfig({
  meta: { title: title('家庭教育指导', 'Family-education guidance') },
  initial: 'none',
  states: {
    none: {
      meta: { title: title('没有指导令', 'No order'), waitsFor: COURT },
      entry: placement.assign({ guidance: 'none' }),
      on: {
        'guidance.ordered': {
          target: 'ordered',
          actions: assign({
            guided: ({ event }) => event.payload.guardian,
            overseer: ({ event }) => event.payload.overseer ?? null,
            sessions: ({ event }) => event.payload.sessions,
            attended: 0,
            guidanceUntil: ({ event }) => event.payload.until,
          }),
        },
      },
    },
    ordered: {
      meta: { title: title('指导中', 'Running'), deadlines: ['guidanceEnd'] },
      entry: placement.assign({ guidance: 'ordered' }),
      on: {
        'guidance.attended': session,
        'guidance.completed': completed,
        'guidance.lapsed': { target: 'defaulted', actions: notify('supervisor', 'deadline.lapsed') },
      },
    },
    defaulted: {
      meta: { title: title('期满未完成', 'Not completed'), deadlines: ['guidanceReport'] },
      entry: placement.assign({ guidance: 'defaulted' }),
      on: {
        'guidance.attended': session,
        'guidance.completed': completed,
        'guidance.reported': 'none',
      },
    },
  },
});
