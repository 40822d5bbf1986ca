import type { FactName } from '#src/base/facts.ts';
import type { LetterContext } from '#workflows/warning-letter/context.ts';
import { takenUnder } from '../facts-under.ts';
import type { Rule, Step } from '../walk.ts';
import { BEFORE_OPINION } from './abstraction.ts';

const contextOf = ({ snapshot }: Step['from']) => snapshot.context as unknown as LetterContext;

const MILD = ['offender.educated', 'dispute.mediated', 'case.dismissed'];
const IN_PLACE_OF_PUNISHMENT = ['letter.issued', 'offender.educated', 'dispute.mediated'];
const VIOLATED = 'delivered.visits.violated';

/** The weakest value of each fact by which a letter is no answer any more. */
const PUNISHABLE: { readonly [N in FactName]?: string } = {
  mediationViolence: 'yes',
  breach: 'yes',
  policeHistory: 'warned',
  warningLetter: 'monitoring',
  punished: 'yes',
};
/** The weakest value of each fact in which police do not mediate. */
const UNMEDIABLE: { readonly [N in FactName]?: string } = {
  ...PUNISHABLE,
  policeHistory: 'educated',
  risk: 'high',
  protectionOrder: 'applied',
  repeat: 'yes',
};
const mayBe = (step: Step, facts: { readonly [N in FactName]?: string }) =>
  Object.entries(facts).some(([fact, from]) => takenUnder(step, fact as FactName, from, true));

/** What must hold on every step of a warning letter. */
export const rules = [
  {
    says: 'INV-18: no letter, criticism or mediation where he must be punished',
    holds: (step) =>
      !IN_PLACE_OF_PUNISHMENT.includes(step.type) ||
      step.under['at'] === BEFORE_OPINION ||
      !(contextOf(step.from).wontStop || contextOf(step.from).priorReports >= 2 || mayBe(step, PUNISHABLE)),
  },
  {
    says: 'a high risk, an order, a letter or a second time is never mediated away',
    holds: (step) =>
      step.type !== 'dispute.mediated' ||
      (contextOf(step.from).priorReports === 0 && !mayBe(step, UNMEDIABLE)),
  },
  {
    says: 'nothing milder than a letter before she was heard apart',
    holds: ({ from, type }) => !MILD.includes(type) || contextOf(from).heardApart,
  },
  {
    says: 'criticism alone is for a first time, and says why where a letter is due',
    holds: (step) =>
      step.type !== 'offender.educated' ||
      (contextOf(step.from).priorReports === 0 &&
        !takenUnder(step, 'repeat', 'yes') &&
        ('whyNoLetter' in step.payload || !isLetterDue(step))),
  },
  {
    says: 'INV-20: a visit is clean only if she was asked apart, and otherwise counts nothing',
    holds: ({ from, type, payload, to }) =>
      contextOf(to).clean <= contextOf(from).clean ||
      (type === 'visit.made' && 'victimApart' in payload && payload.victimApart === true),
  },
  {
    says: 'visits end after three clean ones in a row and all bodies told, or a death',
    holds: ({ type, to }) =>
      !to.entered.includes('ended') ||
      type === 'monitoring.ended' ||
      (contextOf(to).clean >= 3 && contextOf(to).unnotified.length === 0),
  },
  {
    says: 'violence again starts the count from nothing',
    holds: ({ to }) => !to.entered.includes(VIOLATED) || contextOf(to).clean === 0,
  },
  {
    says: 'after violence again there is no end but punishment, crime or death',
    holds: ({ from, type, to }) =>
      !from.state.includes(VIOLATED) ||
      to.state.includes(VIOLATED) ||
      ['case.punished', 'crime.filed', 'monitoring.ended'].includes(type),
  },
  {
    says: 'punished or prosecuted, he goes on in a track of its own',
    holds: (step) =>
      !['case.punished', 'crime.filed'].includes(step.type) ||
      step.to.effects.some(({ kind }) => kind === 'start_track') ||
      (step.type === 'crime.filed' && !takenUnder(step, 'criminal', 'none')),
  },
  {
    says: 'turned away she is owed safety and a way back; only she herself ends it, asked alone',
    holds: ({ from, type, to }) =>
      (type !== 'report.turnedaway' || to.state.includes('turnedAway')) &&
      (!from.state.includes('turnedAway') || !to.isFinal || type === 'report.abandoned'),
  },
  {
    says: 'a shortcut is put on record and ends nothing',
    holds: ({ type, to }) =>
      type !== 'decision.disputed' || (to.exited.length === 0 && contextOf(to).shortcuts.length > 0),
  },
  {
    says: 'a letter that was delivered is on record for ever',
    holds: ({ from, to }) => contextOf(from).deliveredAt === null || to.facts.policeHistory === 'warned',
  },
] as const satisfies readonly Rule[];

function isLetterDue(step: Step): boolean {
  const { fragile, publicPlace, letterAsked } = contextOf(step.from);
  return (
    fragile.length > 0 || publicPlace || letterAsked || takenUnder(step, 'policeHistory', 'educated', true)
  );
}
