import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { loadWorkflows } from '#src/load-workflows.ts';
import { printApiTypes } from './docs/api-types.ts';
import { describeApi } from './docs/describe-api.ts';
import { DOCS_FOLDER, renderDocs } from './docs/render-docs.ts';

// Writes docs/workflows from the workflows' definitions, and the console's types from the API's description: npm run
// docs. Files that belong to no workflow any more go.
const API_TYPES = new URL('../web/api/paths.gen.ts', import.meta.url);

const files = await renderDocs(await loadWorkflows());
await mkdir(DOCS_FOLDER, { recursive: true });
for (const [name, text] of files) await writeFile(new URL(name, DOCS_FOLDER), text);
const left = (await readdir(DOCS_FOLDER)).filter((name) => !files.has(name));
for (const name of left) await rm(new URL(name, DOCS_FOLDER));
console.log(`docs/workflows: ${files.size} files written, ${left.length} removed`);
await writeFile(API_TYPES, printApiTypes(await describeApi()));
console.log('web/api/paths.gen.ts: written');
