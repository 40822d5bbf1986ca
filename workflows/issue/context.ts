import type { Static } from 'typebox';
import { title } from '#src/base/title.ts';
import { defineDeadlines } from '#src/workflow/deadline.ts';
import { type Opened, workflowSetup } from '#src/workflow/define-workflow.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import { events, input } from './events.ts';

export type IssueContext = {
  source: Static<typeof input>['source'];
  campaign: string | null;
  solvedOnSpot: boolean;
  referred: boolean;
  reopenings: number;
  /** What a report adds up: 收集 one for every track, 办结 one only after she was called back. */
  collectedCount: number;
  closedCount: number;
  signs: 'none' | 'seen' | 'answered';
};

/** The context of a problem that was just collected. */
export function openedContext({ payload }: Opened<Static<typeof input>>): IssueContext {
  return {
    source: payload.source,
    campaign: payload.campaign ?? null,
    solvedOnSpot: false,
    referred: false,
    reopenings: 0,
    collectedCount: 1,
    closedCount: 0,
    signs: 'none',
  };
}

/** The third time she is not content, somebody above decides; a fourth round would help nobody. */
const REOPENINGS_MAX = 3;

export const guards = defineGuards<IssueContext, EventOf<typeof events>>()({
  moreRounds: {
    text: title('不认可不满三次', 'Reopened fewer than three times'),
    who: [],
    test: ({ context }) => context.reopenings + 1 < REOPENINGS_MAX,
  },
  signsAnswered: {
    text: title('发现的家庭暴力迹象已经受理', 'The signs that were seen have been taken up'),
    who: ['operator', 'case_manager', 'supervisor'],
    test: ({ context }) => context.signs !== 'seen',
  },
});

const toSupervisor = [{ after: 'PT0S', to: 'supervisor' }] as const;
const dayBefore = ['PT24H'] as const;

export const deadlines = defineDeadlines<keyof typeof events, IssueContext>()({
  triage: {
    title: title('分类、确定承办', 'Sorted'),
    rule: 'H89',
    anchor: 'entry',
    metBy: ['issue.triaged', 'issue.solved'],
    remind: dayBefore,
    escalate: toSupervisor,
  },
  handling: {
    title: title('办理', 'Dealt with'),
    rule: 'H90',
    anchor: 'entry',
    metBy: ['issue.solved', 'issue.explained'],
    remind: ['P3D', 'PT24H'],
    escalate: toSupervisor,
  },
  callBack: {
    title: title('回访核实', 'Call-back'),
    rule: 'H91',
    anchor: 'entry',
    metBy: ['callback.passed', 'callback.failed'],
    remind: dayBefore,
    remindTo: 'case_manager',
    escalate: toSupervisor,
  },
  closing: {
    title: title('办结归档', 'Closed after the call-back'),
    rule: 'H91',
    anchor: 'entry',
    metBy: ['issue.closed'],
    remind: dayBefore,
    escalate: toSupervisor,
  },
  decision: {
    title: title('督导决定', 'Supervisor decides'),
    rule: 'H91',
    anchor: 'entry',
    metBy: ['issue.decided'],
    remind: dayBefore,
    remindTo: 'supervisor',
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
});

/** XState with the words of this workflow. */
export const issue = workflowSetup<IssueContext>()({ input, events, guards, deadlines });
