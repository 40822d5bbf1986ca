import { title } from '#src/base/title.ts';
import { defineDeadlines } from '#src/workflow/deadline.ts';
import { defineWorkflow, workflowSetup } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { events, input, type SupervisionContext } from './supervision/events.ts';

const toSupervisor = [{ after: 'PT0S', to: 'supervisor' }] as const;

const deadlines = defineDeadlines<keyof typeof events, SupervisionContext>()({
  head: {
    title: title('该单位负责人答复', 'Head of that agency answers'),
    rule: 'R8e1',
    anchor: 'entry',
    metBy: ['duty.performed', 'matter.rerouted'],
    onLapse: 'ladder.raised',
    remind: ['PT4H'],
    escalate: toSupervisor,
  },
  demand: {
    title: title('发出督促处理意见书', 'Written demand issued'),
    rule: 'R8e2send',
    anchor: 'entry',
    metBy: ['demand.issued', 'duty.performed', 'matter.rerouted'],
    remind: ['PT4H'],
    remindTo: 'case_manager',
    escalate: toSupervisor,
  },
  answer: {
    title: title('答复督促处理意见', 'Written demand answered'),
    rule: 'R8e2',
    anchor: 'entry',
    metBy: ['duty.performed', 'matter.rerouted'],
    onLapse: 'ladder.raised',
    remind: ['PT24H'],
    escalate: toSupervisor,
  },
  inspection: {
    title: title('答复督查', 'Inspection answered'),
    rule: 'R8e3',
    anchor: 'entry',
    metBy: ['duty.performed', 'matter.rerouted'],
    onLapse: 'ladder.raised',
    remind: ['P3D', 'PT24H'],
    escalate: toSupervisor,
  },
});

const supervision = workflowSetup<SupervisionContext>()({ input, events, guards: {}, deadlines });

const raised = [notify('supervisor', 'duty.missed'), notify('case_manager', 'duty.missed')] as const;

const machine = supervision.createMachine({
  id: 'supervision',
  context: ({ input: { payload } }) => ({
    body: payload.body,
    agency: payload.agency ?? null,
    track: payload.track ?? null,
    missed: payload.missed,
  }),
  initial: 'open',
  states: {
    open: {
      meta: { title: title('督促中', 'Open') },
      initial: 'head',
      states: {
        head: {
          meta: { title: title('已提请该单位负责人', 'With the head of that agency'), deadlines: ['head'] },
          entry: raised,
          on: { 'ladder.raised': 'demand' },
        },
        demand: {
          meta: {
            title: title('待发出督促处理意见书', 'Written demand to be issued'),
            deadlines: ['demand'],
          },
          entry: raised,
          on: { 'demand.issued': 'awaited' },
        },
        awaited: {
          meta: { title: title('待答复督促处理意见', 'Demand to be answered'), deadlines: ['answer'] },
          on: { 'ladder.raised': 'inspection' },
        },
        inspection: {
          meta: { title: title('提请督查', 'Inspection'), deadlines: ['inspection'] },
          entry: raised,
          on: { 'inspection.requested': {}, 'ladder.raised': 'lead' },
        },
        lead: {
          meta: {
            title: title('待向检察机关移送线索', 'Lead to be handed to the procuratorate'),
            waitsFor: ['case_manager', 'supervisor'],
          },
          entry: raised,
          on: { 'lead.transferred': '#supervision.transferred' },
        },
      },
      on: {
        'duty.performed': 'performed',
        'matter.rerouted': 'rerouted',
        'supervision.ended': 'dropped',
      },
    },
    performed: { type: 'final', meta: { title: title('已履行、已答复', 'Performed or answered') } },
    rerouted: { type: 'final', meta: { title: title('已改由其他单位办理', 'Taken elsewhere') } },
    transferred: { type: 'final', meta: { title: title('已移送检察机关', 'With the procuratorate') } },
    dropped: { type: 'final', meta: { title: title('不再督促', 'Dropped') } },
  },
});

/**
 * 督促监督: where an agency has missed a period, its head is asked, then a written demand goes out, then an inspection, then
 * the lead goes to the procuratorate (妇女权益保障法 73, 77). Opens by itself; whoever knows of a breach may open one.
 */
export const workflow = defineWorkflow({
  id: 'supervision',
  version: 1,
  title: title('督促监督', 'Supervision'),
  openedBy: ['operator', 'case_manager', 'supervisor'],
  input,
  events,
  guards: {},
  deadlines,
  machine,
  facts: () => ({}),
});
