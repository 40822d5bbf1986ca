import { title } from '#src/base/title.ts';
import { defineDeadlines } from '#src/workflow/deadline.ts';
import { workflowSetup } from '#src/workflow/define-workflow.ts';
import { guards, type VisitContext } from './context.ts';
import { events, input } from './events.ts';

const toSupervisor = [{ after: 'PT0S', to: 'supervisor' }] as const;

export const deadlines = defineDeadlines<keyof typeof events, VisitContext>()({
  visit: {
    title: title('入户走访', 'Home visit'),
    rule: { context: 'visitRule' },
    anchor: 'entry',
    metBy: ['household.visited', 'household.absent', 'entry.refused', 'danger.met', 'visit.abandoned'],
    remind: ['PT24H'],
    escalate: toSupervisor,
  },
  dangerReport: {
    title: title('遇险撤离后报告', 'Danger reported after leaving'),
    rule: 'H87',
    anchor: 'entry',
    metBy: ['danger.reported'],
    remind: ['PT5M'],
    escalate: toSupervisor,
  },
  record: {
    title: title('填写走访记录', 'Visit written up'),
    rule: 'H88',
    anchor: 'entry',
    metBy: ['visit.recorded'],
    remind: ['PT4H'],
    escalate: toSupervisor,
  },
  decision: {
    title: title('多次未入户处置决定', 'Decision after closed doors'),
    rule: 'H13',
    anchor: 'entry',
    metBy: ['visit.repeated', 'visit.abandoned'],
    remind: ['PT12H', 'PT2H'],
    remindTo: 'supervisor',
    escalate: toSupervisor,
  },
  closing: {
    title: title('办结或者安排再次走访', 'Closed, or another visit planned'),
    rule: 'H86',
    anchor: 'entry',
    metBy: ['visit.closed', 'visit.repeated'],
    remind: ['PT24H'],
    escalate: toSupervisor,
  },
  signs: {
    title: title('受理发现的家庭暴力迹象', 'Signs of violence taken up'),
    rule: 'H12',
    anchor: 'entry',
    metBy: ['signs.answered'],
    remind: ['PT4H'],
    remindTo: 'case_manager',
    escalate: toSupervisor,
  },
  childReport: {
    title: title('强制报告（未成年人）', 'Mandatory report (minor)'),
    rule: 'R2p',
    anchor: 'entry',
    metBy: ['report.filed'],
    remind: ['PT5M'],
    escalate: toSupervisor,
    per: 'childrenOwed',
  },
  adultReport: {
    title: title('强制报告（无、限制民事行为能力人）', 'Mandatory report (without full capacity)'),
    rule: 'R1p',
    anchor: 'entry',
    metBy: ['report.filed'],
    remind: ['PT5M'],
    escalate: toSupervisor,
    per: 'adultsOwed',
  },
});

/** XState with the words of this workflow; the machine and its parts are made with it. */
export const visit = workflowSetup<VisitContext>()({ input, events, guards, deadlines });
