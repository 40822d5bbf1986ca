import type { Words } from '#web/words/words.ts';
import type { Track } from '#web/api/track.ts';

type Schema = {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly {
    readonly const?: unknown;
    readonly title?: string;
    readonly 'x-title-en'?: string;
  }[];
};

/** One code of a list, in the words of the workflow that declares it. */
export type Option = { readonly code: string; readonly words: Words };

/** Events with the schema of what each is recorded with: of a track those of its state, of a workflow all. */
export type WithEvents = {
  readonly events: readonly { readonly type: string; readonly payloadSchema: unknown }[];
};

/** The codes a field of an event takes; none where there is no such event. */
export function choicesOf({ events }: WithEvents, type: string, field: string): readonly Option[] {
  return optionsIn(events.find((event) => event.type === type)?.payloadSchema, field);
}

/** The codes a field of a payload or an opening form takes; of a list, those of its items. */
export function optionsIn(schema: unknown, field: string): readonly Option[] {
  const found = (schema as Schema | undefined)?.properties?.[field];
  const codes = found?.anyOf ?? found?.items?.anyOf ?? [];
  return codes.flatMap(({ const: code, title: zh, 'x-title-en': en }) =>
    typeof code === 'string' ? [{ code, words: { zh: zh ?? code, en: en ?? zh ?? code } }] : [],
  );
}

/** Why an event cannot be recorded now, in words; null: it can. */
export function whyNot(track: Pick<Track, 'events'>, type: string): Words | null {
  const event = track.events.find((candidate) => candidate.type === type);
  if (event === undefined) return NOT_NOW;
  return event.allowed ? null : (event.because[0]?.text ?? NOT_NOW);
}

const NOT_NOW = { zh: '现在的办理状态下不能做这一步', en: 'Not possible in the present state' };
