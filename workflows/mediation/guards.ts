import type { FactName, Facts, FactValue } from '#src/base/facts.ts';
import { title } from '#src/base/title.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import type { MediationContext, MediationEvent } from './context.ts';

const define = defineGuards<MediationContext, MediationEvent>();

const MEDIATION_DESK = ['mediator', 'case_manager', 'supervisor'] as const;

/** What the case says against mediating now. Asked anew at every step forward, for the case may have changed since. */
const ofTheCase = define({
  riskBelowHigh: {
    text: title('已评定风险，且未达高危致命', 'The risk has been graded, and it is below high'),
    who: ['case_manager', 'supervisor'],
    test: ({ event }) => event.case.facts.risk === 'low' || event.case.facts.risk === 'medium',
  },
  noProtectionOrder: {
    text: title('没有申请、也没有有效的人身安全保护令', 'No protection order is applied for or in force'),
    who: [],
    test: ({ event }) => event.case.facts.protectionOrder === 'none',
  },
  noWarningLetter: {
    text: title('没有处于查访期的告诫书', 'No warning letter is being monitored'),
    who: [],
    test: ({ event }) => event.case.facts.warningLetter === 'none',
  },
  notRepeated: {
    text: title('不属于多次实施家庭暴力', 'The violence was not repeated'),
    who: [],
    test: ({ event: { case: of } }) =>
      of.facts.repeat === 'no' && of.facts.punished === 'no' && of.facts.mediationViolence === 'no',
  },
  noOffence: {
    text: title(
      '没有应当依法追究的刑事、治安案件或者违反保护令',
      'No crime, offence or breach of an order is being followed up',
    ),
    who: [],
    test: ({ event: { case: of } }) =>
      of.facts.criminal === 'none' && of.facts.breach === 'no' && of.facts.enforcement === 'none',
  },
  noReportDue: {
    text: title('没有强制报告事项', 'No mandatory report is involved'),
    who: [],
    test: ({ event }) => event.case.facts.mandatoryReport === 'none',
  },
});

/** The names of the guards above, in the order a refused person reads them. */
export const CASE_ALLOWS = [
  'riskBelowHigh',
  'noProtectionOrder',
  'noWarningLetter',
  'notRepeated',
  'noOffence',
  'noReportDue',
] as const satisfies readonly (keyof typeof ofTheCase)[];

const ofTheScreening = define({
  notAfraid: {
    text: title('没有胁迫、恐惧或者不安全', 'Nobody is coerced, afraid or unsafe'),
    who: MEDIATION_DESK,
    test: ({ event }) => event.type === 'screening.passed' && !event.payload.afraid,
  },
  nobodyRefuses: {
    text: title('没有一方明确拒绝', 'Neither side clearly refuses'),
    who: MEDIATION_DESK,
    test: ({ event }) => event.type === 'screening.passed' && !event.payload.refuses,
  },
  notAgainstHerWish: {
    text: title('求助一方没有要求依法处理', 'She does not ask for lawful handling'),
    who: MEDIATION_DESK,
    test: ({ event }) => event.type === 'screening.passed' && !event.payload.wantsLawfulHandling,
  },
  nothingToPunish: {
    text: title('不涉嫌犯罪，也不应治安处罚', 'No crime, and nothing that must be punished'),
    who: MEDIATION_DESK,
    test: ({ event }) => event.type === 'screening.passed' && !event.payload.offence,
  },
  noChildAtRisk: {
    text: title('不涉及未成年人安全', "No child's safety is involved"),
    who: MEDIATION_DESK,
    test: ({ event }) => event.type === 'screening.passed' && !event.payload.childAtRisk,
  },
  noOpenDisclosure: {
    text: title('没有尚待评估的家庭暴力线索', 'No sign or word of violence is waiting to be assessed'),
    who: ['case_manager', 'supervisor'],
    test: ({ event }) => event.case.facts.disclosure === 'none',
  },
  lightAndFirst: {
    text: title('没有暴力，或者低危且首次轻微', 'No violence, or light, first and low risk'),
    who: MEDIATION_DESK,
    test: ({ event }) =>
      event.type === 'screening.passed' &&
      (event.payload.violence === 'none' ||
        (event.payload.violence === 'light_first' && event.case.facts.risk === 'low')),
  },
});

