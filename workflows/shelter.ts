import { title } from '#src/base/title.ts';
import { defineWorkflow } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { nextFollowUp, openedContext } from './shelter/context.ts';
import { deadlines } from './shelter/deadlines.ts';
import { events, input } from './shelter/events.ts';
import { guards } from './shelter/guards.ts';
import { housed } from './shelter/housed.ts';
import { inquiryReceived, shelter } from './shelter/setup.ts';

const admitted = {
  target: '#shelter.housed',
  actions: [
    shelter.assign(({ context, event }) =>
      event.type === 'stay.admitted'
        ? {
            site: event.payload.site,
            admittedAt: event.payload.admittedAt,
            stays: context.stays + 1,
            until: null,
          }
        : {},
    ),
    notify('case_manager', 'track.assigned'),
  ],
} as const;

const next = shelter.assign(({ context }) => nextFollowUp(context));
const unsafe = [notify('supervisor', 'followup.unsafe'), notify('case_manager', 'followup.unsafe')] as const;
const visited = (more: readonly ReturnType<typeof notify>[]) =>
  [
    { guard: 'lastVisit', target: 'closed', actions: [next, ...more] },
    { target: 'followUp', reenter: true, actions: [next, ...more] },
  ] as const;

const machine = shelter.createMachine({
  id: 'shelter',
  context: ({ input: opened }) => openedContext(opened),
  initial: 'requested',
  states: {
    requested: {
      meta: { title: title('已申请，待筛查', 'Requested'), deadlines: ['screening'] },
      on: {
        'stay.admitted': admitted,
        'site.full': 'unplaced',
        'request.declined': { guard: 'voucherHonoured', target: 'unplaced' },
        'request.withdrawn': { guard: 'residentIsAdult', target: 'withdrawn' },
      },
    },
    unplaced: {
      // Without a bed here she is still somebody's business until she has arrived somewhere safe.
      meta: {
        title: title('另行落实安全去处', 'Another safe place to be found'),
        deadlines: ['alternative'],
      },
      entry: notify('supervisor', 'danger.foreseen'),
      on: {
        'stay.admitted': admitted,
        'alternative.found': 'placedElsewhere',
        'request.withdrawn': { guard: 'residentIsAdult', target: 'withdrawn' },
      },
    },
    housed,
    followUp: {
      meta: { title: title('已离站，回访中', 'Left, followed up'), deadlines: ['followUp'] },
      on: {
        'stay.admitted': admitted,
        'visit.made': visited([]),
        'visit.failed': visited(unsafe),
        'visit.missed': visited(unsafe),
      },
    },
    closed: { type: 'final', meta: { title: title('已办结', 'Closed') } },
    placedElsewhere: { type: 'final', meta: { title: title('已安置于其他去处', 'In another safe place') } },
    withdrawn: { type: 'final', meta: { title: title('本人撤回', 'Withdrawn') } },
    died: { type: 'final', meta: { title: title('当事人死亡', 'She died') } },
  },
  on: {
    'inquiry.received': inquiryReceived,
    'death.recorded': {
      target: '.died',
      actions: notify('supervisor', 'death.recorded'),
    },
  },
});

/** 庇护: a safe bed without papers, for as long as it takes, and a place nobody can ask after. */
export const workflow = defineWorkflow({
  id: 'shelter',
  version: 2,
  title: title('庇护', 'Shelter'),
  openedBy: [
    'shelter_worker',
    'operator',
    'police_liaison',
    'case_manager',
    'supervisor',
    'community_worker',
  ],
  input,
  events,
  guards,
  deadlines,
  machine,
  facts: ({ context, state }) => ({
    shelter: stageOf(state),
    // While she lives the lock is the inquiry's (`adverse`): lifted there at her wish, it is lifted.
    location: state.includes('died') ? 'locked' : 'unlocked',
    repeat: context.stays > 1 ? 'yes' : 'no',
  }),
});

function stageOf(state: readonly string[]) {
  if (state.some((path) => path.startsWith('housed.'))) return 'housed';
  return state.some((path) => path === 'requested' || path === 'unplaced') ? 'requested' : 'none';
}
