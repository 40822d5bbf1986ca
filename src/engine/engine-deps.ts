import type { Db, Pool } from '#db/connect.ts';
import type { Vault } from '#src/vault/vault.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import type { Bell } from './engine.ts';
import type { Fault } from './fault-points.ts';
import type { LiveCalendar } from './live-calendar.ts';

/** All the engine touches. `drawId` gives random ids; `ring` may lose what it is given. */
export type EngineDeps = {
  readonly pool: Pool;
  readonly db: Db;
  readonly vault: Vault;
  readonly workflows: WorkflowRegistry;
  readonly calendar: LiveCalendar;
  readonly drawId: () => string;
  readonly ring: (bell: Bell) => void;
  readonly fault: Fault;
};
