import { engineDesk, openBareEngine } from './bare-engine.ts';
import { createWalk } from './case-walk.ts';
import { type Load, putUnderLoad } from './load.ts';
import type { Part } from './part.ts';

export type EngineOptions = { readonly databaseUrl: string };

/** The engine in one process: read, decide, seal, chain, write; no HTTP, no queue. */
export async function openEnginePart({ databaseUrl }: EngineOptions): Promise<Part<Load>> {
  const bare = await openBareEngine(databaseUrl);
  return {
    answer: (load) => {
      const desk = engineDesk(bare.engine);
      return putUnderLoad(
        Array.from({ length: load.clientCount }, () => createWalk(desk)),
        load,
      );
    },
    [Symbol.asyncDispose]: () => bare[Symbol.asyncDispose](),
  };
}
