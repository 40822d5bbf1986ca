// Runs a program under the Node this project was tested with. Plain JavaScript for Node 20 or later.
import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupRefused } from './setup.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST = [24, 7];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs `node args…` and ends as it ends: the same exit code or signal. Signals to us are passed on, except a
 * Ctrl-C at a terminal, which the program receives from the terminal itself.
 */
export async function runNode(args) {
  const child = spawn(findNode(), args, { cwd: ROOT, stdio: 'inherit' });
  const passOn = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, passOn);
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (...outcome) => resolve(outcome));
  });
  for (const name of SIGNALS) process.off(name, passOn);
  return { code, signal };
}

/** Ends this process as another one ended. */
export function endAs({ code, signal }) {
  if (signal === null) process.exitCode = code;
  else process.kill(process.pid, signal);
}

/** The Node that npm installed here, if it runs on this machine; otherwise our own, if recent enough. */
function findNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const installed = join(ROOT, 'node_modules', `node-${system}-${process.arch}`, 'bin', name);
  if (spawnSync(installed, ['--version'], { timeout: 10_000 }).status === 0) return installed;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return process.execPath;
  throw new SetupRefused(
    `npm has no Node for this machine (${process.platform} ${process.arch}), and this is Node ${process.versions.node}: ` +
      `install Node ${OLDEST.join('.')} or later (https://nodejs.org).`,
  );
}
