import type { RuleCode } from '#src/base/rules.ts';
import { highestRisk, isLowerRisk, type RiskLevel, scoreRisk } from '#src/workflow/risk-scale.ts';
import type { IntakeContext, IntakeEvent, IntakeEventOf } from './context.ts';

const PLAN_RULES = { low: 'H7', medium: 'H7', high: 'H7high' } as const;
const REVIEW_RULES = { low: 'H3low', medium: 'H3medium', high: 'H3high' } as const;

/** After closing: at the days of the house rules, for high risk then monthly to the sixth month. */
export const FOLLOW_UPS: { readonly [L in RiskLevel]: readonly RuleCode[] } = {
  low: ['H4d30'],
  medium: ['H4d7', 'H4d30', 'H4d90'],
  high: ['H4d3', 'H4d7', 'H4d14', 'H4d30', 'H4m', 'H4m', 'H4m', 'H4m', 'H4m'],
};

type Scored = IntakeEventOf<'risk.scored'>;

/**
 * The level without anybody's override: the scale's upper bound, never below medium after an injury, in real
 * danger or at a repeat (ACWF 10), high once she has harmed herself (which the scale does not ask), never below an
 * earlier professional judgement (the score lowers no such thing).
 */
function levelBeforeOverride(context: IntakeContext, { payload }: Scored): RiskLevel {
  const hasFloor =
    payload.injured === true ||
    payload.realDanger === true ||
    payload.suicideRisk === true ||
    context.repeat ||
    context.priorCases >= 1;
  const floor: RiskLevel = hasFloor ? 'medium' : 'low';
  const ownDanger: RiskLevel = payload.selfHarmed === true ? 'high' : 'low';
  return highestRisk([ownDanger, scoreRisk(payload.answers).upperLevel, floor, context.judged ?? 'low']);
}

/** The level a scoring comes to. Anyone may override upwards; that only a supervisor lowers is a guard. */
export function levelOfScoring(context: IntakeContext, event: Scored): RiskLevel {
  return event.payload.override?.to ?? levelBeforeOverride(context, event);
}

/** Whether an event would lower the level by judgement. */
export function lowersRisk(context: IntakeContext, event: IntakeEvent): boolean {
  if (event.type !== 'risk.scored' || event.payload.override === undefined) return false;
  return isLowerRisk(event.payload.override.to, levelBeforeOverride(context, event));
}

function isInCrisis({ payload }: Scored): boolean {
  return payload.suicideRisk === true || payload.selfHarmed === true;
}

/** What a scoring leaves in the context. */
export function graded(context: IntakeContext, event: Scored) {
  const risk = levelOfScoring(context, event);
  const isAlarm = risk === 'high' && !context.alarmed;
  const { lower, upper } = scoreRisk(event.payload.answers);
  return {
    risk,
    judged: event.payload.override?.to ?? context.judged,
    crisisOwed: isInCrisis(event) && event.case.facts.crisis === 'none',
    scoreLower: lower,
    scoreUpper: upper,
    gradedAt: event.occurredAt,
    planRule: PLAN_RULES[risk],
    reviewRule: REVIEW_RULES[risk],
    policeOwed: isAlarm,
    federationOwed: isAlarm,
    alarmed: context.alarmed || isAlarm,
  };
}
