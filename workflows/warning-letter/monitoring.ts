import { and } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { noted } from './call.ts';
import { cleanAfter } from './guards.ts';
import { letter, punished } from './setup.ts';

const VISITORS = ['police_liaison', 'community_worker', 'case_manager'] as const;

const told = letter.assign({
  unnotified: ({ context, event }) =>
    context.unnotified.filter(
      ({ id }) => !(event.type === 'notice.acknowledged' && event.payload.body === id),
    ),
});

/** 通知: a region of its own, so that nothing that happens on the visits cancels it. */
const notices = letter.createStateConfig({
  meta: { title: title('通知有关单位', 'Notices') },
  initial: 'due',
  states: {
    due: {
      meta: { title: title('待签收', 'To be acknowledged'), deadlines: ['notices'] },
      on: {
        'notice.acknowledged': [
          { guard: 'lastBody', target: 'done', actions: told },
          { guard: 'bodyUntold', actions: told },
        ],
      },
    },
    done: { meta: { title: title('均已签收', 'All acknowledged'), waitsFor: VISITORS } },
  },
});

const cleanVisit = letter.assign(({ context, event }) => ({
  clean: cleanAfter(context),
  visited: true,
  lastVisitAt: event.occurredAt,
}));
const defied = [
  letter.assign({ clean: 0 }),
  notify('supervisor', 'letter.defied'),
  notify('case_manager', 'letter.defied'),
  notify({ handlersOf: 'consultation' }, 'letter.defied'),
  notify({ handlersOf: 'protection-order' }, 'letter.defied'),
] as const;
const overdue = [notify('supervisor', 'visit.overdue'), notify('case_manager', 'visit.overdue')] as const;
const resumed = [
  { guard: 'visitedBefore', target: '#warning-letter.delivered.visits.watching.later' },
  { target: '#warning-letter.delivered.visits.watching.first' },
] as const;

/** 查访: the first within seven days, then every three months, until three in a row were clean. */
const watching = letter.createStateConfig({
  meta: { title: title('查访中', 'Being visited') },
  initial: 'first',
  states: {
    first: {
      meta: { title: title('待首次查访', 'First visit due'), deadlines: ['firstVisit'] },
      on: { 'visit.missed': { target: 'overdue', actions: overdue } },
    },
    later: {
      meta: { title: title('定期查访', 'Visit every three months'), deadlines: ['nextVisit'] },
      on: { 'visit.missed': { target: 'overdue', actions: overdue } },
    },
    overdue: {
      meta: { title: title('查访逾期', 'Visit overdue') },
      initial: 'station',
      states: {
        station: {
          meta: { title: title('派出所负责人督促', 'With the station head'), deadlines: ['station'] },
          on: { 'ladder.raised': { target: 'federation', actions: overdue } },
        },
        federation: {
          meta: { title: title('妇联督促', 'Demand of the federation'), deadlines: ['federation'] },
          on: { 'ladder.raised': { target: 'procuratorate', actions: overdue } },
        },
        procuratorate: {
          meta: { title: title('提请检察监督', 'With the procuratorate'), deadlines: ['procuratorate'] },
        },
      },
    },
    transferring: {
      meta: { title: title('移交迁入地派出所', 'Being handed to the new station'), deadlines: ['handover'] },
      on: { 'file.received': resumed },
    },
  },
  on: {
    'visit.made': [
      {
        guard: and(['foundClean', 'lastCleanVisit', 'lastBodyTold']),
        target: '#warning-letter.ended',
        actions: cleanVisit,
      },
      { guard: 'foundClean', target: '.later', reenter: true, actions: cleanVisit },
      { guard: 'foundRepeat', target: 'violated', actions: defied },
      { guard: 'nobodySeen' },
    ],
    'offender.repeated': { target: 'violated', actions: defied },
    'household.moved': '.transferring',
  },
});

/** A second letter is no answer here: he is punished, or the crime is filed. */
const visits = letter.createStateConfig({
  meta: { title: title('查访', 'Visits') },
  initial: 'watching',
  states: {
    watching,
    violated: {
      meta: {
        title: title('告诫后再犯，应当处罚', 'Violence again: must be punished'),
        deadlines: ['punishment'],
      },
      on: punished,
    },
  },
});

/** 送交之后: those who must know are told, and somebody calls on both. */
export const delivered = letter.createStateConfig({
  type: 'parallel',
  meta: { title: title('已送交，查访期', 'Delivered, being looked after') },
  states: { notices, visits },
  on: {
    ...noted,
    'monitoring.ended': { target: '#warning-letter.ended', actions: notify('supervisor', 'death.recorded') },
  },
});
