// npm run console: builds the console (web/) into web/dist when what it is made of has changed. The launchers call it.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { ROOT, runNode } from './run-node.mjs';
import { runLauncher, SetupRefused, setUp, withLock } from './setup.mjs';

const SELF = fileURLToPath(import.meta.url);
const WEB = join(ROOT, 'web');
const DIST = join(WEB, 'dist');
const STAMP = join(DIST, '.built-from');
const COMPRESSED = /\.(js|css|svg|html)$/;
// A page that was loaded before still asks for the files it was made with.
const KEPT_MS = 7 * 24 * 3_600_000;

/** Builds when there is no build of these very sources. What the build needs is installed first. */
export async function buildConsole() {
  if (isBuilt()) return;
  await setUp({ dev: true });
  await withLock(join(ROOT, '.data/console.lock'), async () => {
    if (isBuilt()) return;
    console.error('Building the console …');
    // In a process of its own: the tools ask for a newer Node than a launcher does.
    const { code } = await runNode([SELF, '--now']);
    if (code !== 0) throw new SetupRefused('The console could not be built; its words are above.');
  });
}

/** For a start: an API without its pages is better than none, and it says in their place how to build them. */
export async function buildConsoleIfPossible() {
  try {
    await buildConsole();
  } catch (error) {
    const state = existsSync(join(DIST, 'index.html')) ? 'as it was built before' : 'missing';
    console.error(error instanceof SetupRefused ? error.message : error, `The console is ${state}.`);
  }
}

/** A checkout without `web/` (an image) has nothing to build. */
function isBuilt() {
  if (!existsSync(join(WEB, 'vite.config.ts'))) return true;
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digestOfSources();
}

async function buildNow() {
  // What is built is what was there when it began; a change meanwhile is built the next time.
  const digest = digestOfSources();
  const { build } = await import('vite');
  const { output } = await build({ configFile: join(WEB, 'vite.config.ts'), logLevel: 'warn' });
  const built = [...output.map(({ fileName }) => join(DIST, fileName)), ...copiesOf(join(WEB, 'public'))];
  for (const path of built) compress(path);
  const kept = new Set(built.flatMap((path) => [path, `${path}.br`, `${path}.gz`]));
  const nowMs = statSync(join(DIST, 'index.html')).mtimeMs;
  for (const path of filesOf(DIST)) {
    if (!kept.has(path) && nowMs - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { force: true });
  }
  writeFileSync(STAMP, digest);
}

/** Of every source file's name and bytes, and of the versions it is built with. */
function digestOfSources() {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const path of filesOf(WEB).sort()) {
    hash.update(path.slice(WEB.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path === DIST ? [] : filesOf(path);
    return [path];
  });
}

/** What the build copies as it is. */
function copiesOf(folder) {
  return filesOf(folder).map((path) => join(DIST, path.slice(folder.length)));
}

/** Once, here, at the highest level: an answer then costs no compression. */
function compress(path) {
  if (!COMPRESSED.test(path)) return;
  const bytes = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await runLauncher(process.argv[2] === '--now' ? buildNow : buildConsole);
