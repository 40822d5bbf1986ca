import { Type } from 'typebox';
import { oneOf, strict } from './strict.ts';
import { id, instant, localMinute, orNull, words } from './view-schemas.ts';

/** May she be called at this moment, and if not, when? */
export const callAnswer = strict({
  now: oneOf('yes', 'no', 'ask'),
  why: words,
  opensAt: orNull(instant),
  window: orNull(strict({ from: Type.String({ description: 'HH:mm' }), to: Type.String() })),
});

/** A running track in a list of work: codes, titles and times, never a name. */
export const workItem = strict({
  trackId: id,
  caseId: id,
  as: oneOf('assignee', 'agency', 'asked'),
  caseNumber: orNull(Type.String()),
  workflow: Type.String(),
  title: words,
  state: Type.Array(Type.String()),
  titles: Type.Array(words),
  risk: orNull(oneOf('unknown', 'low', 'medium', 'high')),
  agency: id,
  assignee: orNull(id),
  nextStep: orNull(strict({ type: Type.String(), title: words })),
  deadline: orNull(
    strict({ id, title: words, rule: Type.String(), safeDue: localMinute, legalDue: localMinute }),
  ),
  lastEvent: orNull(strict({ title: words, at: instant })),
  safeContact: orNull(callAnswer),
});
