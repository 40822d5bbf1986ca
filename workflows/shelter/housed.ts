import { and, assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { effect, notify } from '#src/workflow/effect.ts';
import { departed } from './context.ts';
import { childTaken, shelter, startAdverse, warnAll } from './setup.ts';

const extended = {
  guard: 'untilAhead',
  target: '#shelter.housed.term.extended',
  reenter: true,
  actions: shelter.assign({
    until: ({ context, event }) => (event.type === 'extension.filed' ? event.payload.until : context.until),
  }),
} as const;

/** How long. Nobody is turned out when a period ends: what is due then is a filing, not a departure. */
const term = shelter.createStateConfig({
  meta: { title: title('庇护期限', 'Term of the stay') },
  initial: 'usual',
  states: {
    usual: {
      meta: { title: title('一般期限内', 'Within the usual term'), deadlines: ['stayLimit'] },
      initial: 'unreviewed',
      states: {
        unreviewed: {
          meta: { title: title('待去留评估', 'To be reviewed'), deadlines: ['stayReview'] },
          on: { 'stay.reviewed': 'reviewed' },
        },
        reviewed: {
          meta: { title: title('已评估', 'Reviewed'), waitsFor: ['shelter_worker', 'case_manager'] },
        },
      },
      on: { 'limit.reached': 'overdue' },
    },
    overdue: {
      meta: { title: title('期限届满，待备案', 'Term over, to be filed'), deadlines: ['extensionFiling'] },
      entry: notify('supervisor', 'deadline.lapsed'),
    },
    extended: {
      meta: { title: title('已延长并备案', 'Extended and filed'), deadlines: ['extensionEnd'] },
      on: { 'limit.reached': 'overdue', 'stay.reviewed': {} },
    },
  },
  on: { 'extension.filed': extended },
});

const toOtherSite = shelter.assign({
  site: ({ context, event }) => (event.type === 'resident.relocated' ? event.payload.site : context.site),
});
const hereToStay = shelter.assign({ mayGo: false });
const leaveRequested = [
  {
    guard: and(['residentIsAdult', 'goesBackToHim']),
    target: '#shelter.housed.life.leaving',
    actions: [notify('supervisor', 'wish.doubtful'), notify('case_manager', 'wish.doubtful')],
  },
  { guard: 'residentIsAdult', target: '#shelter.housed.life.leaving' },
] as const;

const life = shelter.createStateConfig({
  meta: { title: title('居住', 'Living there') },
  initial: 'living',
  states: {
    living: {
      meta: { title: title('在站', 'In the shelter'), waitsFor: ['shelter_worker', 'case_manager'] },
      entry: hereToStay,
      on: {
        'leave.requested': leaveRequested,
        'absence.noted': [{ guard: 'residentIsAdult', target: 'absent' }, { target: 'missing' }],
        'resident.relocated': { guard: 'anotherSite', actions: toOtherSite },
      },
    },
    leaving: {
      meta: { title: title('准备离站', 'About to leave'), deadlines: ['departure'] },
      entry: shelter.assign({ mayGo: true }),
      on: { 'leave.withdrawn': 'living' },
    },
    absent: {
      meta: { title: title('外出未归', 'Gone without a word'), deadlines: ['absence'] },
      // She is free to go.
      entry: [shelter.assign({ mayGo: true }), notify('supervisor', 'danger.foreseen')],
      on: { 'contact.made': 'living' },
    },
    // Who is a child, or without full capacity, is not free to be lost: the police are told, and the stay does not end.
    missing: {
      meta: { title: title('走失，待报案', 'Missing, to be reported'), deadlines: ['lossReport', 'absence'] },
      entry: [hereToStay, notify('supervisor', 'danger.foreseen')],
      on: { 'loss.reported': 'sought', 'contact.made': 'living' },
    },
    sought: {
      meta: { title: title('已报案，查找中', 'Reported, being looked for'), deadlines: ['absence'] },
      on: { 'contact.made': 'living' },
    },
    relocating: {
      meta: { title: title('住处暴露，须立即转移', 'Found, to be moved at once'), deadlines: ['relocation'] },
      entry: [hereToStay, notify('supervisor', 'danger.foreseen')],
      on: {
        'resident.relocated': {
          guard: 'anotherSite',
          target: 'living',
          actions: toOtherSite,
        },
        'leave.requested': leaveRequested,
      },
    },
  },
  on: {
    'site.found': [
      {
        guard: 'noInquiryOpen',
        target: '.relocating',
        actions: [...warnAll, effect(startAdverse('visit', 'himself'))],
      },
      { target: '.relocating', actions: warnAll },
    ],
  },
});

const leaves = shelter.assign(({ event }) => {
  if (event.type === 'stay.ended') return { ...departed(event.payload.leftAt), minors: 0, mayGo: false };
  if (event.type === 'minor.handed') return { ...departed(event.payload.handedAt), mayGo: false };
  return {};
});

/** In the shelter: the term runs beside whatever she does, and no plan of hers cancels it. */
export const housed = shelter.createStateConfig({
  type: 'parallel',
  meta: { title: title('在站庇护', 'Housed') },
  states: { term, life },
  on: {
    'needs.planned': {},
    'minor.taken': { guard: 'minorsHere', actions: childTaken },
    'stay.ended': {
      guard: and(['wayIsFree', 'minorsAccountedFor']),
      target: '#shelter.followUp',
      actions: leaves,
    },
    'minor.handed': [
      {
        guard: and(['guardianNotDoubted', 'residentIsProtected']),
        target: '#shelter.followUp',
        actions: leaves,
      },
      {
        guard: and(['guardianNotDoubted', 'minorsHere']),
        actions: assign({ minors: ({ context }) => context.minors - 1 }),
      },
    ],
  },
});
