import { title } from '#src/base/title.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import { isBarredBy } from '../mediation/guards.ts';
import type { IntakeContext, IntakeEvent } from './context.ts';
import { deskGuards } from './desk-guards.ts';
import { levelOfScoring, lowersRisk } from './grading.ts';
import { asksFor, isRunning } from './plan.ts';
import { missingGroups } from './registration.ts';

/** The last of so many unanswered calls makes her lost; more would only make his phone ring. */
const CALL_TRIES_MAX = 3;
/** After so many pages in a row the supervisor knows; what helps then is a person, not a fourth page. */
const POLICE_PAGES_MAX = 3;
const FOLLOW_UPS_MISSED_MAX = 3;
const define = defineGuards<IntakeContext, IntakeEvent>();

const contactGuards = define({
  moreTries: {
    text: title('未接通不满三次', 'Fewer than three unanswered calls'),
    who: [],
    test: ({ context }) => context.callTries + 1 < CALL_TRIES_MAX,
  },
  morePages: {
    text: title('呼叫督导不满三次', 'The supervisor was paged fewer than three times'),
    who: [],
    test: ({ context }) => context.policePages < POLICE_PAGES_MAX,
  },
  registered: {
    text: title('已完成登记', 'Already registered'),
    who: [],
    test: ({ context }) => context.registered,
  },
  fieldsGivenOrRefused: {
    text: title('登记表各项已填写或者注明不愿提供', 'Each group of the form is given or marked as refused'),
    who: ['operator', 'case_manager', 'supervisor'],
    test: ({ event }) => event.type === 'caller.registered' && missingGroups(event.payload).length === 0,
  },
  notMandatory: {
    text: title('不属于强制报告情形', 'No mandatory report is involved'),
    who: [],
    test: ({ context }) => !context.mandatory,
  },
  fullCapacity: {
    text: title(
      '受害人不是未成年人或者无、限制民事行为能力人',
      'The victim is neither a minor nor without full capacity',
    ),
    who: ['operator', 'case_manager', 'supervisor'],
    test: ({ context }) => !context.minor && context.capacity !== 'limited' && context.capacity !== 'none',
  },
  riskBelowHigh: {
    text: title('未评定为高危致命', 'Risk is below high'),
    who: ['supervisor'],
    test: ({ context }) => context.risk !== 'high',
  },
});

const dutyGuards = define({
  notThroughSuspect: {
    text: title(
      '监护人是嫌疑人的，不通过其联系、不向其了解',
      'Where the guardian is the suspect, nobody goes through him',
    ),
    who: ['operator', 'case_manager', 'supervisor'],
    test: ({ event }) =>
      !('through' in event.payload && event.payload.through === 'guardian') ||
      event.case.facts.guardian !== 'suspect',
  },
  policeOwed: {
    text: title('须报告公安机关', 'The police must be told'),
    who: [],
    test: ({ context }) => context.policeOwed,
  },
  federationOwed: {
    text: title('须报告上级妇联', 'The upper federation must be told'),
    who: [],
    test: ({ context }) => context.federationOwed,
  },
  reportOwed: {
    text: title('须强制报告', 'A mandatory report is owed'),
    who: [],
    test: ({ context }) => context.reportOwed,
  },
  feedbackOwed: {
    text: title('等待公安机关反馈', 'Feedback of the police is owed'),
    who: [],
    test: ({ context }) => context.feedbackOwed,
  },
  alarmSettled: {
    text: title('已报警并已报上级妇联', 'Police and the upper federation have been told'),
    who: ['operator', 'case_manager', 'supervisor'],
    test: ({ context }) => context.policeAlarm !== 'due' && context.federationAlarm !== 'due',
  },
  reportSettled: {
    text: title('强制报告已经提交', 'The mandatory report has been filed'),
    who: ['operator', 'case_manager', 'supervisor'],
    test: ({ context }) => context.report !== 'due',
  },
  feedbackSettled: {
    text: title('已收到公安机关反馈或者已提请监督', 'Feedback is here, or supervision was asked for'),
    who: ['police_liaison', 'supervisor'],
    test: ({ context }) => context.feedback !== 'awaited',
  },
});

