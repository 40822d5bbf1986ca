import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { waitUntil } from '#db/embedded-process.ts';
import { type Launched, launch, makeCheckout, pretendNode } from '#test/support/checkout.ts';

const INSTALLING = 'Installing what is missing';
const SAYS_HOW_IT_RUNS = `console.log(JSON.stringify({ node: process.versions.node, args: process.argv.slice(2) }));
process.exitCode = 7;`;

describe('npm start', () => {
  it('on a fresh checkout installs itself, then runs the product under its own Node, with its arguments', async () => {
    await using checkout = await makeCheckout();
    await checkout.write('src/main-all.ts', SAYS_HOW_IT_RUNS);
    const { code, output } = await launch(checkout, 'start.mjs', ['--no-demo']).ended;
    expect(output).toContain(INSTALLING);
    expect(output).toContain('{"node":"24.');
    expect(output).toContain('"args":["--no-demo"]}');
    expect(code).toBe(7);
  });

  it('installs only what is missing: not the second time, but again when the lock changed', async () => {
    await using checkout = await makeCheckout();
    await checkout.write('src/main-all.ts', SAYS_HOW_IT_RUNS);
    const installs = async () => (await launch(checkout, 'start.mjs').ended).output.includes(INSTALLING);
    expect(await installs()).toBe(true);
    expect(await installs()).toBe(false);
    await checkout.writeLock('1.0.1');
    expect(await installs()).toBe(true);
    expect(await installs()).toBe(false);
  });

  it('leaves alone what was installed by hand', async () => {
    await using checkout = await makeCheckout();
    await checkout.write('src/main-all.ts', SAYS_HOW_IT_RUNS);
    await checkout.npm('ci').ended;
    expect((await launch(checkout, 'start.mjs').ended).output).not.toContain(INSTALLING);
    await checkout.writeLock('1.0.1');
    await checkout.npm('ci').ended;
    expect((await launch(checkout, 'start.mjs').ended).output).not.toContain(INSTALLING);
  });

  it('three times at once: one installs, the others wait, all run', async () => {
    await using checkout = await makeCheckout();
    await checkout.write('src/main-all.ts', SAYS_HOW_IT_RUNS);
    const all = await Promise.all([1, 2, 3].map(() => launch(checkout, 'start.mjs').ended));
    expect(all.map(({ code }) => code)).toEqual([7, 7, 7]);
    expect(all.filter(({ output }) => output.includes(INSTALLING))).toHaveLength(1);
  });

  it('takes over from a launcher that was killed while it installed', async () => {
    await using checkout = await makeCheckout();
    await checkout.write('src/main-all.ts', SAYS_HOW_IT_RUNS);
    const dead = launch(checkout, 'start.mjs', ['no-such-part']);
    await dead.ended;
    await checkout.write('.data/setup.lock', String(dead.child.pid));
    expect((await launch(checkout, 'start.mjs').ended).code).toBe(7);
  });

  it('says that the set-up failed when npm cannot install', async () => {
    await using checkout = await makeCheckout();
    await writeFile(join(checkout.path, 'package-lock.json'), '{}');
    const { code, output } = await launch(checkout, 'start.mjs').ended;
    expect(output).toMatch(/npm ci failed \(exit code \d+; its words are above\)/);
    expect(code).toBe(1);
  });

  it('refuses a Node that is too old to install it, in a sentence', async () => {
    await using checkout = await makeCheckout();
    const { code, output } = await launch(checkout, 'start.mjs', [], { nodeArgs: pretendNode('18.20.0') })
      .ended;
    expect(output.trim()).toBe(
      'This is Node 18.20.0; Haolin needs Node 20 or later to install itself (https://nodejs.org).',
    );
    expect(code).toBe(1);
  });

  it('where npm has no Node for the machine, uses the one at hand if it is recent enough', async () => {
    await using checkout = await makeCheckout();
    await checkout.write('src/main-all.ts', SAYS_HOW_IT_RUNS);
    await checkout.write('package.json', '{"name":"checkout","version":"1.0.0","type":"module"}');
    const packages = { '': { name: 'checkout', version: '1.0.0' } };
    await checkout.write('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages }));
    expect((await launch(checkout, 'start.mjs').ended).code).toBe(7);
    const { code, output } = await launch(checkout, 'start.mjs', [], { nodeArgs: pretendNode('22.11.0') })
      .ended;
    expect(output).toMatch(
      /npm has no Node for this machine .* this is Node 22\.11\.0: install Node 24\.7 or later/,
    );
    expect(code).toBe(1);
  });
});

const ENDS_IN_ORDER = `process.on('SIGTERM', () => { console.log('ended in order'); process.exit(3); });
setInterval(() => {}, 1000);
console.log('ready');`;

describe('a signal', () => {
  it('to the launcher reaches the product, and the launcher ends as the product ends', async () => {
    await using checkout = await makeCheckout();
    await checkout.write('src/main-all.ts', ENDS_IN_ORDER);
    const launched = await untilReady(launch(checkout, 'start.mjs'));
    launched.child.kill('SIGTERM');
    expect(await launched.ended).toMatchObject({ code: 3, signal: null });
  });

  it('that ends the product ends the launcher by the same signal', async () => {
    await using checkout = await makeCheckout();
    await checkout.write('src/main-worker.ts', "setInterval(() => {}, 1000); console.log('ready');");
    const launched = await untilReady(launch(checkout, 'start.mjs', ['worker']));
    launched.child.kill('SIGTERM');
    expect(await launched.ended).toMatchObject({ code: null, signal: 'SIGTERM' });
  });

  it('to npm ends the product in order before npm ends', async () => {
    await using checkout = await makeCheckout();
    await checkout.write('src/main-all.ts', ENDS_IN_ORDER);
    const launched = await untilReady(checkout.npm('start'));
    launched.child.kill('SIGTERM');
    const { code, output } = await launched.ended;
    expect(output).toContain('ended in order');
    expect(code).toBe(3);
  });

  it.each(['the launcher', 'npm'])(
    'that kills %s outright still lets the product end in order',
    async (who) => {
      await using checkout = await makeCheckout();
      await checkout.write('src/main-all.ts', ENDS_IN_ORDER);
      const launched = await untilReady(
        who === 'npm' ? checkout.npm('start') : launch(checkout, 'start.mjs'),
      );
      launched.child.kill('SIGKILL');
      // The pipes close when the last process that writes to them is gone.
      expect((await launched.ended).output).toContain('ended in order');
    },
  );
});

async function untilReady(launched: Launched): Promise<Launched> {
  const isReady = await waitUntil(() => launched.output().includes('ready'), { timeoutMs: 15_000 });
  if (!isReady) throw new Error(`not ready: ${launched.output()}`);
  return launched;
}