const ofTheTalks = define({
  otherConsents: {
    text: title('另一方已经单独同意', 'The other side has consented, asked apart'),
    who: MEDIATION_DESK,
    test: ({ context, event }) =>
      event.type === 'consent.given' && context.consentsOwed.every(({ id }) => id === event.payload.party),
  },
  jointOnlyAtHerWish: {
    text: title('面对面调解须由求助一方主动提出', 'One room only where she asked for it herself'),
    who: MEDIATION_DESK,
    test: ({ event }) =>
      event.type === 'session.scheduled' &&
      (event.payload.mode !== 'joint' || event.payload.askedForByHer === true),
  },
  afterDisclosure: {
    text: title('发现家庭暴力之后已重新评估', 'The risk was assessed again after the disclosure'),
    who: ['supervisor'],
    test: ({ context, event }) =>
      event.type === 'mediation.resumed' && event.payload.reassessedAt >= (context.disclosedAt ?? ''),
  },
  caseBars: {
    text: title('个案有不得调解的情形', 'The case bars mediation'),
    who: [],
    test: ({ event }) => isBarredBy(event.case.facts),
  },
  wasBarred: {
    text: title('当时依法不得调解', 'The law barred mediation at the time'),
    who: [],
    test: ({ event }) =>
      event.type === 'mediation.recorded' &&
      (event.payload.grounds.length + event.payload.waives.length > 0 || isBarredBy(event.case.facts)),
  },
  agreed: {
    text: title('当时达成了协议', 'An agreement was made'),
    who: [],
    test: ({ event }) => event.type === 'mediation.recorded' && event.payload.agreed,
  },
  followedUp: {
    text: title('至少回访过一次', 'Followed up at least once'),
    who: MEDIATION_DESK,
    test: ({ context }) => context.followedUp,
  },
});

const LEAVES_OPEN: { readonly [N in FactName]?: readonly FactValue[] } = {
  // An ungraded risk is no bar to what was mediated elsewhere: nobody had asked yet.
  risk: ['unknown', 'low', 'medium'],
  protectionOrder: ['none'],
  warningLetter: ['none'],
  repeat: ['no'],
  punished: ['no'],
  criminal: ['none'],
  breach: ['no'],
  enforcement: ['none'],
  mediationViolence: ['no'],
  mandatoryReport: ['none'],
};

/** Whether any fact is other than what leaves mediation open. */
export function isBarredBy(facts: Facts): boolean {
  return barringFact(facts) !== undefined;
}

function barringFact(facts: Facts): FactName | undefined {
  const names = Object.keys(LEAVES_OPEN) as FactName[];
  return names.find((name) => !(LEAVES_OPEN[name] ?? []).includes(facts[name]));
}

const BAR_OF: { readonly [N in FactName]?: MediationContext['bars'][number] } = {
  risk: 'risk_high',
  protectionOrder: 'protection_order',
  warningLetter: 'warning_letter',
  criminal: 'offence',
  breach: 'offence',
  enforcement: 'offence',
  mandatoryReport: 'child_at_risk',
};

/** The first thing a case says against mediating, in the words in which a mediation is barred. */
export function barOf(facts: Facts): MediationContext['bars'] {
  const name = barringFact(facts);
  return name === undefined ? [] : [BAR_OF[name] ?? 'repeated'];
}

export const guards = { ...ofTheCase, ...ofTheScreening, ...ofTheTalks };

/** The names of what the screening itself must say. */
export const SCREENED = Object.keys(ofTheScreening) as readonly (keyof typeof ofTheScreening)[];
