import type { Title } from '#src/base/title.ts';
import type { Stage } from './stage.ts';

/** One published case, retold from its facts with nobody's name in it. */
export type RealCase = {
  readonly title: Title;
  /** Where the facts were published, and as which case of the collection. */
  readonly publication: { readonly publisher: string; readonly title: string; readonly item: string };
  /** By how much its dates were moved; what the dates of the source were, so that a reader can check. */
  readonly shift: string;
  readonly story: readonly Chapter[];
  readonly expects: readonly Expectation[];
};

/** What happened at one time. A chapter with a `line` tells one line of the source, in order; others lie between. */
export type Chapter = {
  /** When it is recorded, local time: `YYYY-MM-DDTHH:mm`. The clock is moved there first. */
  readonly at: string;
  readonly line?: string;
  readonly plays: (stage: Stage) => Promise<void>;
};

/** One thing the engine must satisfy: asserted after the story was played, or the reason why that cannot be. */
export type Expectation = { readonly says: string } & (
  | { readonly check: (stage: Stage) => Promise<void> | void }
  | { readonly notAsserted: string }
);

/** A reason shorter than this is none. */
const REASON_LENGTH_MIN = 30;

/** What is missing in a fixture before anybody plays it; empty when it is whole. */
export function faultsOf({ story, expects, publication, shift, title }: RealCase): string[] {
  const lines = story.filter(({ line }) => line !== undefined);
  const faults = [
    ...(lines.length === 0 ? ['tells no line of its source'] : []),
    ...lines.filter(({ line = '' }) => line.trim() === '').map(() => 'has a line without words'),
    ...(expects.length === 0 ? ['expects nothing'] : []),
    ...expects.filter(({ says }) => says.trim() === '').map(() => 'has an expectation without words'),
    ...expects.flatMap(reasonFault),
    ...[...Object.values(publication), shift, title.zh, title.en]
      .filter((text) => text.trim() === '')
      .map(() => 'does not say where it is from'),
  ];
  const disorder = story.findIndex(({ at }, index) => index > 0 && at < (story[index - 1]?.at ?? ''));
  return disorder < 0 ? faults : [...faults, `goes back in time at ${story[disorder]?.at}`];
}

function reasonFault(expectation: Expectation): string[] {
  if ('check' in expectation) return [];
  return expectation.notAsserted.trim().length < REASON_LENGTH_MIN
    ? [`asserts nothing and gives no reason: ${expectation.says}`]
    : [];
}
