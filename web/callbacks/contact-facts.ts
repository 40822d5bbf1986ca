import type { AnswerOf } from '#web/api/client.ts';

/** How she is reached, as the opening form of the case says it, as far as the reader may know. */
export type ContactFacts = {
  readonly name: string | null;
  readonly phone: string | null;
  readonly codeWord: string | null;
  readonly whoMayAnswer: string | null;
  readonly note: string | null;
  /** Null: nobody asked her. */
  readonly okToVoicemail: boolean | null;
  readonly okToText: boolean | null;
};

type CaseView = AnswerOf<'/api/cases/{id}', 'get'>;

/** Reads the facts out of a case. The number agreed for calls goes before the one she gave as her own. */
export function contactFactsOf({
  safeContact,
  survivor,
}: Pick<CaseView, 'safeContact' | 'survivor'>): ContactFacts {
  const contact = recordOf(safeContact);
  const person = recordOf(survivor);
  return {
    name: textOf(person['name']),
    phone: textOf(contact['phone']) ?? textOf(person['phone']),
    codeWord: textOf(contact['codeWord']),
    whoMayAnswer: textOf(contact['whoMayAnswer']),
    note: textOf(contact['note']),
    okToVoicemail: flagOf(contact['okToVoicemail']),
    okToText: flagOf(contact['okToText']),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function flagOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}
