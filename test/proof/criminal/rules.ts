import { CUSTODIAL } from '#workflows/criminal/codes.ts';
import type { CriminalContext } from '#workflows/criminal/context.ts';
import { takenUnder } from '../facts-under.ts';
import type { Rule, Step } from '../walk.ts';
import { TOO_LATE } from './moves.ts';

type At = Step['from'];

const contextOf = ({ snapshot }: At) => snapshot.context as unknown as CriminalContext;
const isIn = ({ state }: At, part: string) => state.some((path) => `${path}.`.startsWith(`open.${part}.`));

/** Whatever moves him, or what he has to fear. */
const DANGER_POINTS = (
  'case.filed case.refused case.dropped prosecution.started prosecution.declined prosecution.ended trial.held judgment.given ' +
  'judgment.effective restraint.imposed restraint.ended end.passed terms.breached statement.changed'
).split(' ');

/** What must hold on every step of a criminal proceeding. */
export const rules = [
  {
    says: 'INV-23: nobody leaves custody but as she was told, or with a clock for telling her',
    holds: (step) => !isLetOut(step) || isNobodyToTell(step) || isAsTold(step) || isBeingTold(step.to),
  },
  {
    says: 'free unknown to her he stays so only until she is told, or he is locked away again',
    holds: (step) =>
      !isBeingTold(step.from) ||
      isBeingTold(step.to) ||
      isLocked(step.to) ||
      isNobodyToTell(step) ||
      step.type === 'survivor.warned',
  },
  {
    says: 'every danger point makes a review of the risk due',
    holds: ({ type, to }) => !DANGER_POINTS.includes(type) || isIn(to, 'review.due'),
  },
  {
    says: 'words taken back end nothing',
    holds: ({ type, to }) =>
      type !== 'statement.changed' || to.exited.every((path) => path.startsWith('open.review')),
  },
  {
    says: 'a refusal to file ends it only where her side contests it no further',
    holds: ({ from, type, to }) =>
      !isIn(from, 'proceeding.refused') || !isIn(to, 'proceeding.over') || type === 'refusal.accepted',
  },
  {
    says: 'no file closes on somebody held, on a review that is due, or without a defender for her',
    holds: ({ from, to }) =>
      !to.state.includes('closed') ||
      (isIn(from, 'restraint.none') && isIn(from, 'review.quiet') && contextOf(from).defenderRule === null),
  },
  {
    says: 'the death of whom it is against ends it, and no other death does',
    holds: ({ from, type, payload, to }) =>
      type !== 'death.recorded' || to.isFinal === isSuspect(from, (payload as { who: string }).who),
  },
  {
    says: 'a proceeding against her says nothing of him and nothing against her',
    holds: ({ to }) => contextOf(to).suspect !== 'survivor' || Object.keys(to.facts).join() === 'dangerPoint',
  },
  {
    says: 'a conviction is on record until another judgment',
    holds: ({ from, type, to }) =>
      from.facts.criminal !== 'convicted' || type === 'judgment.given' || to.facts.criminal === 'convicted',
  },
  {
    says: 'no measure has an end beyond its ceiling',
    holds: ({ type, payload }) =>
      type !== 'restraint.imposed' || !('plannedEnd' in payload) || payload.plannedEnd !== TOO_LATE,
  },
  {
    says: 'a second interview of a child is looked into',
    holds: ({ type, payload, to }) =>
      type !== 'minor.interviewed' ||
      (payload as { number: number }).number === 1 ||
      to.effects.some((effect) => effect.kind === 'notify' && effect.notice === 'interview.repeated'),
  },
] as const satisfies readonly Rule[];

function isLocked(at: At): boolean {
  const { restraint } = contextOf(at);
  return restraint !== null && CUSTODIAL.includes(restraint);
}

function isLetOut({ from, to }: Step): boolean {
  return isLocked(from) && !isLocked(to);
}

/** One of the two is dead, or it is she who comes out. */
function isNobodyToTell(step: Step): boolean {
  const { suspect, survivorDied } = contextOf(step.to);
  const isHisDeath = 'how' in step.payload && step.payload.how === 'died';
  const isNobody = suspect === 'survivor' || survivorDied || !takenUnder(step, 'survivor', 'living');
  return isNobody || isHisDeath || step.to.isFinal;
}

/** Told of this end: it has come, or he comes out less than a day before it. */
function isAsTold({ from, type, payload }: Step): boolean {
  const { warned, warnBy } = contextOf(from);
  if (!warned || ('how' in payload && payload.how === 'escaped')) return false;
  const { endedAt, from: since } = payload as { endedAt?: string; from?: string };
  return type === 'end.passed' || (endedAt ?? since ?? '') >= (warnBy ?? '');
}

function isBeingTold(at: At): boolean {
  return isIn(at, 'restraint.released') || isIn(at, 'restraint.imposed.untold');
}

function isSuspect(at: At, who: string): boolean {
  return who === 'suspect' || (who === 'survivor' && contextOf(at).suspect === 'survivor');
}
