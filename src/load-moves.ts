import { readdir } from 'node:fs/promises';
import { StartRefused } from '#src/base/start-refused.ts';
import type { Move } from '#src/workflow/define-move.ts';
import type { MoveVersions } from '#src/workflow/map-track.ts';
import { moveProblems } from '#src/workflow/move-problems.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';

const FOLDER = new URL('../workflows/moves/', import.meta.url);

/** Finds every mapping by itself: each file `workflows/moves/<id>-v<n>-to-v<m>.ts`, by its name without the extension. */
export async function loadMoves(): Promise<ReadonlyMap<string, Move>> {
  const moves = new Map<string, Move>();
  for (const file of (await readdir(FOLDER)).filter((name) => name.endsWith('.ts')).sort()) {
    const { move } = (await import(new URL(file, FOLDER).href)) as { move?: Move };
    if (move === undefined) throw new Error(`workflows/moves/${file} exports no \`move\``);
    if (file !== `${nameOf(move)}.ts`) throw new Error(`workflows/moves/${file} is misnamed`);
    moves.set(nameOf(move), move);
  }
  return moves;
}

/** A mapping and the two versions it is between. Throws `StartRefused` when there is none, or it leaves something open. */
export function versionsOf(
  moves: ReadonlyMap<string, Move>,
  workflows: WorkflowRegistry,
  asked: Pick<Move, 'workflow' | 'from' | 'to'>,
): MoveVersions {
  const move = moves.get(nameOf(asked));
  if (move === undefined) {
    const known = [...moves.keys()].join(', ') || 'none at all';
    throw new StartRefused(`Refused: there is no mapping ${nameOf(asked)}; there is ${known}.`);
  }
  const from = workflows.version(move.workflow, move.from);
  const to = workflows.version(move.workflow, move.to);
  if (from === undefined || to === undefined)
    throw new StartRefused(`Refused: this build has not both versions of ${move.workflow}.`);
  const versions = { move, from, to };
  const problems = moveProblems(versions);
  if (problems.length > 0)
    throw new StartRefused(`Refused: the mapping ${nameOf(move)} is unfit: ${problems.join('; ')}.`);
  return versions;
}

function nameOf({ workflow, from, to }: Pick<Move, 'workflow' | 'from' | 'to'>): string {
  return `${workflow}-v${from}-to-v${to}`;
}
