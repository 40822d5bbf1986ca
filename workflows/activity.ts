import { and, assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { defineWorkflow } from '#src/workflow/define-workflow.ts';
import { activity, deadlines, funnelAfter, guards, openedContext } from './activity/context.ts';
import { events, input } from './activity/events.ts';

const STAFF = ['community_worker', 'case_manager', 'supervisor'] as const;

const counted = {
  guard: and(['isTraining', 'funnelNarrows']),
  actions: activity.assign({ funnel: ({ context, event }) => funnelAfter(context, event) }),
} as const;

/** Finding work takes longer than the course: these are counted until the file is closed. */
const afterwards = {
  'participants.registered': counted,
  'participants.employed': counted,
  'spillover.counted': {
    actions: activity.assign({
      spillOver: ({ context, event }) =>
        event.type === 'spillover.counted' ? context.spillOver + event.payload.count : context.spillOver,
    }),
  },
} as const;

const cancel = { 'activity.cancelled': '#activity.cancelled' } as const;

const FIGURES = ['attendancesAtLeastPeople', 'entriesAtLeastHouseholds', 'closedWithinCollected'] as const;

const correct = {
  guard: and([...FIGURES, 'funnelNarrows']),
  target: '#activity.reported.corrected',
  actions: activity.assign(({ context, event }) =>
    event.type === 'figures.corrected'
      ? {
          figures: event.payload.figures,
          funnel: funnelAfter(context, event),
          corrections: context.corrections + 1,
        }
      : {},
  ),
} as const;

const machine = activity.createMachine({
  id: 'activity',
  context: ({ input: opened }) => openedContext(opened),
  initial: 'draft',
  states: {
    draft: {
      meta: { title: title('拟订', 'Draft'), deadlines: ['approval'] },
      on: { 'activity.approved': 'approved', ...cancel },
    },
    approved: {
      meta: { title: title('已批准', 'Approved'), waitsFor: STAFF },
      on: { 'activity.scheduled': 'scheduled', ...cancel },
    },
    scheduled: {
      meta: { title: title('已排期', 'Scheduled'), waitsFor: STAFF },
      on: {
        'activity.scheduled': 'scheduled',
        'activity.held': 'held',
        'participants.enrolled': counted,
        'participants.dropped': counted,
        ...cancel,
      },
    },
    held: {
      meta: { title: title('已举办', 'Held'), deadlines: ['locking'] },
      on: {
        'participants.enrolled': counted,
        'participants.trained': counted,
        'participants.dropped': counted,
        ...afterwards,
        'attendance.locked': 'attendanceLocked',
      },
    },
    attendanceLocked: {
      meta: { title: title('签到已锁定', 'Attendance locked'), deadlines: ['reporting'] },
      on: {
        ...afterwards,
        'activity.reported': {
          guard: and([...FIGURES]),
          target: 'reported',
          actions: assign({ figures: ({ event }) => event.payload.figures }),
        },
      },
    },
    reported: {
      meta: { title: title('已上报', 'Reported'), deadlines: ['archiving'] },
      initial: 'asReported',
      states: {
        asReported: { meta: { title: title('数据未更正', 'As reported') } },
        corrected: { meta: { title: title('数据已更正', 'Corrected') } },
      },
      on: { ...afterwards, 'figures.corrected': correct, 'activity.archived': 'archived' },
    },
    archived: { type: 'final', meta: { title: title('已归档', 'Archived') } },
    cancelled: { type: 'final', meta: { title: title('已取消', 'Cancelled') } },
  },
});

/** 项目活动: attendance is locked before it is reported, and the funnel of a training only narrows. */
export const workflow = defineWorkflow({
  id: 'activity',
  version: 1,
  title: title('项目活动', 'Programme activity'),
  openedBy: ['community_worker', 'case_manager', 'supervisor'],
  input,
  events,
  guards,
  deadlines,
  machine,
  facts: () => ({}),
});
