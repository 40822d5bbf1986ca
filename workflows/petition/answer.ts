import { and, assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { leadIn, reclassify } from './entry.ts';
import { petition } from './setup.ts';

const chase = petition.assign({ chases: ({ context }) => context.chases + 1 });

/** 办理: sixty days, thirty more once if the head approves before they are over and the petitioner is told. */
export const handling = petition.createStateConfig({
  meta: { title: title('办理中', 'Being handled') },
  initial: 'inTime',
  states: {
    inTime: {
      meta: { title: title('期限内', 'In time'), deadlines: ['finish'] },
      on: {
        'extension.approved': { guard: 'asksForOpinion', target: 'extended' },
        'finishing.lapsed': 'overdue',
      },
    },
    extended: {
      meta: { title: title('经批准延长', 'Extended'), deadlines: ['finishExtended'] },
      on: { 'finishing.lapsed': 'overdue' },
    },
    overdue: {
      meta: { title: title('逾期', 'Overdue'), deadlines: ['chase'] },
      entry: [chase, notify('supervisor', 'deadline.lapsed')],
      on: {
        'chase.repeated': [
          { guard: 'moreChases', target: 'overdue', reenter: true },
          { target: 'stuck', actions: notify('supervisor', 'deadline.escalated') },
        ],
      },
    },
    stuck: {
      meta: {
        title: title('多次督办未办结', 'Chased in vain'),
        waitsFor: ['case_manager', 'supervisor'],
      },
    },
  },
  on: {
    'petition.reclassified': { actions: reclassify },
    'petition.led': leadIn,
    'opinion.delivered': {
      guard: 'asksForOpinion',
      target: '#petition.open.work.replied',
      actions: assign({ opinionAt: ({ event }) => event.payload.deliveredAt }),
    },
    'duty.performed': { guard: and(['asksForDuty', 'urgencyReported']), target: '#petition.performed' },
  },
});

/** 答复之后: review, then second review, each asked for within thirty days or not at all. */
export const replied = petition.createStateConfig({
  meta: { title: title('已答复', 'Answered') },
  initial: 'reviewOpen',
  states: {
    reviewOpen: {
      meta: { title: title('复查期限内', 'A review may be asked for'), deadlines: ['review'] },
      on: {
        'review.requested': 'reviewing',
        'review.forfeited': '#petition.concluded',
        'opinion.accepted': '#petition.concluded',
      },
    },
    reviewing: {
      meta: { title: title('复查中', 'Under review'), deadlines: ['reviewAnswer'] },
      on: {
        'review.answered': {
          target: 'recheckOpen',
          actions: assign({ reviewAt: ({ event }) => event.payload.deliveredAt }),
        },
      },
    },
    recheckOpen: {
      meta: { title: title('复核期限内', 'A second review may be asked for'), deadlines: ['recheck'] },
      on: {
        'recheck.requested': 'rechecking',
        'recheck.forfeited': '#petition.concluded',
        'opinion.accepted': '#petition.concluded',
      },
    },
    rechecking: {
      meta: { title: title('复核中', 'Under second review'), deadlines: ['recheckAnswer'] },
      on: { 'recheck.answered': '#petition.terminated' },
    },
  },
});
