import { title } from '#src/base/title.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import { reviewGuards } from '../danger-points/risk-review.ts';
import { isWithinCeiling } from './ceilings.ts';
import { CUSTODIAL } from './codes.ts';
import type { CriminalContext, CriminalEvent } from './context.ts';

export const guards = defineGuards<CriminalContext, CriminalEvent>()({
  ...reviewGuards,
  nobodyToWarn: {
    text: title('当事人本人为嫌疑人或者已经死亡', 'The survivor is herself the suspect, or has died'),
    who: [],
    test: ({ context, event }) =>
      context.suspect === 'survivor' || context.survivorDied || event.case.facts.survivor === 'died',
  },
  sheIsSuspect: {
    text: title('当事人本人为嫌疑人', 'The survivor herself is the suspect'),
    who: [],
    test: ({ context }) => context.suspect === 'survivor',
  },
  askedOnce: {
    text: title('首次询问且同步录音录像', 'The first interview, and recorded'),
    who: [],
    test: ({ event }) =>
      event.type === 'minor.interviewed' && event.payload.number === 1 && event.payload.recorded,
  },
  suspectDied: {
    text: title('死者为嫌疑人、被告人', 'It was the suspect who died'),
    who: [],
    test: ({ event, context }) =>
      event.type === 'death.recorded' &&
      (event.payload.who === 'suspect' ||
        (event.payload.who === 'survivor' && context.suspect === 'survivor')),
  },
  survivorDies: {
    text: title('死者为当事人本人，且不是嫌疑人', 'It was the survivor who died, and it is not against her'),
    who: [],
    test: ({ context, event }) =>
      event.type === 'death.recorded' && event.payload.who === 'survivor' && context.suspect !== 'survivor',
  },
  becomesCustodial: {
    text: title('属于羁押类措施', 'The measure locks him away'),
    who: [],
    test: ({ event }) => event.type === 'restraint.imposed' && CUSTODIAL.includes(event.payload.kind),
  },
  endGiven: {
    text: title('载明了期满时间', 'The end is given'),
    who: [],
    test: ({ event }) => event.type === 'restraint.imposed' && event.payload.plannedEnd !== undefined,
  },
  withinCeiling: {
    text: title(
      '期满时间不超过法定上限（取保候审P20h、监视居住P20i、刑事拘留P20j、行政拘留P14c、司法拘留C8b）',
      'The end lies within the ceiling of the measure (P20h, P20i, P20j, P14c, C8b)',
    ),
    who: ['police_liaison', 'court_liaison'],
    test: ({ context, event }) =>
      event.type === 'restraint.imposed'
        ? isWithinCeiling(event.payload.kind, event.payload.from, event.payload.plannedEnd)
        : event.type === 'end.learned' &&
          isWithinCeiling(context.restraint, context.restrainedFrom, event.payload.plannedEnd),
  },
  wishUnchecked: {
    text: title('自诉人撤诉、和解，未单独核实其意愿', 'She ended it, and nobody asked her alone'),
    who: [],
    test: ({ event }) =>
      event.type === 'prosecution.ended' &&
      (event.payload.how === 'withdrawn' || event.payload.how === 'settled') &&
      event.payload.spokenAlone !== true,
  },
  nothingJudged: {
    text: title('尚未作出判决', 'Nothing was judged'),
    who: ['court_liaison'],
    test: ({ context }) => context.verdict === null,
  },
  alreadyWarned: {
    text: title('已告知受害人', 'She was told'),
    who: [],
    test: ({ context }) => context.warned,
  },
  asAnnounced: {
    text: title(
      '已告知受害人，且在所告知的期满前二十四小时之内（脱逃除外）',
      'She was told, and it comes when she was told, a day early at most; no escape does',
    ),
    who: [],
    test: ({ context, event }) => isAsAnnounced(context, event),
  },
  endKnown: {
    text: title('期满时间已知', 'The end is known'),
    who: [],
    test: ({ context }) => context.plannedEnd !== null,
  },
  stillUntold: {
    text: title('尚未告知受害人', 'She was not told yet'),
    who: [],
    test: ({ context }) => context.untold,
  },
  diedInCustody: {
    text: title('在押期间死亡', 'He died'),
    who: [],
    test: ({ event }) => event.type === 'restraint.ended' && event.payload.how === 'died',
  },
  nothingRestrains: {
    text: title('没有正在执行的措施、刑罚', 'No measure or sentence is running'),
    who: ['police_liaison', 'court_liaison'],
    test: ({ context }) => context.restraint === null,
  },
  sheKnows: {
    text: title('释放情况已告知受害人', 'She knows of the release'),
    who: ['operator', 'case_manager', 'supervisor', 'police_liaison'],
    test: ({ context }) => !context.untold,
  },
  defenderFound: {
    text: title('作为嫌疑人的当事人已有辩护人', 'Where she is the suspect, a defender was arranged'),
    who: ['case_manager', 'supervisor'],
    test: ({ context }) => context.defenderRule === null,
  },
});

/** Being told of one day is not being told of another: who comes out earlier comes out unannounced. */
function isAsAnnounced({ warned, warnBy }: CriminalContext, event: CriminalEvent): boolean {
  if (!warned || warnBy === null) return false;
  if (event.type === 'restraint.ended')
    return event.payload.how !== 'escaped' && event.payload.endedAt >= warnBy;
  return event.type === 'restraint.imposed' && event.payload.from >= warnBy;
}
