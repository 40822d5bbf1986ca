// Installs what is missing. Plain JavaScript for the Node a person happens to have (20 or later), no dependency.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, 'node_modules/.haolin-setup.json');
const OLDEST_NODE = 20;
// A cold install takes 20 s here; fifteen minutes is a very slow line, after that something is wrong.
const LOCK_TIMEOUT_MS = 900_000;
const LOCK_STEP_MS = 250;

/** Something a person must put right; the message is all she needs. */
export class SetupRefused extends Error {}

/**
 * Brings node_modules to what package-lock.json says; does nothing when it is. With `dev`, what the tests need
 * too. Of two launchers at once one installs and the other waits.
 */
export async function setUp({ dev }) {
  refuseOldNode();
  if (isInstalled(dev)) return;
  await withLock(join(ROOT, '.data/setup.lock'), async () => {
    if (isInstalled(dev)) return;
    await install(dev);
    writeStamp(dev);
  });
}

/** Runs a launcher: prints a refusal as a sentence, anything else with its stack. */
export async function runLauncher(launch) {
  try {
    await launch();
  } catch (error) {
    console.error(error instanceof SetupRefused ? error.message : error);
    process.exitCode = 1;
  }
}

function refuseOldNode() {
  const major = Number.parseInt(process.versions.node, 10);
  if (major >= OLDEST_NODE) return;
  throw new SetupRefused(
    `This is Node ${process.versions.node}; Haolin needs Node ${OLDEST_NODE} or later to install itself (https://nodejs.org).`,
  );
}

function isInstalled(dev) {
  const wanted = stampOf(dev);
  const found = readJson(STAMP);
  if (found !== null) {
    if (found.platform !== wanted.platform) return false;
    if (found.lock === wanted.lock && (found.dev || !dev)) return true;
  }
  // Perhaps installed by hand (`npm ci`): compare what npm noted with what the lock asks for, and remember the answer.
  if (!matchesLock(dev)) return false;
  writeStamp(dev);
  return true;
}

function matchesLock(dev) {
  const installed = readJson(join(ROOT, 'node_modules/.package-lock.json'))?.packages;
  if (installed === undefined) return false;
  const wanted = readJson(join(ROOT, 'package-lock.json'))?.packages ?? {};
  return Object.entries(wanted).every(([path, entry]) => {
    // Optional ones depend on the machine; one that is missed says so itself, and how to get it.
    if (path === '' || entry.optional || entry.devOptional || (entry.dev && !dev)) return true;
    return installed[path]?.version === entry.version;
  });
}

function stampOf(dev) {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  return { lock, platform: `${process.platform}-${process.arch}`, dev };
}

function writeStamp(dev) {
  try {
    writeFileSync(STAMP, `${JSON.stringify(stampOf(dev))}\n`);
  } catch {
    // A read-only node_modules cannot be marked: then the comparison is made again at each start.
  }
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** No install scripts: nothing that was downloaded runs before it is used. */
async function install(dev) {
  console.error('Installing what is missing (npm ci; about half a minute the first time) …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  if (dev) args.push('--include=dev');
  // Started by npm, we use that very npm; otherwise the one on the path.
  const npmScript = process.env.npm_execpath;
  const isNpm = npmScript !== undefined && /npm-cli\.c?js$/.test(npmScript) && existsSync(npmScript);
  const [command, first] = isNpm ? [process.execPath, [npmScript]] : ['npm', []];
  const child = spawn(command, [...first, ...args], {
    cwd: ROOT,
    // Its table of what it installed belongs to the log of a failure, not before our own first line.
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: !isNpm && process.platform === 'win32',
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(new SetupRefused(`npm cannot be started (${error.message}): install npm 10 or later.`)),
    );
    child.once('exit', resolve);
  });
  if (code !== 0) {
    throw new SetupRefused(
      `npm ci failed (exit code ${code}; its words are above). With the network there, run it again.`,
    );
  }
}

export async function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o711 });
  const endMs = performance.now() + LOCK_TIMEOUT_MS;
  for (let hasTold = false; !takeLock(path); hasTold = true) {
    if (performance.now() > endMs)
      throw new SetupRefused(`Another set-up seems to run. If none does, remove ${path}.`);
    if (!hasTold) console.error('Another process is setting up; waiting for it …');
    await sleep(LOCK_STEP_MS);
  }
  try {
    await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** The file appears with its content, the holder's process id; a dead holder's is moved away by exactly one. */
function takeLock(path) {
  const own = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    removeIfDead(path, own);
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

function removeIfDead(path, own) {
  try {
    if (isAlive(Number(readFileSync(path, 'utf8')))) return;
    renameSync(path, `${own}.dead`);
    const moved = Number(readFileSync(`${own}.dead`, 'utf8'));
    // Between looking and moving a live one may have taken its place: give it back.
    if (isAlive(moved)) linkSync(`${own}.dead`, path);
  } catch (error) {
    // ENOENT: it was removed meanwhile. EEXIST: the next one is there already. Either way we look again.
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(`${own}.dead`, { force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runLauncher(() => setUp({ dev: true }));
}
