import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { LoadedWorkflow } from './workflow-checks.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Every workflow of the product, retired versions too, found by looking and not by a list. */
export async function loadEveryWorkflow(): Promise<LoadedWorkflow[]> {
  const files = globSync(['workflows/*.ts', 'workflows/retired/*.ts'], { cwd: ROOT }).sort();
  return Promise.all(
    files.map(async (path) => {
      const { workflow } = (await import(pathToFileURL(join(ROOT, path)).href)) as { workflow: Workflow };
      return { file: basename(path, '.ts').replace(/\.v\d+$/, ''), workflow };
    }),
  );
}
