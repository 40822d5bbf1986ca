import { and, assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { defineWorkflow } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { guards, openedContext } from './visit/context.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import { report, signs } from './visit/duties.ts';
import { events, input } from './visit/events.ts';
import { deadlines, visit } from './visit/setup.ts';

/** A door that stayed shut: try again under a new clock, or let a supervisor decide. */
const missed = visit.assign({ absences: ({ context }) => context.absences + 1 });
const closedDoor = [
  { guard: 'moreTries', target: '#visit.open.work.ahead', reenter: true, actions: missed },
  { target: '#visit.open.work.undecided', actions: [missed, notify('supervisor', 'deadline.escalated')] },
] as const;

const again = {
  target: 'ahead',
  actions: visit.assign({
    absences: 0,
    visitRule: ({ context, event }) => {
      // What the case says is never lowered by what somebody ticks.
      const isHigh =
        event.case.facts.risk === 'high' || ('highRisk' in event.payload && event.payload.highRisk);
      if (isHigh === true) return 'H86high';
      return event.type === 'visit.repeated' && event.payload.highRisk === false ? 'H86' : context.visitRule;
    },
  }),
} as const;

const nameTeam = {
  guard: 'teamOfTwo',
  target: 'assigned',
  actions: {
    type: 'effect',
    params: ({ event }: { event: EventOf<typeof events> }) =>
      event.type === 'team.assigned'
        ? ({ kind: 'assign', assignee: event.payload.lead } as const)
        : ({ kind: 'assign' } as const),
  },
} as const;

const leave = {
  target: '#visit.open.work.unsafe',
  actions: [notify('supervisor', 'emergency.declared'), notify('case_manager', 'emergency.declared')],
} as const;

const work = visit.createStateConfig({
  meta: { title: title('走访', 'Visits') },
  initial: 'ahead',
  states: {
    ahead: {
      meta: { title: title('待走访', 'To be visited'), deadlines: ['visit'] },
      initial: 'planned',
      states: {
        planned: {
          meta: { title: title('已计划', 'Planned') },
          on: { 'team.assigned': nameTeam },
        },
        assigned: {
          meta: { title: title('已确定人员', 'Team assigned') },
          on: {
            'team.assigned': nameTeam,
            'household.visited': {
              target: '#visit.open.work.visited',
              actions: visit.assign({ entries: ({ context }) => context.entries + 1, absences: 0 }),
            },
            'household.absent': closedDoor,
            'entry.refused': closedDoor,
            'danger.met': leave,
          },
        },
      },
    },
    visited: {
      meta: { title: title('已入户，待记录', 'Visited, to be written up'), deadlines: ['record'] },
      on: {
        'visit.recorded': {
          target: 'recorded',
          actions: assign({
            issueCount: ({ context, event }) => context.issueCount + event.payload.issueCount,
          }),
        },
        'danger.met': leave,
      },
    },
    unsafe: {
      meta: { title: title('遇险撤离，待报告', 'Left, danger to be reported'), deadlines: ['dangerReport'] },
      entry: visit.assign({ dangerOwed: true }),
      on: { 'danger.reported': { target: 'undecided', actions: visit.assign({ dangerOwed: false }) } },
    },
    undecided: {
      meta: { title: title('待督导决定', 'Supervisor decides'), deadlines: ['decision'] },
      on: { 'visit.repeated': again },
    },
    recorded: {
      meta: { title: title('已记录', 'Written up'), deadlines: ['closing'] },
      on: {
        'visit.repeated': again,
        'visit.closed': { guard: and(['reportSettled', 'signsAnswered']), target: '#visit.closed' },
      },
    },
  },
});

const machine = visit.createMachine({
  id: 'visit',
  context: ({ input: opened }) => openedContext(opened),
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      meta: { title: title('办理中', 'Open') },
      states: { work, signs, report },
      on: {
        'visit.abandoned': {
          guard: and(['dangerReported', 'reportSettled', 'signsAnswered']),
          target: 'abandoned',
        },
      },
    },
    closed: { type: 'final', meta: { title: title('已办结', 'Closed') } },
    abandoned: { type: 'final', meta: { title: title('已停止走访', 'Given up') } },
  },
});

/** 入户走访: at least two people, who leave when it is unsafe and ask nothing in front of others. */
export const workflow = defineWorkflow({
  id: 'visit',
  version: 1,
  title: title('入户走访', 'Home visits'),
  openedBy: ['community_worker', 'case_manager', 'supervisor'],
  input,
  events,
  guards,
  deadlines,
  machine,
  facts: ({ context, state }) => ({
    disclosure: state.includes('open.signs.seen') ? 'signs' : 'none',
    mandatoryReport: REPORTED[context.report],
  }),
});

const REPORTED = { none: 'none', due: 'due', filed: 'reported' } as const;
