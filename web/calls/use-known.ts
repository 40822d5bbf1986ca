import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, api, type AnswerOf, type ItemOf } from '#web/api/client.ts';
import { digitsIn } from './phone-digits.ts';

export type KnownCase = {
  readonly view: AnswerOf<'/api/cases/{id}', 'get'>;
  readonly events: readonly ItemOf<'/api/cases/{id}/timeline'>[];
};

/** What is known of a number: every case under it, and of the newest ones what happened. */
export type Known = { readonly caseIds: readonly string[]; readonly cases: readonly KnownCase[] };

// Long enough to type the next digit, short enough that nobody waits.
const QUIET_MS = 250;
// Shorter than any telephone number; service numbers (110) are nobody's.
const DIGITS_MIN = 7;
// Whoever calls more often than this is known by heart.
const READ_LIMIT = 8;
const EVENTS_LIMIT = 50;

/** Asks for a number while it is typed; null until enough digits are there. */
export function useKnown(phone: string) {
  const asked = useQuietly(phone);
  const isEnough = digitsIn(asked) >= DIGITS_MIN;
  const query = useQuery({
    // A number stands in no address and no key that outlives the page.
    queryKey: ['/api/cases/lookup', asked],
    enabled: isEnough,
    placeholderData: keepPreviousData,
    gcTime: 0,
    queryFn: () => readKnown(asked),
  });
  return isEnough ? query : null;
}

async function readKnown(phone: string): Promise<Known> {
  const { caseIds } = await answerOf(api.POST('/api/cases/lookup', { body: { phone } }));
  const cases = await Promise.all(caseIds.slice(0, READ_LIMIT).map(readCase));
  return { caseIds, cases };
}

async function readCase(id: string): Promise<KnownCase> {
  const path = { id };
  const query = { limit: String(EVENTS_LIMIT) };
  const [view, timeline] = await Promise.all([
    answerOf(api.GET('/api/cases/{id}', { params: { path } })),
    answerOf(api.GET('/api/cases/{id}/timeline', { params: { path, query } })),
  ]);
  return { view, events: timeline.items };
}

function useQuietly(text: string): string {
  const [quiet, setQuiet] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return quiet;
}
