import { queryOptions } from '@tanstack/react-query';
import { answerOf, answerWithTag, api } from '#web/api/client.ts';
import { drawKey } from '#web/api/draw-key.ts';
import type { DraftSaver, DraftToSave } from '#web/api/draft-saver.ts';
import type { TypedGroup } from './typed.ts';

/** What a form on the screen is, so that its draft is found again: the case or track, and which form on it. */
export type FormName = { readonly kind: 'event' | 'track'; readonly subject: string; readonly form: string };

/** What is kept of a form that is not sent yet. */
export type KeptForm = { readonly form: string; readonly typed: TypedGroup; readonly occurredAt: string };

export type FoundDraft = { readonly toSave: DraftToSave; readonly kept: KeptForm | null };

/**
 * The draft of a form: what was typed before a reload or a crash, or a new one with nothing in it. `opening` is drawn each
 * time a form is opened, so that none begins with what another one found.
 */
export function keptDraftQuery(name: FormName, opening: string) {
  return queryOptions({
    queryKey: ['a draft of', name, opening],
    queryFn: () => findDraft(name),
    // What is typed after it was read is the newer one.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

// What was sent is no draft any more, from that moment on and not only when the server has removed it.
const sentIds = new Set<string>();

/** The form was sent: its draft is forgotten. One that could not be removed ends by itself within a day. */
export function forgetDraft({ toSave }: FoundDraft, saver: DraftSaver): void {
  sentIds.add(toSave.id);
  void saver.remove().catch(() => undefined);
}

async function findDraft(name: FormName): Promise<FoundDraft> {
  const { items } = await answerOf(api.GET('/api/drafts'));
  const ofSubject = items.filter(({ kind, subject }) => kind === name.kind && subject === name.subject);
  for (const { id } of ofSubject.filter((draft) => !sentIds.has(draft.id))) {
    const { answer, etag } = await answerWithTag(api.GET('/api/drafts/{id}', { params: { path: { id } } }));
    const kept = answer.content as KeptForm;
    if (kept.form !== name.form) continue;
    const { savedAt } = answer;
    return { toSave: { ...newDraft(name).toSave, id, read: { etag, savedAt } }, kept };
  }
  return newDraft(name);
}

function newDraft({ kind, subject }: FormName): FoundDraft {
  return { toSave: { id: drawKey(), kind, subject, read: null }, kept: null };
}
