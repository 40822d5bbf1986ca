// npm run console: builds the console (web/) into web/dist when what it is made of has changed. The launchers call it.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { ROOT } from './run-node.mjs';
import { runLauncher, setUp, withLock } from './setup.mjs';

const WEB = join(ROOT, 'web');
const DIST = join(WEB, 'dist');
const STAMP = join(DIST, '.built-from');
const COMPRESSED = /\.(js|css|svg|html)$/;

/** Builds when there is no build of these very sources. What the build needs is installed first. */
export async function buildConsole() {
  if (isBuilt()) return;
  await setUp({ dev: true });
  await withLock(join(ROOT, '.data/console.lock'), async () => {
    if (isBuilt()) return;
    console.error('Building the console …');
    const { build } = await import('vite');
    await build({ configFile: join(WEB, 'vite.config.ts'), logLevel: 'warn' });
    for (const path of filesOf(DIST)) compress(path);
    writeFileSync(STAMP, digestOfSources());
  });
}

function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digestOfSources();
}

/** Of every source file's name and bytes, and of the versions it is built with. */
function digestOfSources() {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const path of filesOf(WEB)
    .filter((name) => !name.startsWith(DIST))
    .sort()) {
    hash.update(path.slice(WEB.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path === DIST && folder === WEB ? [] : filesOf(path);
    return [path];
  });
}

/** Once, here, at the highest level: an answer then costs no compression. */
function compress(path) {
  if (!COMPRESSED.test(path)) return;
  const bytes = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runLauncher(buildConsole);
