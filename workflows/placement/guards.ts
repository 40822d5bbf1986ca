import { title } from '#src/base/title.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import { isProtective, type PlacementContext, type PlacementEvent } from './context.ts';

const OFFICERS = ['shelter_worker', 'case_manager', 'supervisor'] as const;
const VISITS_MAX = 3;

export const guards = defineGuards<PlacementContext, PlacementEvent>()({
  guardianIsProtective: {
    text: title('该监护人已被评为保护型', 'This guardian was graded as protective'),
    who: OFFICERS,
    test: ({ context, event }) => {
      if (event.type === 'consent.given') return isProtective(context, event.payload.guardian);
      if (event.type === 'return.proposed' || event.type === 'guardianship.returned')
        return isProtective(context, event.payload.to);
      return isProtective(context, context.returnTo);
    },
  },
  placeIsSafe: {
    text: title(
      '交给监护人的，该监护人须为保护型；其他安置不得由被评为嫌疑、失职、利害一致的监护人照料',
      'A child goes to a guardian only if that one is protective',
    ),
    who: OFFICERS,
    test: ({ context, event }) => {
      if (event.type !== 'child.placed') return false;
      const { kind, guardian } = event.payload;
      if (kind !== 'guardian' && guardian === undefined) return true;
      return isProtective(context, guardian);
    },
  },
  watchedBySupervisor: {
    text: title('留家监护由督导评估决定', 'A supervisor decides that the child stays at home'),
    who: ['supervisor'],
    test: ({ event }) => event.actor.role === 'supervisor',
  },
  somebodyProtects: {
    text: title('已有保护型监护人', 'A guardian was graded as protective'),
    who: OFFICERS,
    test: ({ context }) => context.guardians.some(({ grade }) => grade === 'protective'),
  },
  riskAllowsReturn: {
    text: title('个案不是高危致命，或者由督导决定', 'Risk is below high, or a supervisor decides'),
    who: ['supervisor'],
    test: ({ event }) => event.case.facts.risk !== 'high' || event.actor.role === 'supervisor',
  },
  carerLosesTrust: {
    text: title('正在照料的监护人不再是保护型', 'Who cares for the child now is protective no longer'),
    who: [],
    test: ({ context, event }) =>
      event.type === 'guardian.assessed' &&
      context.guardian === event.payload.guardian &&
      event.payload.grade !== 'protective',
  },
  lastVisit: {
    text: title('第三次回访', 'This is the third visit'),
    who: [],
    test: ({ context }) => context.visits + 1 >= VISITS_MAX,
  },
  sessionsAttended: {
    text: title('指导次数已满', 'All sessions were attended'),
    who: ['court_liaison', 'community_worker'],
    test: ({ context }) => context.attended >= context.sessions,
  },
  isAwaited: {
    text: title('正在等待该单位答复', 'An answer of this unit is awaited'),
    who: [],
    test: ({ context, event }) =>
      event.type === 'recommendation.answered' && context.awaited.some(({ id }) => id === event.payload.by),
  },
  notYetAwaited: {
    text: title('该单位没有未答复的建议', 'No recommendation to this unit is unanswered'),
    who: [],
    test: ({ context, event }) =>
      event.type === 'recommendation.sent' && !context.awaited.some(({ id }) => id === event.payload.to),
  },
  answersSettled: {
    text: title('没有未答复的建议', 'No recommendation is unanswered'),
    who: OFFICERS,
    test: ({ context }) => context.awaited.length === 0,
  },
  guardianshipSettled: {
    text: title('监护状况已经确定，没有未到期的中止', 'Guardianship is settled and nobody’s is suspended'),
    who: OFFICERS,
    test: ({ context }) =>
      context.suspendedUntil === null && ['parental', 'revoked'].includes(context.guardianship),
  },
  guidanceSettled: {
    text: title('没有未完成的家庭教育指导令', 'No guidance order is running'),
    who: ['court_liaison', 'case_manager'],
    test: ({ context }) => context.guidance === 'none',
  },
});
