import { useState } from 'react';
import { answerOf, answerWithTag, api, type AnswerOf } from '#web/api/client.ts';
import { drawKey } from '#web/api/draw-key.ts';
import { ConnectionLost, isRefusal, RequestRefused } from '#web/api/problem.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type CaseBody, caseBody } from './call-body.ts';
import type { CallForm, Opened, Opening } from './call-form.ts';
import { nextEvent } from './next-event.ts';

export type Track = AnswerOf<'/api/tracks/{id}', 'get'>;

type Deps = {
  /** The call as it is now: it goes on while requests are under way. */
  readonly formNow: () => CallForm;
  readonly change: (change: (form: CallForm) => CallForm) => void;
  /** Saves the draft; the key of the opening must be kept before it is first used. */
  readonly saveNow: () => Promise<boolean>;
  readonly groups: readonly string[];
};

/** More than one call can bring; a circle would be a mistake of the workflow or of ours. */
const EVENTS_LIMIT = 8;

/**
 * Makes a case of the call and records the events that its answers amount to, as far as the workflow allows. Whatever
 * happens in between, a second attempt goes on from there and repeats nothing.
 */
export function useOpening(deps: Deps) {
  const queries = useQueryClient();
  const [isWorking, setIsWorking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [track, setTrack] = useState<Track | null>(null);
  const work = async (act: () => Promise<void>): Promise<void> => {
    if (isWorking) return;
    setIsWorking(true);
    setError(null);
    try {
      await act();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setIsWorking(false);
      void queries.invalidateQueries();
    }
  };
  return {
    ...{ isWorking, error, track },
    /** Opens the case, or goes on where it stands. */
    goOn: () => work(async () => setTrack(await recordAll(deps, await openedCase(deps)))),
    /** Reads where the intake stands, after the page was loaded again. */
    look: () => work(async () => setTrack(await readTrack(deps.formNow().opened?.trackId ?? ''))),
    /** Records one event without a payload: the police were told, say. */
    record: (type: string) =>
      work(async () => {
        const { trackId = '' } = deps.formNow().opened ?? {};
        await send(deps, trackId, { type, payload: {} });
        setTrack(await recordAll(deps, trackId));
      }),
  };
}

/** The id of the intake of the case: opened now, unless it was before. */
async function openedCase({ formNow, change, saveNow }: Deps): Promise<string> {
  const before = formNow();
  if (before.opened !== null) return before.opened.trackId;
  const opening = before.opening ?? { key: drawKey(), body: caseBody(before) };
  change((form) => ({ ...form, opening }));
  await saveNow();
  const opened = await open(opening, change);
  change((form) => ({ ...form, opened }));
  await saveNow();
  return opened.trackId;
}

// Of any other refusal nobody knows whether an earlier attempt was heard; the same opening is sent again.
const REFUSED_FOR_GOOD = ['body_invalid', 'payload_invalid', 'role_not_allowed', 'body_too_large'];

async function open(opening: Opening, change: Deps['change']): Promise<Opened> {
  const headers = { 'idempotency-key': opening.key };
  try {
    const { id, number, tracks } = await answerOf(
      api.POST('/api/cases', { body: opening.body as CaseBody, headers }),
    );
    const intake = tracks.find(({ workflow }) => workflow === 'intake');
    return { caseId: id, number, trackId: intake?.id ?? '' };
  } catch (error) {
    // What was refused acted on nothing: mended, it is another opening.
    const isFinal = error instanceof RequestRefused && REFUSED_FOR_GOOD.includes(error.problem.code);
    if (isFinal) change((form) => ({ ...form, opening: null }));
    throw error;
  }
}

/** Records event after event until the answers amount to no further one; gives where the intake then stands. */
async function recordAll(deps: Deps, trackId: string): Promise<Track> {
  let track = await readTrack(trackId);
  for (let count = 0; count < EVENTS_LIMIT; count += 1) {
    const next = nextEvent(deps.formNow(), track, deps.groups);
    if (next === null) return track;
    await send(deps, trackId, next);
    track = await readTrack(trackId);
  }
  return track;
}

async function readTrack(id: string): Promise<Track> {
  return answerOf(api.GET('/api/tracks/{id}', { params: { path: { id } } }));
}

const ATTEMPT_LIMIT = 3;

async function send(deps: Deps, id: string, event: { type: string; payload: object }): Promise<void> {
  const key = drawKey();
  for (let attempt = 1; ; attempt += 1) {
    try {
      const path = { id };
      const { etag } = await answerWithTag(api.GET('/api/tracks/{id}', { params: { path } }));
      const headers = { 'idempotency-key': key, 'if-match': etag };
      const body = { type: event.type, payload: event.payload as Record<string, unknown> };
      await answerOf(api.POST('/api/tracks/{id}/events', { params: { path }, headers, body }));
      deps.change((form) => ({
        ...form,
        recorded: [...form.recorded, event.type],
        sent: { ...form.sent, [event.type]: event.payload },
      }));
      return;
    } catch (error) {
      const isPassing = error instanceof ConnectionLost || isRefusal(error, 'version_stale');
      if (!isPassing || attempt === ATTEMPT_LIMIT) throw error;
    }
  }
}
