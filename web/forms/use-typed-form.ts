import { useState } from 'react';
import { useNowMs } from '#web/api/clock.ts';
import { RequestRefused } from '#web/api/problem.ts';
import { useDraftSaver } from '#web/api/use-draft.ts';
import { useLanguage } from '#web/words/language.ts';
import { instantOf } from '#web/words/time.ts';
import { checkInput, type JsonObject, type Problem } from './check-input.ts';
import type { FoundDraft, FormName } from './kept-draft.ts';
import { checkOccurredAt, OCCURRED_AT } from './occurred-at.ts';
import type { FormField } from './read-schema.ts';
import { emptyForm, type TypedGroup } from './typed.ts';

/** What is sent: the payload, and when it happened if that was not just now. */
export type FormInput = { readonly payload: JsonObject; readonly occurredAt?: string };

type Start = {
  readonly fields: readonly FormField[];
  readonly name: FormName;
  readonly draft: FoundDraft;
  readonly initial?: TypedGroup | undefined;
};

/**
 * A form in somebody's hands: what is typed, its draft, and what is wrong with it. Nothing is called wrong before she has
 * tried to send it; from then on each place is right as soon as it is mended.
 */
export function useTypedForm({ fields, name, draft, initial }: Start) {
  const language = useLanguage();
  const nowMs = useNowMs();
  const [typed, setTyped] = useState<TypedGroup>(
    () => draft.kept?.typed ?? { ...emptyForm(fields), ...initial },
  );
  const [occurredAt, setOccurredAt] = useState(draft.kept?.occurredAt ?? '');
  const [hasTried, setHasTried] = useState(false);
  const [refused, setRefused] = useState<RequestRefused | null>(null);
  const { saver, state } = useDraftSaver(draft.toSave);
  const keep = (kept: { typed: TypedGroup; occurredAt: string }): void => {
    setRefused(null);
    saver.change({ form: name.form, ...kept });
  };
  const own: readonly Problem[] = hasTried ? problemsIn(fields, { typed, occurredAt }, nowMs) : [];
  const problems = new Map([
    ...own.map(({ pointer, words }) => [pointer, words[language]] as const),
    ...(refused?.problem.errors ?? []).map(({ pointer, message }) => [pointer, message] as const),
  ]);
  return {
    typed,
    occurredAt,
    problems,
    saver,
    saveState: state,
    type: (next: TypedGroup): void => {
      setTyped(next);
      keep({ typed: next, occurredAt });
    },
    typeOccurredAt: (next: string): void => {
      setOccurredAt(next);
      keep({ typed, occurredAt: next });
    },
    startAnew: (): void => {
      setTyped(emptyForm(fields));
      setOccurredAt('');
      keep({ typed: emptyForm(fields), occurredAt: '' });
    },
    /** Puts what the server found wrong at its places. */
    showRefusal: (error: unknown): void => setRefused(error instanceof RequestRefused ? error : null),
    /** What can be sent; null: something is wrong, and says so from now on. */
    read: (): FormInput | null => {
      setHasTried(true);
      if (problemsIn(fields, { typed, occurredAt }, nowMs).length > 0) return null;
      const { payload } = checkInput(fields, typed, nowMs);
      return occurredAt === '' ? { payload } : { payload, occurredAt: instantOf(occurredAt) };
    },
  };
}

export type TypedForm = ReturnType<typeof useTypedForm>;

function problemsIn(
  fields: readonly FormField[],
  { typed, occurredAt }: { readonly typed: TypedGroup; readonly occurredAt: string },
  nowMs: number | null,
): readonly Problem[] {
  const when = checkOccurredAt(occurredAt, nowMs);
  const { problems } = checkInput(fields, typed, nowMs);
  return when === null ? problems : [...problems, { pointer: OCCURRED_AT, words: when }];
}