const careGuards = define({
  loweredBySupervisor: {
    text: title('降低风险等级须由督导决定并说明理由', 'Only a supervisor lowers the risk, with a reason'),
    who: ['supervisor'],
    test: ({ context, event }) => !lowersRisk(context, event) || event.actor.role === 'supervisor',
  },
  comesOutHigh: {
    text: title('评定结果为高危致命', 'The result is high'),
    who: [],
    test: ({ context, event }) => event.type === 'risk.scored' && levelOfScoring(context, event) === 'high',
  },
  comesOutMedium: {
    text: title('评定结果为中危', 'The result is medium'),
    who: [],
    test: ({ context, event }) => event.type === 'risk.scored' && levelOfScoring(context, event) === 'medium',
  },
  comesOutLow: {
    text: title('评定结果为低危', 'The result is low'),
    who: [],
    test: ({ context, event }) => event.type === 'risk.scored' && levelOfScoring(context, event) === 'low',
  },
  officerNamed: {
    text: title('高危个案须确定承办人员', 'A high-risk case has a named case officer'),
    who: ['case_manager', 'supervisor'],
    test: ({ context, event }) =>
      context.risk !== 'high' || (event.type === 'plan.agreed' && event.payload.officer !== undefined),
  },
  noMediationAtHighRisk: {
    text: title('高危致命个案不得劝和或者调解', 'A high-risk case is never mediated'),
    who: ['supervisor'],
    test: ({ context, event }) => context.risk !== 'high' || !asksFor(event, 'mediation'),
  },
  mediationNotBarred: {
    text: title(
      '没有依法不得调解的情形，计划中没有保护令、告诫书',
      'Nothing bars mediation, and the plan holds neither an order nor a letter',
    ),
    who: ['supervisor'],
    test: ({ event }) =>
      !asksFor(event, 'mediation') ||
      (!isBarredBy(event.case.facts) &&
        !asksFor(event, 'protection-order') &&
        !asksFor(event, 'warning-letter')),
  },
  safetyOffered: {
    text: title(
      '高危个案已向当事人提出申请人身安全保护令和庇护',
      'At high risk an order and a shelter have been offered to her',
    ),
    who: ['operator', 'case_manager', 'supervisor'],
    test: ({ context, event }) =>
      context.risk !== 'high' || (isOffered(event, 'protection-order') && isOffered(event, 'shelter')),
  },
  suitDescribed: {
    text: title('计划包含诉讼的，写明案由和诉讼地位', 'A suit in the plan has a cause and her role in it'),
    who: ['operator', 'case_manager', 'supervisor'],
    test: ({ event }) =>
      !asksFor(event, 'litigation') || (event.type === 'plan.agreed' && event.payload.suit !== undefined),
  },
  placementFits: {
    text: title(
      '安置对象为未成年人或者无、限制民事行为能力人',
      'Only a minor or somebody without full capacity is placed',
    ),
    who: ['operator', 'case_manager', 'supervisor'],
    test: ({ context, event }) =>
      !asksFor(event, 'placement') ||
      context.minor ||
      context.capacity === 'limited' ||
      context.capacity === 'none',
  },
  childrenFinal: {
    text: title('各办理环节均已结束', 'All other tracks have ended'),
    who: ['case_manager', 'supervisor'],
    test: ({ event }) => event.case.openTracks === 0,
  },
  siblingDeadlinesSettled: {
    text: title('各办理环节没有未完成的期限', 'No deadline of another track is open'),
    who: ['case_manager', 'supervisor'],
    test: ({ event }) => event.case.openDeadlines === 0,
  },
  closingGroundGiven: {
    text: title(
      '当事人满意且清楚后续安排，或者转介单位已书面反馈',
      'She is satisfied and knows what comes next, or the receiver answered in writing',
    ),
    who: ['case_manager', 'supervisor'],
    test: ({ event }) => event.type === 'plan.completed' && hasGround(event.payload),
  },
  crisisOwed: {
    text: title('发现自杀、自伤风险，尚无人跟进', 'She may harm herself and nobody looks after it yet'),
    who: [],
    test: ({ context }) => context.crisisOwed,
  },
  noCrisisYet: {
    text: title('尚未启动危机干预', 'No crisis track is running'),
    who: [],
    test: ({ event }) => event.case.facts.crisis === 'none',
  },
  crisisOver: {
    text: title('危机干预已经结束', 'Her crisis is over'),
    who: ['case_manager', 'supervisor'],
    test: ({ context, event }) => !context.crisisOwed && event.case.facts.crisis === 'none',
  },
  noInquiryOpen: {
    text: title('尚无正在处置的不利查询', 'No adverse inquiry is being dealt with'),
    who: [],
    test: ({ event }) => event.case.facts.inquiry === 'none',
  },
  raisesDanger: {
    text: title('该变化可能提高危险', 'This change may raise the danger'),
    who: [],
    test: ({ event }) => event.type === 'circumstances.changed' && event.payload.kind !== 'other',
  },
  survivorDied: {
    text: title('死者为当事人本人', 'It was the survivor who died'),
    who: [],
    test: ({ event }) => event.type === 'death.recorded' && event.payload.who === 'survivor',
  },
  lastFollowUp: {
    text: title('这是最后一次回访', 'This is the last follow-up'),
    who: [],
    test: ({ context }) => context.followUps.length <= 1,
  },
  moreFollowUpTries: {
    text: title('连续未回访不满三次', 'Fewer than three follow-ups missed in a row'),
    who: [],
    test: ({ context }) => context.followUpsMissed + 1 < FOLLOW_UPS_MISSED_MAX,
  },
});

export const guards = { ...contactGuards, ...dutyGuards, ...careGuards, ...deskGuards };

/** Agreed on, offered and not wanted for now, or on its way already. */
function isOffered(event: IntakeEvent, service: 'protection-order' | 'shelter'): boolean {
  const wasDeclined = event.type === 'plan.agreed' && (event.payload.declined ?? []).includes(service);
  return wasDeclined || asksFor(event, service) || isRunning(event, service);
}

type Closing = { ground: string; satisfied?: boolean; planClear?: boolean; writtenReply?: boolean };

function hasGround({ ground, satisfied, planClear, writtenReply }: Closing): boolean {
  if (ground === 'referral_answered') return writtenReply === true;
  return satisfied === true && planClear === true;
}
