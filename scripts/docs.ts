import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { loadWorkflows } from '#src/load-workflows.ts';
import { DOCS_FOLDER, renderDocs } from './docs/render-docs.ts';

// Writes docs/workflows from the workflows' definitions: npm run docs. Files that belong to no workflow any more go.
const files = await renderDocs(await loadWorkflows());
await mkdir(DOCS_FOLDER, { recursive: true });
for (const [name, text] of files) await writeFile(new URL(name, DOCS_FOLDER), text);
const left = (await readdir(DOCS_FOLDER)).filter((name) => !files.has(name));
for (const name of left) await rm(new URL(name, DOCS_FOLDER));
console.log(`docs/workflows: ${files.size} files written, ${left.length} removed`);
