import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { title } from '#src/base/title.ts';
import { ENGINE_EVENT_TITLES } from '#src/engine/apply-logged.ts';
import { loadMoves, versionsOf } from '#src/load-moves.ts';
import { loadWorkflows } from '#src/load-workflows.ts';
import { fits } from '#src/workflow/check-input.ts';
import type { Move } from '#src/workflow/define-move.ts';
import { MOVE_BLOCKS } from '#src/workflow/move-block.ts';
import { mapTrack, type MoveVersions } from '#src/workflow/map-track.ts';
import { moveProblems } from '#src/workflow/move-problems.ts';
import { loadEveryWorkflow } from '#test/support/load-every-workflow.ts';
import { randomTrack } from '#test/support/random-track.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const workflows = await loadWorkflows();
const moves = await loadMoves();
const versions = [...moves.values()].map((move) => versionsOf(moves, workflows, move));
const shelter = versions.find(({ move }) => move.workflow === 'shelter' && move.to === 2);
if (shelter === undefined) throw new Error('the mapping the planted faults are made of is gone');
const sound: MoveVersions = shelter;

const planted = (change: Partial<Move>): string[] =>
  moveProblems({ ...sound, move: { ...sound.move, ...change } });

const without = <V>(of: Readonly<Record<string, V>>, key: string): Record<string, V> =>
  Object.fromEntries(Object.entries(of).filter(([name]) => name !== key));

test('every retired version has a way to the next', () => {
  const retired = globSync('workflows/retired/*.ts', {
    cwd: ROOT,
  });
  expect(retired.length).toBeGreaterThan(0);
  for (const file of retired) {
    const [, id, version] = /(\S+)\.v(\d+)\.ts$/.exec(file.split('/').at(-1) ?? '') ?? [];
    expect([...moves.keys()]).toContain(`${id}-v${version}-to-v${Number(version) + 1}`);
  }
});

describe.each(versions)('$move.workflow $move.from → $move.to', (pair) => {
  test('answers for every state and every deadline, and loses or starts none in silence', () => {
    expect(moveProblems(pair)).toEqual([]);
  });

  test('gives its reasons in Chinese and in English', () => {
    const words = [...JSON.stringify(pair.move).matchAll(/\{"zh":"(.*?)","en":"(.*?)"\}/g)];
    expect(words.length).toBeGreaterThan(0);
    for (const [, zh = '', en = ''] of words) {
      expect([zh, /\p{Script=Han}/u.test(zh)]).toEqual([zh, true]);
      expect([en, /^[\x20-\x7e’]+$/.test(en)]).toEqual([en, true]);
    }
  });

  test('brings whatever a random walk reaches to a state and a memory of the new version, or says why not', () => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { snapshot, facts } = randomTrack(pair.from, seed);
        const answer = mapTrack(pair, { snapshot, facts });
        outcomes.add(answer.mapped === null ? 'none' : 'mapped');
        // What stands in the way are the mapping's own words, and never that the result fits nothing.
        expect(answer.blocks.filter(({ code }) => code !== 'state_blocked')).toEqual([]);
        if (answer.mapped !== null) expect(answer.mapped.isFinal).toBe(snapshot.status === 'done');
      }),
      { numRuns: 300 },
    );
    expect(outcomes).toContain('mapped');
  });

  test('what it says the new version remembers is what that version remembers', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) =>
        fits(pair.move.remembers, randomTrack(pair.to, seed).snapshot.context),
      ),
      { numRuns: 300 },
    );
  });
});

describe('a mapping is refused that', () => {
  const { states, deadlines } = sound.move;
  const because = title('测试', 'Test');

  test.each<[string, Partial<Move>, string]>([
    ['forgets a state', { states: without(states, 'elsewhere') }, 'state elsewhere has no answer'],
    [
      'leads to a state that is none',
      { states: { ...states, requested: 'asked' } },
      'state requested leads to asked, which is no innermost state',
    ],
    [
      'leads into the middle of nowhere',
      { states: { ...states, requested: 'housed.life' } },
      'state requested leads to housed.life, which is no innermost state',
    ],
    [
      'answers for a state the old version has not',
      { states: { ...states, unheard: 'requested' } },
      'state unheard is none of the old version',
    ],
    [
      'ends what still runs',
      { states: { ...states, followUp: 'closed' } },
      'state followUp leads to closed: a move neither ends a track nor opens one again',
    ],
    [
      'leaves behind what still runs',
      { states: { ...states, followUp: { stays: because } } },
      'state followUp is not over and may not stay',
    ],
    [
      'forgets a deadline',
      { deadlines: without(deadlines, 'stayLimit') },
      'deadline stayLimit has no answer',
    ],
    [
      'drops a running statutory deadline: its new state does not name it',
      { states: { ...states, 'housed.term.usual.reviewed': 'housed.term.overdue' } },
      'deadline stayLimit runs in housed.term.usual.reviewed, and no stayLimit in housed.term.overdue',
    ],
    [
      'calls it kept where the rule is another, which would move its end',
      { deadlines: { ...deadlines, absence: { kind: 'kept' } } },
      'deadline absence is said to be kept, and absence has another rule, start or list',
    ],
    [
      'makes one deadline go on as another with another start',
      { deadlines: { ...deadlines, stayLimit: { kind: 'kept', as: 'extensionEnd' } } },
      'deadline stayLimit is said to be kept, and extensionEnd has another rule, start or list',
    ],
    [
      'starts a deadline without a word',
      { starts: {} },
      'deadline lossReport would start in housed.life.missing and is not said to',
    ],
    [
      'says a deadline starts that never does',
      { starts: { ...sound.move.starts, relocation: because } },
      'deadline relocation is said to start and never does',
    ],
    ['is of other versions', { from: 3 }, 'is of other versions than it says'],
    ['leads back', { from: 2, to: 1 }, 'does not lead to a newer version'],
  ])('%s', (_, change, problem) => {
    expect(planted(change)).toContain(problem);
  });

  test('is not there, or is unfit, before anything is opened', () => {
    const asked = { workflow: 'shelter', from: 2, to: 3 };
    expect(() => versionsOf(moves, workflows, asked)).toThrow('there is no mapping shelter-v2-to-v3');
    const unfit = new Map([['shelter-v1-to-v2', { ...sound.move, starts: {} }]]);
    expect(() => versionsOf(unfit, workflows, sound.move)).toThrow('lossReport would start');
  });
});

test('no workflow names an event of its own like one the engine writes on tracks', async () => {
  const own = (await loadEveryWorkflow()).flatMap(({ workflow }) => Object.keys(workflow.events));
  // The case's own belongs to no track and cannot be mistaken.
  const taken = Object.keys(ENGINE_EVENT_TITLES).filter((type) => type !== 'case.opened');
  expect(own.filter((type) => taken.includes(type))).toEqual([]);
});

test('every reason for leaving a track where it is stands in the document, and no other', () => {
  const document = readFileSync(`${ROOT}docs/moves.md`, 'utf8');
  const rows = [...document.matchAll(/^\| `(\w+)` \|/gm)].map(([, code]) => code);
  expect(new Set(rows)).toEqual(new Set(Object.keys(MOVE_BLOCKS)));
});
