import { createContext, useContext } from 'react';
import type { Words } from '#web/words/words.ts';

/** What a form is about: where its ids and codes come from, and what is wrong with it now. */
export type FormAbout = {
  /** Null: there is no case yet. */
  readonly caseId: string | null;
  readonly ownerAgency: string | null;
  /** What the track holds: its parties, units and measures are what a code can mean. */
  readonly context: Readonly<Record<string, unknown>>;
  /** By the id of a sealed value, what this reader may see of it. */
  readonly revealed: Readonly<Record<string, string>>;
  /** Terms of the codes that stand in the context. */
  readonly terms: ReadonlyMap<string, Words>;
  /** By pointer, in the language of the page. */
  readonly problems: ReadonlyMap<string, string>;
};

const NOTHING: FormAbout = {
  caseId: null,
  ownerAgency: null,
  context: {},
  revealed: {},
  terms: new Map(),
  problems: new Map(),
};

export const FormAboutContext = createContext<FormAbout>(NOTHING);

export function useFormAbout(): FormAbout {
  return useContext(FormAboutContext);
}

/** What is wrong at one place of the form, if anything is. */
export function useProblemAt(pointer: string): string | undefined {
  return useFormAbout().problems.get(pointer);
}
