import { title } from '#src/base/title.ts';
import { defineWorkflow, workflowSetup } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { deadlines } from './duty-failure/deadlines.ts';
import { events, input } from './duty-failure/events.ts';
import { type DutyContext, guards } from './duty-failure/guards.ts';

const duty = workflowSetup<DutyContext>()({ input, events, guards, deadlines });

const reported = {
  guard: 'toAnother',
  target: 'reported',
  actions: duty.assign(({ event }) =>
    event.type === 'lead.reported' ? { to: event.payload.to, receivedAt: event.payload.receivedAt } : {},
  ),
} as const;
const recorded = duty.assign({
  results: ({ context, event }) =>
    event.type === 'result.recorded'
      ? [...context.results, { kind: event.payload.kind, against: event.payload.against }]
      : context.results,
});
const settled = { target: 'settled', actions: recorded } as const;

const machine = duty.createMachine({
  id: 'duty-failure',
  context: ({ input: { payload } }) => ({
    unit: payload.unit,
    failure: payload.failure,
    ground: payload.ground,
    noticedAt: payload.noticedAt,
    to: null,
    receivedAt: null,
    results: [],
  }),
  initial: 'noted',
  states: {
    noted: {
      meta: { title: title('已登记，待移送主管部门', 'Noted, to be reported'), deadlines: ['reporting'] },
      entry: notify('supervisor', 'handling.disputed'),
      on: { 'lead.reported': reported, 'lead.dropped': 'dropped' },
    },
    reported: {
      meta: { title: title('已移送，待答复', 'Reported, to be answered'), deadlines: ['answer'] },
      on: {
        'answer.received': 'followed',
        'result.recorded': settled,
        'answer.missed': { target: 'unanswered', actions: notify('supervisor', 'deadline.lapsed') },
      },
    },
    unanswered: {
      meta: {
        title: title('逾期未答复，待提请监督', 'Not answered, to be taken higher'),
        deadlines: ['raising'],
      },
      on: { 'lead.reported': reported, 'answer.received': 'followed', 'result.recorded': settled },
    },
    followed: {
      meta: { title: title('已答复，跟踪结果', 'Answered, its result followed'), deadlines: ['result'] },
      on: { 'lead.reported': reported, 'result.recorded': settled },
    },
    settled: {
      meta: { title: title('已有处理结果', 'Something came of it'), deadlines: ['closing'] },
      on: { 'result.recorded': { actions: recorded }, 'lead.reported': reported, 'lead.closed': 'closed' },
    },
    closed: { type: 'final', meta: { title: title('已办结', 'Closed') } },
    dropped: { type: 'final', meta: { title: title('未失职', 'Nothing was neglected') } },
  },
});

/** 履职失责线索: somebody bound to report or to act did not, and whoever is in charge of that trade answers for it. */
export const workflow = defineWorkflow({
  id: 'duty-failure',
  version: 1,
  title: title('履职失责线索', 'A duty not done'),
  openedBy: [
    'operator',
    'case_manager',
    'supervisor',
    'community_worker',
    'court_liaison',
    'police_liaison',
    'lawyer',
    'shelter_worker',
  ],
  input,
  events,
  guards,
  deadlines,
  machine,
  facts: () => ({}),
});
