import { expect } from 'vitest';
import { addMs } from '#src/base/instant.ts';
import { expectSoundCases } from '#test/support/expect-sound.ts';
import type { Chapter, RealCase } from './real-case.ts';
import { instantOf, Stage } from './stage.ts';

/** The first events are recorded a minute after the story begins, so that what began it lies behind them. */
const BEFORE_MS = -60_000;

/**
 * Plays a story through the real engine: the clock goes from chapter to chapter over everything that falls due, the
 * people of the story record what happened. Each chapter with a line has to leave an event. Afterwards every log has
 * to fold to what is stored. Whoever plays it disposes of the stage.
 */
export async function playCase({ story }: RealCase): Promise<Stage> {
  const [first] = story;
  if (first === undefined) throw new Error('there is no story');
  const stage = await Stage.open(addMs(instantOf(first.at), BEFORE_MS).slice(0, 16));
  try {
    for (const chapter of story) await playChapter(stage, chapter);
    await expectSoundCases(stage.world.connection.db, stage.world.deps.workflows);
    return stage;
  } catch (error) {
    await stage[Symbol.asyncDispose]();
    throw error;
  }
}

async function playChapter(stage: Stage, chapter: Chapter): Promise<void> {
  const name = `${chapter.at} ${chapter.line ?? '(between the lines)'}`;
  try {
    await stage.moveTo(chapter.at);
    const before = await countEvents(stage);
    await chapter.plays(stage);
    if (chapter.line !== undefined) expect(await countEvents(stage), name).toBeGreaterThan(before);
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

async function countEvents(stage: Stage): Promise<number> {
  const row = await stage.world.connection.db
    .selectFrom('case_events')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
