import { and, assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { regraded } from './context.ts';
import { placement } from './setup.ts';

const unsafe = [notify('supervisor', 'risk.raised'), notify('case_manager', 'risk.raised')] as const;
const nowhere = placement.assign({ kind: null, place: null, guardian: null, returnTo: null });

const placed = {
  guard: 'placeIsSafe',
  target: '#placement.open.place.placed',
  reenter: true,
  actions: placement.assign(({ event }) =>
    event.type === 'child.placed'
      ? {
          kind: event.payload.kind,
          place: event.payload.place,
          guardian: event.payload.guardian ?? null,
        }
      : {},
  ),
} as const;

/** Whoever cares for the child and is found to be dangerous, or to side with danger, keeps the child no longer. */
const trustLost = {
  guard: 'carerLosesTrust',
  target: '#placement.open.place.unplaced',
  actions: [
    placement.assign(({ context, event }) =>
      event.type === 'guardian.assessed' ? regraded(context, event) : {},
    ),
    ...unsafe,
  ],
} as const;

/** Where the child is. No way leads to a guardian who was not judged to protect. */
export const place = placement.createStateConfig({
  meta: { title: title('安置', 'Where the child is') },
  initial: 'unplaced',
  states: {
    unplaced: {
      meta: { title: title('待安置', 'To be placed'), deadlines: ['placing'] },
      entry: nowhere,
      on: {
        'child.placed': placed,
        'child.watched': { guard: 'watchedBySupervisor', target: 'watched' },
      },
    },
    // At home with whoever is in doubt, because there is nobody else and no better place: seen every third day.
    watched: {
      meta: { title: title('留家监护，重点走访', 'At home, closely watched'), deadlines: ['homeWatch'] },
      on: {
        'return.visited': { target: 'watched', reenter: true },
        'return.failed': { target: 'unplaced', actions: unsafe },
        'child.placed': placed,
        'placement.settled': { guard: 'somebodyProtects', target: 'settled' },
      },
    },
    placed: {
      meta: { title: title('已安置', 'Placed'), deadlines: ['review'] },
      on: {
        'child.placed': placed,
        'placement.reviewed': { target: 'placed', reenter: true },
        'return.proposed': {
          guard: 'guardianIsProtective',
          target: 'returning',
          actions: assign({ returnTo: ({ event }) => event.payload.to }),
        },
        'placement.settled': 'settled',
        'guardian.assessed': trustLost,
      },
    },
    returning: {
      meta: { title: title('回归家庭评估中', 'Return home under review'), deadlines: ['returnDecision'] },
      on: {
        'return.approved': {
          guard: and(['guardianIsProtective', 'riskAllowsReturn']),
          target: 'home',
          actions: assign({
            visits: 0,
            kind: null,
            place: null,
            guardian: ({ context }) => context.returnTo,
            returnTo: null,
          }),
        },
        'return.refused': { target: 'placed', actions: assign({ returnTo: null }) },
        'guardian.assessed': trustLost,
      },
    },
    home: {
      meta: { title: title('已回归家庭，回访中', 'At home, visited'), deadlines: ['homeVisit'] },
      on: {
        'return.visited': [
          { guard: 'lastVisit', target: 'settled' },
          {
            target: 'home',
            reenter: true,
            actions: assign({ visits: ({ context }) => context.visits + 1 }),
          },
        ],
        'return.failed': { target: 'unplaced', actions: unsafe },
        'guardian.assessed': trustLost,
      },
    },
    settled: {
      meta: { title: title('去向确定', 'Settled'), deadlines: ['closing'] },
      on: {
        'return.failed': { target: 'unplaced', actions: unsafe },
        'guardian.assessed': trustLost,
        'placement.closed': {
          guard: and(['guardianshipSettled', 'guidanceSettled', 'answersSettled']),
          target: '#placement.closed',
        },
      },
    },
  },
});
