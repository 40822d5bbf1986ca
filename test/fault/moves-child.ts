// The command that moves tracks, on a database of the tests: `node moves-child.ts check|apply url`.
import { connect } from '#db/connect.ts';
import { FIRST_TRACK } from '#src/engine/move-tracks.ts';
import { loadMoves, versionsOf } from '#src/load-moves.ts';
import { loadWorkflows } from '#src/load-workflows.ts';
import { runMoves } from '#scripts/moves/run-moves.ts';

const [action = '', url = ''] = process.argv.slice(2);
if (action !== 'check' && action !== 'apply') throw new Error(`no such action: ${action}`);
const workflows = await loadWorkflows();
const versions = versionsOf(await loadMoves(), workflows, { workflow: 'shelter', from: 1, to: 2 });
await using connection = connect(url, { maxConnections: 2 });
const order = { action, range: { after: FIRST_TRACK, limit: 1_000_000 }, json: true } as const;
const behind = await runMoves(order, { pool: connection.pool, workflows, versions }, (line) =>
  console.log(line),
);
process.exitCode = behind > 0 ? 1 : 0;
