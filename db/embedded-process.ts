import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Has the process ended? One that ended but was not yet collected by its parent (a zombie) has. */
export function isGone(pid: number): boolean {
  return !isNumberTaken(pid) || isZombie(pid);
}

/** Does the system still know a process of this number, be it a zombie? */
export function isNumberTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The state follows the name, which is in parentheses and may itself hold some.
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return true;
  }
}

/** Looks again every few milliseconds until the condition holds (true) or the time is over (false). */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  options: { readonly timeoutMs: number; readonly stepMs?: number },
): Promise<boolean> {
  const end = performance.now() + options.timeoutMs;
  while (!(await condition())) {
    if (performance.now() > end) return false;
    await sleep(options.stepMs ?? 10);
  }
  return true;
}
