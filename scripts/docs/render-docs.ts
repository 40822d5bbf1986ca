import { readdir, readFile } from 'node:fs/promises';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import { composePicture } from './compose-picture.ts';
import { drawPicture } from './draw-picture.ts';
import type { Drawing } from './shapes.ts';
import type { WorkflowSource } from './page-facts.ts';
import { writeIndex, writePage } from './write-page.ts';

/** Where pages and pictures live. */
export const DOCS_FOLDER = new URL('../../docs/workflows/', import.meta.url);

const WORKFLOWS = new URL('../../workflows/', import.meta.url);

/** How a picture is laid out; a test looks over its shoulder. */
type Compose = (workflow: Workflow) => Promise<Drawing>;

/**
 * Every page and picture by its file name: `<id>.md` and `<id>.svg` of each workflow, `<id>.v<n>.svg` of a version that
 * cases may still be pinned to, and the index. The same definitions give the same bytes.
 */
export async function renderDocs(
  workflows: WorkflowRegistry,
  compose: Compose = composePicture,
): Promise<ReadonlyMap<string, string>> {
  const latest = [...workflows.ids()].sort().flatMap((id) => workflows.latest(id) ?? []);
  const files = new Map([['README.md', writeIndex(latest)]]);
  for (const workflow of latest) {
    const { id } = workflow;
    files.set(`${id}.md`, writePage(workflow, await sourceOf(id)));
    files.set(`${id}.svg`, drawPicture(workflow, await compose(workflow)));
    for (const retired of retiredOf(workflows, workflow))
      files.set(`${id}.v${retired.version}.svg`, drawPicture(retired, await compose(retired)));
  }
  return files;
}

function retiredOf(workflows: WorkflowRegistry, { id, version }: Workflow): Workflow[] {
  return Array.from({ length: version - 1 }, (_, index) => index + 1).flatMap(
    (older) => workflows.version(id, older) ?? [],
  );
}

async function sourceOf(id: string): Promise<WorkflowSource> {
  const main = await readFile(new URL(`${id}.ts`, WORKFLOWS), 'utf8');
  const folder = new URL(`${id}/`, WORKFLOWS);
  const parts = await Promise.all(
    (await partsOf(folder)).map((file) => readFile(new URL(file, folder), 'utf8')),
  );
  return { main, all: [main, ...parts].join('\n') };
}

/** A small workflow is one file and has no folder. */
async function partsOf(folder: URL): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
