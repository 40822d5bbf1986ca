import type { Facts } from '#src/base/facts.ts';
import { title } from '#src/base/title.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import { isUnderOpinion, type LetterContext, type LetterEvent } from './context.ts';

const POLICE = ['police_liaison'] as const;
/** 多次: the third known time, whatever was done about the first two. */
const MANY_BEFORE = 2;
/** 连续三次查访未发现. */
const CLEAN_VISITS = 3;

const define = defineGuards<LetterContext, LetterEvent>();

const decisionGuards = define({
  notToBePunished: {
    text: title(
      '没有应当处罚的情形：不听制止、调解中施暴、告诫或者处罚后再犯、多次（意见20）',
      'None of the cases that must be punished (P4)',
    ),
    who: POLICE,
    test: ({ context, event }) =>
      !isUnderOpinion(event.occurredAt) || !mustBePunished(context, event.case.facts),
  },
  factTestMet: {
    text: title(
      '加害人承认的，另有受害人陈述或者证人证言；否认的，还要有一种以上辅证（意见3、4）',
      'Admitted: her word or a witness. Denied: and some corroboration',
    ),
    who: POLICE,
    test: ({ event }) => event.type === 'letter.issued' && isProven(event.payload),
  },
  victimHeard: {
    text: title(
      '已单独询问受害人；加害人先报警的，不得仅凭其陈述处理',
      'The victim was heard apart, also where he called first',
    ),
    who: POLICE,
    test: ({ context }) => context.heardApart,
  },
  lightAndFirst: {
    text: title(
      '首次，且情节显著轻微，或者较轻并自愿谅解',
      'First, and trivial, or light and freely forgiven',
    ),
    who: POLICE,
    test: ({ context, event }) =>
      event.type === 'offender.educated' &&
      context.priorReports === 0 &&
      event.case.facts.repeat === 'no' &&
      (event.payload.ground === 'trivial' || event.payload.forgivenAlone === true),
  },
  letterNotDue: {
    text: title(
      '不属于一般应当告诫的情形，或者说明不出具告诫书的理由（意见6）',
      'A letter is not generally due, or reasons are given (P3)',
    ),
    who: POLICE,
    test: ({ context, event }) =>
      event.type === 'offender.educated' &&
      (event.payload.whyNoLetter !== undefined || !isLetterDue(context, event.case.facts)),
  },
  opinionAwaited: {
    text: title('已委托伤情鉴定，尚未收到意见', 'An opinion on injuries is awaited'),
    who: POLICE,
    test: ({ context }) => context.opinionAwaited.length > 0,
  },
  mediable: {
    text: title(
      '不是高危，没有保护令、告诫书在先，不是多次，方可调解',
      'Not high risk, no order or letter before, not repeated',
    ),
    who: POLICE,
    test: ({ context, event }) => isMediable(context, event.case.facts),
  },
});

const deliveryGuards = define({
  deliveredProperly: {
    text: title('签名捺印，或者拒签注明并录音录像', 'Signed, or the refusal noted and recorded'),
    who: POLICE,
    test: ({ event }) =>
      event.type === 'letter.delivered' &&
      (event.payload.signed || (event.payload.refusalNoted && event.payload.recorded)),
  },
  bodyUntold: {
    text: title('该单位尚未签收', 'This body has not acknowledged yet'),
    who: [],
    test: ({ context, event }) =>
      event.type === 'notice.acknowledged' && context.unnotified.some(({ id }) => id === event.payload.body),
  },
  lastBody: {
    text: title('其他单位均已签收', 'All others have acknowledged'),
    who: [],
    test: ({ context }) => context.unnotified.length <= 1,
  },
  foundClean: {
    text: title('未发现再犯，且已单独询问受害人', 'Nothing found, and she was asked apart'),
    who: POLICE,
    test: ({ event }) =>
      event.type === 'visit.made' && event.payload.finding === 'clean' && event.payload.victimApart,
  },
  foundRepeat: {
    text: title('发现再次实施家庭暴力', 'Violence again'),
    who: [],
    test: ({ event }) => event.type === 'visit.made' && event.payload.finding === 'repeat',
  },
  nobodySeen: {
    text: title('未见到当事人', 'Nobody seen'),
    who: [],
    test: ({ event }) => event.type === 'visit.made' && event.payload.finding === 'not_seen',
  },
  lastCleanVisit: {
    text: title('连续三次未发现', 'The third clean visit in a row'),
    who: [],
    test: ({ context }) => cleanAfter(context) >= CLEAN_VISITS,
  },
  lastBodyTold: {
    text: title('居（村）委会、妇联、综治中心均已签收', 'Committee, federation and centre know'),
    who: ['police_liaison', 'community_worker'],
    test: ({ context }) => context.unnotified.length === 0,
  },
  visitedBefore: {
    text: title('已做过首次查访', 'The first visit was made'),
    who: [],
    test: ({ context }) => context.visited,
  },
});

export const guards = { ...decisionGuards, ...deliveryGuards };

/** 意见 20: a letter never takes the place of punishment here. */
function mustBePunished(context: LetterContext, facts: Facts): boolean {
  return (
    context.wontStop ||
    context.priorReports >= MANY_BEFORE ||
    facts.mediationViolence === 'yes' ||
    facts.breach === 'yes' ||
    // Violence after the police had reconciled them is violence in spite of it, and not reconciled again (意见20).
    facts.policeHistory === 'mediated' ||
    facts.policeHistory === 'warned' ||
    facts.warningLetter !== 'none' ||
    facts.punished === 'yes'
  );
}

/** 意见 6: 一般应当出具. */
function isLetterDue(context: LetterContext, facts: Facts): boolean {
  return (
    facts.policeHistory !== 'none' || context.fragile.length > 0 || context.publicPlace || context.letterAsked
  );
}

function isMediable(context: LetterContext, facts: Facts): boolean {
  return (
    !mustBePunished(context, facts) &&
    context.priorReports === 0 &&
    facts.repeat === 'no' &&
    facts.risk !== 'high' &&
    facts.protectionOrder === 'none' &&
    facts.policeHistory === 'none'
  );
}

type Proof = {
  readonly admits: boolean;
  readonly victimStatement: boolean;
  readonly witness: boolean;
  readonly evidence: readonly string[];
};

function isProven({ admits, victimStatement, witness, evidence }: Proof): boolean {
  const isTold = victimStatement || witness;
  return isTold && (admits || evidence.length > 0);
}

/** Clean visits in a row once this one is counted; the first counts only where a deployment says so. */
export function cleanAfter({ clean, visited, countFirst }: LetterContext): number {
  return !visited && !countFirst ? clean : Math.min(clean + 1, CLEAN_VISITS);
}
