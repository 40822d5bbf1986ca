import { title } from '#src/base/title.ts';
import { defineWorkflow } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { handling, replied } from './petition/answer.ts';
import { events, guards, openedContext } from './petition/context.ts';
import { entry } from './petition/entry.ts';
import { input } from './petition/events.ts';
import { deadlines, petition } from './petition/setup.ts';

const DESK = ['operator', 'case_manager', 'supervisor'] as const;

const report = {
  target: 'due',
  actions: [notify('supervisor', 'petition.urgent'), notify('case_manager', 'petition.urgent')],
} as const;

/** 重大、紧急事项 (信访工作条例 25) are reported at once, whatever becomes of the petition. */
const urgency = petition.createStateConfig({
  meta: { title: title('重大、紧急事项', 'Grave or urgent') },
  initial: 'none',
  states: {
    none: {
      meta: { title: title('无', 'None'), waitsFor: DESK },
      on: { 'urgency.found': report },
    },
    due: {
      meta: { title: title('待报告', 'To be reported'), deadlines: ['urgency'] },
      entry: petition.assign({ urgency: 'due' }),
      on: { 'urgency.reported': 'reported', 'urgency.found': { actions: report.actions } },
    },
    reported: {
      meta: { title: title('已报告', 'Reported'), waitsFor: DESK },
      entry: petition.assign({ urgency: 'reported' }),
      on: { 'urgency.found': report },
    },
  },
});

const machine = petition.createMachine({
  id: 'petition',
  context: ({ input: opened }) => openedContext(opened),
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      meta: { title: title('办理中', 'Open') },
      states: {
        work: {
          meta: { title: title('办理', 'Work') },
          initial: 'entry',
          states: { entry, handling, replied },
        },
        urgency,
      },
      on: { 'petition.withdrawn': { guard: 'urgencyReported', target: 'withdrawn' } },
    },
    ledIn: { type: 'final', meta: { title: title('已导入法定程序', 'Led into its procedure') } },
    routed: { type: 'final', meta: { title: title('已转送、交办', 'Passed on') } },
    returned: { type: 'final', meta: { title: title('异议成立，已退回', 'Returned to the sender') } },
    declined: { type: 'final', meta: { title: title('不予受理', 'Not accepted') } },
    performed: { type: 'final', meta: { title: title('已履行职责或者答复', 'Duty performed') } },
    concluded: { type: 'final', meta: { title: title('已答复办结', 'Concluded') } },
    terminated: { type: 'final', meta: { title: title('复核终结', 'Terminated after second review') } },
    withdrawn: { type: 'final', meta: { title: title('信访人撤回', 'Withdrawn') } },
  },
});

/**
 * 信访: a wrapper around a matter. What belongs to a court, the police or another procedure is led into it and never run as
 * a petition; nothing is told or passed on to whom it accuses (信访工作条例 22, 23, 25, 30, 31, 34 to 36).
 */
export const workflow = defineWorkflow({
  id: 'petition',
  version: 1,
  title: title('信访', 'Petition'),
  openedBy: ['operator', 'case_manager', 'supervisor'],
  input,
  events,
  guards,
  deadlines,
  machine,
  facts: () => ({}),
});
