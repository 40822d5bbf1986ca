import { randomInt } from 'node:crypto';
import { rmSync, readdirSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbedded, untilEnded } from './embedded-process.ts';
const dir = '/tmp/haolin/ground/stress'; const left: string[] = [];
for (let i = 0; i < 12; i++) {
  rmSync(dir, { recursive: true, force: true, maxRetries: 10 });
  for (let k = 0; k < 4; k++) {
    const c = spawn(process.execPath, [import.meta.dirname + '/embedded-child.ts', dir], { stdio: ['pipe','ignore','ignore'] });
    await sleep(randomInt(150, 900)); c.kill('SIGKILL'); await untilEnded(c);
  }
  const p = await startEmbedded(dir);
  if (!p.url) { console.log('REFUSED', p.refused); process.exit(1); }
  left.push(readdirSync(dir + '/postgres').filter((n) => n.startsWith('unf')).length + '');
  p.child.kill('SIGTERM'); await untilEnded(p.child);
}
console.log('ok', left.join(' '));
