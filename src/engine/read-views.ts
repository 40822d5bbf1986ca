import type { Person } from '#src/base/actor.ts';
import { AppError } from '#src/base/errors.ts';
import { findLog } from '#src/store/case-events.ts';
import { insertRefusal } from '#src/store/refusals.ts';
import { findCasesByPhone } from '#src/store/phone-tokens.ts';
import { type CaseRow, type CommandRead, readCommand } from '#src/store/read-command.ts';
import { findOpeningEntries } from '#src/store/vault-entries.ts';
import type { SealedClass } from '#src/workflow/sealed.ts';
import { caseView } from './case-view.ts';
import type { TimelineAnswer, TimelinePage } from './engine.ts';
import type { EngineDeps } from './engine-deps.ts';
import { parseLogged } from './logged-event.ts';
import { referencesIn, reveal } from './reveal.ts';
import { stateOf } from './step-rows-of.ts';
import { timelineEntry } from './timeline-entry.ts';
import { trackView } from './track-view.ts';
import type { CaseView, TrackView } from './views.ts';
import { visibleCase, visibleTrack } from './visible-track.ts';

/** A case for one reader. */
export async function viewCase(deps: EngineDeps, session: Person, caseId: string): Promise<CaseView> {
  const { read, person, row } = await readSeenCase(deps, session, caseId, 'case.read');
  const key = deps.vault.openCaseKey(row.id, row.wrappedKey);
  const sealed = await findOpeningEntries(deps.db, caseId);
  const entries = sealed.map((entry) => ({
    class: entry.class as SealedClass,
    author: entry.author,
    field: entry.field,
    text: deps.vault.openEntry(key, entry.id, entry.sealed),
  }));
  return caseView(deps, { person, state: stateOf(row, read.tracks), version: row.version, entries });
}

/** A track for one reader, with the values behind its references as far as she may read them. */
export async function viewTrack(deps: EngineDeps, session: Person, trackId: string): Promise<TrackView> {
  const { read, person } = await readFor(deps, session, { caseId: null, trackId });
  const { row } = await seenOrRecorded(deps, person, { action: 'track.read', caseId: null, trackId }, () =>
    visibleTrack(deps, read, person, trackId),
  );
  const state = stateOf(row, read.tracks);
  const view = trackView({ deps, person, state, trackId, deadlines: read.deadlines, now: read.now });
  const revealed = await reveal(deps, { person, row, state }, referencesIn(view.context), trackId);
  return { ...view, revealed };
}

/** What happened on a case, newest first, for one reader. */
export async function viewTimeline(
  deps: EngineDeps,
  session: Person,
  caseId: string,
  page: TimelinePage,
): Promise<TimelineAnswer> {
  const { read, person, row } = await readSeenCase(deps, session, caseId, 'timeline.read');
  // One more than asked for tells whether there is a next page.
  const log = await findLog(deps.db, caseId, { ...page, limit: page.limit + 1 });
  const events = log.slice(0, page.limit).map((line) => parseLogged(line.body));
  const state = stateOf(row, read.tracks);
  const revealed = await reveal(
    deps,
    { person, row, state },
    events.flatMap((event) => referencesIn(event.payload)),
  );
  const items = events.map((event) => timelineEntry(deps.workflows, event, revealed));
  return { items, hasMore: log.length > page.limit };
}

/** Is there a case with this number, among those the reader sees? */
export async function lookUpPhone(
  deps: EngineDeps,
  person: Person,
  phone: string,
): Promise<{ known: boolean; caseIds: string[] }> {
  const token = deps.vault.phoneToken(phone);
  if (token === null) return { known: false, caseIds: [] };
  const caseIds = await findCasesByPhone(deps.db, person, token);
  return { known: caseIds.length > 0, caseIds };
}

/** A case that the reader may see; who may not is refused, and that is recorded. */
export async function readSeenCase(
  deps: EngineDeps,
  session: Person,
  caseId: string,
  action: string,
): Promise<{ read: CommandRead; person: Person; row: CaseRow }> {
  const { read, person } = await readFor(deps, session, { caseId, trackId: null });
  const asked = { action, caseId, trackId: null };
  const row = await seenOrRecorded(deps, person, asked, () => visibleCase(read, person));
  return { read, person, row };
}

type Target = { readonly caseId: string | null; readonly trackId: string | null };

/** Reads with the rights the person has now, not those of the session's beginning. */
async function readFor(
  deps: EngineDeps,
  session: Person,
  target: Target,
): Promise<{ read: CommandRead; person: Person }> {
  const read = await readCommand(deps.pool, { personId: session.id, idempotencyKey: null, ...target });
  if (read.person === null) throw new AppError('session_missing');
  return { read, person: read.person };
}

async function seenOrRecorded<T>(
  deps: EngineDeps,
  person: Person,
  asked: Target & { readonly action: string },
  look: () => T,
): Promise<T> {
  try {
    return look();
  } catch (error) {
    if (error instanceof AppError) {
      await insertRefusal(deps.db, { personId: person.id, ...asked, code: error.code });
    }
    throw error;
  }
}
