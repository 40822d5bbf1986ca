import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import type { CaseView } from '#src/workflow/workflow-event.ts';
import { title } from '#src/base/title.ts';
import { Codes, Flag, Payload } from '#src/workflow/field.ts';
import { notify } from '#src/workflow/effect.ts';

const LEVELS = {
  low: ['低危', 'Low'],
  medium: ['中危', 'Medium'],
  high: ['高危致命', 'High, lethal'],
} as const;

/** What a machine with danger points keeps in its context. */
export type ReviewContext = {
  /** A danger point was recorded; the region beside the proceeding takes it up. */
  reviewOwed: boolean;
  review: 'none' | 'due';
};

export const NO_REVIEW: ReviewContext = { reviewOwed: false, review: 'none' };

const OFFICERS: readonly Role[] = ['operator', 'case_manager', 'supervisor'];

/** The event that settles a danger point, under the domain code of its workflow. */
export function riskReviewed(domainCode: string) {
  return {
    domainCode,
    title: title('危险节点风险复评完成', 'Risk reviewed at a danger point'),
    roles: OFFICERS,
    payload: Payload({
      level: Codes(LEVELS, '复评后的等级', 'Level after the review'),
      safetyPlanRenewed: Flag('已更新安全计划', 'Safety plan renewed'),
      orderSuggested: Type.Optional(
        Flag('已建议申请人身安全保护令', 'Application for a protection order suggested'),
      ),
    }),
  };
}

/** How soon after a danger point the risk is reviewed. */
export const DANGER_REVIEW = {
  title: title('危险节点风险复评', 'Risk review at a danger point'),
  rule: 'H42',
  anchor: 'entry',
  metBy: ['risk.reviewed'],
  remind: ['PT12H', 'PT2H'],
  remindTo: 'case_manager',
  escalate: [{ after: 'PT0S', to: 'supervisor' }],
} as const;

type Reviewing = {
  readonly context: ReviewContext;
  readonly event: { readonly type: string; readonly payload?: unknown; readonly case: CaseView };
};

export const reviewGuards = {
  reviewOwed: {
    text: title('有危险节点须复评', 'A danger point calls for a review'),
    who: [],
    test: ({ context }: Reviewing) => context.reviewOwed,
  },
  reviewSettled: {
    text: title('危险节点的风险复评已经完成', 'The risk was reviewed after the last danger point'),
    who: OFFICERS,
    test: ({ context }: Reviewing) => context.review === 'none' && !context.reviewOwed,
  },
  // A review is a grading of the case, not a tick: whoever records one states the grade the case has.
  levelIsTheCases: {
    text: title('填写的等级与个案现有危险等级一致', 'The level stated is the one the case is graded with'),
    who: OFFICERS,
    test: ({ event }: Reviewing) =>
      event.type === 'risk.reviewed' && (event.payload as { level: string }).level === event.case.facts.risk,
  },
} as const;

/** Who hears of a danger point at once. */
export const tellOfDanger = [
  notify('supervisor', 'danger.foreseen'),
  notify('case_manager', 'danger.foreseen'),
] as const;
