import { readFile } from 'node:fs/promises';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { listStates } from '#src/workflow/list-states.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import { StartRefused } from '#src/base/start-refused.ts';
import { readPicture, type WorkflowPicture, type WorkflowPictures } from '#src/http/workflow-picture.ts';

const FOLDER = new URL('../docs/workflows/', import.meta.url);

/**
 * Reads the picture of every workflow, and of every version that cases may still be pinned to. Throws `StartRefused` when
 * one is missing or lacks a state: whoever starts the product learns it, not who asks for a picture.
 */
export async function loadPictures(workflows: WorkflowRegistry, folder = FOLDER): Promise<WorkflowPictures> {
  const pictures = new Map<string, WorkflowPicture>();
  for (const id of workflows.ids()) {
    const latest = workflows.latest(id);
    if (latest === undefined) continue;
    pictures.set(`${id}@${latest.version}`, await load(latest, new URL(`${id}.svg`, folder)));
    for (let version = 1; version < latest.version; version += 1) {
      const retired = workflows.version(id, version);
      if (retired === undefined) continue;
      pictures.set(`${id}@${version}`, await load(retired, new URL(`${id}.v${version}.svg`, folder)));
    }
  }
  return (id, version) => pictures.get(`${id}@${version}`);
}

async function load(workflow: Workflow, url: URL): Promise<WorkflowPicture> {
  const name = url.pathname.split('/').slice(-3).join('/');
  const picture = readPicture(await textOf(url, name));
  const missing = listStates(workflow).filter(({ path }) => !picture.states.has(path));
  if (missing.length === 0) return picture;
  const paths = missing.map(({ path }) => path).join(', ');
  throw new StartRefused(`${name} lacks ${paths} of ${workflow.id}; npm run docs draws it anew.`);
}

async function textOf(url: URL, name: string): Promise<string> {
  try {
    return await readFile(url, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartRefused(`The picture ${name} cannot be read (${code}); npm run docs draws it.`, {
      cause: error,
    });
  }
}
