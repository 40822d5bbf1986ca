import type { Static } from 'typebox';
import type { RuleCode } from '#src/base/rules.ts';
import { title } from '#src/base/title.ts';
import type { Opened } from '#src/workflow/define-workflow.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import type { PURPOSES } from './codes.ts';
import type { events, input } from './events.ts';

type VisitEvent = EventOf<typeof events>;

export type VisitContext = {
  purpose: keyof typeof PURPOSES;
  campaign: string | null;
  visitRule: RuleCode;
  /** One track is one household of one campaign: 户数 counts tracks, 入户次数 counts entries. */
  entries: number;
  absences: number;
  issueCount: number;
  dangerOwed: boolean;
  signs: 'none' | 'seen' | 'answered';
  childrenOwed: { id: string }[];
  adultsOwed: { id: string }[];
  report: 'none' | 'due' | 'filed';
};

/** The context of a household that is to be visited. */
export function openedContext({ payload }: Opened<Static<typeof input>>): VisitContext {
  return {
    purpose: payload.purpose,
    campaign: payload.campaign ?? null,
    visitRule: payload.highRisk === true ? 'H86high' : 'H86',
    entries: 0,
    absences: 0,
    issueCount: 0,
    dangerOwed: false,
    signs: 'none',
    childrenOwed: [],
    adultsOwed: [],
    report: 'none',
  };
}

/** After so many closed doors in a row a supervisor decides; another knock only draws attention to her. */
const ABSENCES_MAX = 3;

const TEAM_MIN = 2;

export const guards = defineGuards<VisitContext, VisitEvent>()({
  teamOfTwo: {
    text: title('走访须两人以上', 'At least two people go'),
    who: ['case_manager', 'supervisor', 'community_worker'],
    test: ({ event }) => event.type === 'team.assigned' && teamSize(event.payload) >= TEAM_MIN,
  },
  moreTries: {
    text: title('连续未入户不满三次', 'Fewer than three closed doors in a row'),
    who: [],
    test: ({ context }) => context.absences + 1 < ABSENCES_MAX,
  },
  aboutProtected: {
    text: title('涉及未成年人或者无、限制民事行为能力人', 'About a minor or somebody without full capacity'),
    who: [],
    test: ({ event }) => event.type === 'signs.seen' && event.payload.subject !== 'adult',
  },
  dangerReported: {
    text: title('遇到的危险已经报告', 'The danger that was met has been reported'),
    who: ['community_worker', 'case_manager', 'supervisor'],
    test: ({ context }) => !context.dangerOwed,
  },
  reportSettled: {
    text: title('强制报告已经提交', 'The mandatory report has been filed'),
    who: ['community_worker', 'case_manager', 'supervisor'],
    test: ({ context }) => context.report !== 'due',
  },
  signsAnswered: {
    text: title('发现的家庭暴力迹象已经受理', 'The signs that were seen have been taken up'),
    who: ['operator', 'case_manager', 'supervisor'],
    test: ({ context }) => context.signs !== 'seen',
  },
});

type Team = Extract<VisitEvent, { type: 'team.assigned' }>['payload'];

/** The same person named twice is one person. */
function teamSize({ lead, second, others = [] }: Team): number {
  const named = second === undefined || second === lead ? 1 : 2;
  return others.reduce((sum, { count }) => sum + count, named);
}
