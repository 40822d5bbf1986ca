import { readdir } from 'node:fs/promises';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';

const FOLDER = new URL('../workflows/', import.meta.url);

/**
 * Finds every workflow by itself: each file `workflows/<id>.ts`, and each version that cases may still be pinned to,
 * `workflows/retired/<id>.v<n>.ts`. Throws when a file is not what its name says, or when there is none at all.
 */
export async function loadWorkflows(): Promise<WorkflowRegistry> {
  const latest = new Map<string, Workflow>();
  const versions = new Map<string, Workflow>();
  for (const file of await filesIn(FOLDER)) {
    const workflow = await load(new URL(file, FOLDER), file);
    if (file !== `${workflow.id}.ts`) throw new Error(`workflows/${file} defines ${workflow.id}`);
    latest.set(workflow.id, workflow);
    versions.set(keyOf(workflow.id, workflow.version), workflow);
  }
  const retired = new URL('retired/', FOLDER);
  for (const file of await filesIn(retired)) {
    const workflow = await load(new URL(file, retired), file);
    if (file !== `${workflow.id}.v${workflow.version}.ts`)
      throw new Error(`workflows/retired/${file} is misnamed`);
    versions.set(keyOf(workflow.id, workflow.version), workflow);
  }
  if (latest.size === 0) throw new Error(`no workflow in ${FOLDER.pathname}`);
  return {
    ids: () => [...latest.keys()],
    latest: (id) => latest.get(id),
    version: (id, version) => versions.get(keyOf(id, version)),
  };
}

async function filesIn(folder: URL): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function load(url: URL, file: string): Promise<Workflow> {
  const module = (await import(url.href)) as { workflow?: Workflow };
  if (module.workflow === undefined) throw new Error(`${file} exports no \`workflow\``);
  return module.workflow;
}

function keyOf(id: string, version: number): string {
  return `${id}@${version}`;
}
