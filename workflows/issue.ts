import { title } from '#src/base/title.ts';
import { defineWorkflow } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { deadlines, guards, issue, openedContext } from './issue/context.ts';
import { events, input } from './issue/events.ts';

const STAFF = ['community_worker', 'case_manager', 'supervisor'] as const;

const solve = {
  target: '#issue.open.work.solved',
  actions: issue.assign({
    solvedOnSpot: ({ event }) => event.type === 'issue.solved' && event.payload.onSpot,
  }),
} as const;

const reopen = issue.assign({ reopenings: ({ context }) => context.reopenings + 1 });
const notContent = [
  { guard: 'moreRounds', target: '#issue.open.work.reopened', actions: reopen },
  { target: '#issue.open.work.undecided', actions: [reopen, notify('supervisor', 'deadline.escalated')] },
] as const;

const callBack = {
  'callback.passed': '#issue.open.work.verified',
  'callback.failed': notContent,
} as const;

/** 办结 is counted here and nowhere else. */
const close = {
  guard: 'signsAnswered',
  target: '#issue.closed',
  actions: issue.assign({ closedCount: 1 }),
} as const;

const work = issue.createStateConfig({
  meta: { title: title('办理', 'Work') },
  initial: 'collected',
  states: {
    collected: {
      meta: { title: title('已收集', 'Collected'), deadlines: ['triage'] },
      on: { 'issue.triaged': 'triaged', 'issue.solved': solve },
    },
    triaged: {
      meta: { title: title('已分类，办理中', 'Sorted, being dealt with'), deadlines: ['handling'] },
      on: {
        'issue.solved': solve,
        'issue.referred': { target: 'referred', actions: issue.assign({ referred: true }) },
        'issue.explained': 'explained',
      },
    },
    // The clock of the handling goes on while another agency works: to her it is one problem.
    referred: {
      meta: { title: title('已转介', 'Referred'), deadlines: ['handling'] },
      on: { 'issue.solved': solve, 'issue.explained': 'explained', 'referral.returned': 'triaged' },
    },
    explained: {
      meta: { title: title('已说明理由，待回访', 'Explained, to be called back'), deadlines: ['callBack'] },
      on: callBack,
    },
    solved: {
      meta: { title: title('已解决，待回访', 'Solved, to be called back'), deadlines: ['callBack'] },
      on: callBack,
    },
    verified: {
      meta: { title: title('回访认可', 'Verified'), deadlines: ['closing'] },
      on: { 'issue.closed': close, 'callback.failed': notContent },
    },
    reopened: {
      meta: { title: title('重新办理', 'Reopened'), deadlines: ['triage'] },
      on: { 'issue.triaged': 'triaged', 'issue.solved': solve },
    },
    undecided: {
      meta: { title: title('待督导决定', 'Supervisor decides'), deadlines: ['decision'] },
      on: { 'issue.decided': { guard: 'signsAnswered', target: '#issue.settled' } },
    },
  },
});

const tellOfSigns = [notify('case_manager', 'signs.seen'), notify('supervisor', 'signs.seen')] as const;

const signs = issue.createStateConfig({
  meta: { title: title('家庭暴力迹象', 'Signs of violence') },
  initial: 'none',
  states: {
    none: {
      meta: { title: title('未发现', 'None seen'), waitsFor: STAFF },
      on: { 'signs.seen': { target: 'seen', actions: tellOfSigns } },
    },
    seen: {
      meta: { title: title('已发现，待受理', 'Seen, to be taken up'), deadlines: ['signs'] },
      entry: issue.assign({ signs: 'seen' }),
      on: { 'signs.answered': 'answered', 'signs.seen': { actions: tellOfSigns } },
    },
    answered: {
      meta: { title: title('已受理', 'Taken up'), waitsFor: STAFF },
      entry: issue.assign({ signs: 'answered' }),
      on: { 'signs.seen': { target: 'seen', actions: tellOfSigns } },
    },
  },
});

const machine = issue.createMachine({
  id: 'issue',
  context: ({ input: opened }) => openedContext(opened),
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      meta: { title: title('办理中', 'Open') },
      states: { work, signs },
      on: { 'issue.withdrawn': { guard: 'signsAnswered', target: 'settled' } },
    },
    closed: { type: 'final', meta: { title: title('已办结', 'Closed') } },
    // Not content, or not asked for any more: it is over, and not one of those that count as closed.
    settled: { type: 'final', meta: { title: title('终止，不计办结', 'Ended, not counted as closed') } },
  },
});

/** 问题收集与解决: a problem counts as closed only after she herself was called back. */
export const workflow = defineWorkflow({
  id: 'issue',
  version: 1,
  title: title('问题收集与解决', 'Reported problem'),
  openedBy: ['operator', 'community_worker', 'case_manager', 'supervisor'],
  input,
  events,
  guards,
  deadlines,
  machine,
  facts: ({ state }) => ({ disclosure: state.includes('open.signs.seen') ? 'signs' : 'none' }),
});
