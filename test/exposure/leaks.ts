import type { Person } from '#src/base/actor.ts';
import type { CanaryCase } from './canary-case.ts';
import type { Player } from './cast.ts';
import type { Seen } from './crawl.ts';
import { isEntitled } from './entitled.ts';

/** Where a value of a case may be read at all: not in a list, a notification, a deadline, a refusal. */
const PLACES = ['/api/cases/{id}', '/api/cases/{id}/timeline', '/api/tracks/{id}'];

/** Values that somebody read who may not, or in a place where none may stand, as sentences. */
export function leaksIn(built: CanaryCase, seen: readonly Seen[], judge = isEntitled): string[] {
  const canaries = new Map(built.book.all().map((canary) => [canary.token, canary]));
  const leaks = seen.flatMap(({ who, route, url, tokens }) =>
    [...new Set(tokens)].flatMap((token) => {
      const canary = canaries.get(token);
      const written = built.written.get(token);
      if (canary === undefined || written === undefined)
        return [`${who.name} sees ${token} of nowhere at ${url}`];
      const says = `${who.name} sees ${canary.where} (${canary.class ?? 'in clear'}) at ${route}`;
      if (!PLACES.includes(route)) return [says];
      if (isAskedAbout(built, who, written.trackId)) return canary.class === 'conflict' ? [] : [says];
      const isAllowed =
        seesCase(built, who, written.caseId) && judge(who.person, canary.class, written.author);
      return isAllowed ? [] : [says];
    }),
  );
  return [...new Set(leaks)];
}

/** The first case is shared with helpers and partners, the others are the owner's alone. Who keeps accounts sees none. */
export function seesCase({ cast, caseIds }: CanaryCase, who: Player, caseId: string): boolean {
  if (who.person.role === 'administrator') return false;
  const isShared = caseId === caseIds[0];
  return cast.owners.includes(who) || (isShared && [...cast.helpers, ...cast.partners].includes(who));
}

/** The track a lawyer was asked to take: she has not answered, and looks for a conflict. */
function isAskedAbout({ cast, askedTrack }: CanaryCase, who: Player, trackId: string | null): boolean {
  return who === cast.asked[0] && trackId === askedTrack;
}

/** Of each class, the roles that read some value of it which they had not written. */
export function readersByClass(built: CanaryCase, seen: readonly Seen[]): Map<string, Set<Person['role']>> {
  const readers = new Map<string, Set<Person['role']>>();
  const classes = new Map(built.book.all().map((canary) => [canary.token, canary.class ?? 'clear']));
  for (const { who, tokens } of seen) {
    for (const token of tokens) {
      if (built.written.get(token)?.author === who.person.id) continue;
      const sealedClass = classes.get(token) ?? '';
      readers.set(sealedClass, (readers.get(sealedClass) ?? new Set()).add(who.person.role));
    }
  }
  return readers;
}
