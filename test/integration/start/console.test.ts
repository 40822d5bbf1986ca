import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Checkout, launch, makeCheckout } from '#test/support/checkout.ts';

const BUILDING = 'Building the console';
const LONG_AGO_SECONDS = 1_000_000_000;
const STARTED = "console.log('started'); process.exitCode = 7;";
/** Stands for the build tool: says that it ran, and makes a page and a script named by the sources. */
const VITE = `import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
export async function build({ configFile }) {
  const web = dirname(configFile);
  const main = readFileSync(join(web, 'main.tsx'), 'utf8');
  if (main.includes('wrong')) throw new Error('a mistake in the sources');
  mkdirSync(join(web, 'dist/assets'), { recursive: true });
  const fileName = 'assets/index-' + main.trim() + '.js';
  writeFileSync(join(web, 'dist', fileName), main);
  writeFileSync(join(web, 'dist/index.html'), '<script src="' + fileName + '">');
  console.log('built ' + main.trim());
  return { output: [{ fileName }, { fileName: 'index.html' }] };
}`;

describe('the console', () => {
  it('is built when npm start finds none, not a second time, and again when its sources changed', async () => {
    await using checkout = await makeConsole();
    expect(await start(checkout)).toMatch(/Building the console[^]*built one[^]*started/);
    expect(await start(checkout)).not.toContain(BUILDING);
    await checkout.write('web/main.tsx', 'two');
    expect(await start(checkout)).toMatch(/Building the console[^]*built two[^]*started/);
    expect(await start(checkout)).not.toContain(BUILDING);
  });

  it('lies there compressed as well; what an open page was made with stays for a week', async () => {
    await using checkout = await makeConsole();
    await start(checkout);
    await checkout.write('web/main.tsx', 'two');
    await start(checkout);
    expect(await assetsOf(checkout)).toEqual(['one', 'one.br', 'one.gz', 'two', 'two.br', 'two.gz']);
    for (const end of ['', '.br', '.gz']) {
      await utimes(
        join(checkout.path, `web/dist/assets/index-one.js${end}`),
        LONG_AGO_SECONDS,
        LONG_AGO_SECONDS,
      );
    }
    await checkout.write('web/main.tsx', 'three');
    await start(checkout);
    expect(await assetsOf(checkout)).not.toContain('one');
    expect(await assetsOf(checkout)).toContain('two');
  });

  it('is built once when three start at once, and all of them run', async () => {
    await using checkout = await makeConsole();
    const all = await Promise.all([1, 2, 3].map(() => launch(checkout, 'start.mjs').ended));
    expect(all.map(({ code }) => code)).toEqual([7, 7, 7]);
    expect(all.filter(({ output }) => output.includes('built one'))).toHaveLength(1);
  });

  it('is not asked for by the worker', async () => {
    await using checkout = await makeConsole();
    await checkout.write('src/main-worker.ts', STARTED);
    expect((await launch(checkout, 'start.mjs', ['worker']).ended).output).not.toContain(BUILDING);
  });

  it('that cannot be built does not keep the API from starting, and the older one is served', async () => {
    await using checkout = await makeConsole();
    await start(checkout);
    await checkout.write('web/main.tsx', 'wrong');
    expect(await start(checkout)).toMatch(
      /could not be built; its words are above\. The console is as it was built before\.[^]*started/,
    );
    expect(await readFile(join(checkout.path, 'web/dist/index.html'), 'utf8')).toContain('index-one.js');
    const { code } = await launch(checkout, 'build-console.mjs').ended;
    expect(code).toBe(1);
  });

  it('that was built needs nothing of what built it: without the tools, it starts as it is', async () => {
    await using checkout = await makeConsole();
    await start(checkout);
    await checkout.write('node_modules/vite/index.js', 'throw new Error("the tools are gone")');
    expect(await start(checkout)).toMatch(/^started$/m);
    expect(await start(checkout)).not.toContain(BUILDING);
  });

  it('is not looked for where there are no sources of it, as in an image', async () => {
    await using checkout = await makeCheckout();
    await checkout.write('src/main-all.ts', STARTED);
    expect(await start(checkout)).not.toContain('onsole');
  });
});

/** A checkout that is set up, with a console of one file and a tool that builds it. */
async function makeConsole(): Promise<Checkout> {
  const checkout = await makeCheckout();
  await checkout.write('src/main-all.ts', STARTED);
  await launch(checkout, 'setup.mjs').ended;
  await checkout.write('web/vite.config.ts', '');
  await checkout.write('web/main.tsx', 'one');
  await checkout.write('node_modules/vite/package.json', '{"name":"vite","type":"module","main":"index.js"}');
  await writeFile(join(checkout.path, 'node_modules/vite/index.js'), VITE);
  return checkout;
}

async function start(checkout: Checkout): Promise<string> {
  const { code, output } = await launch(checkout, 'start.mjs').ended;
  expect(code, output).toBe(7);
  return output;
}

async function assetsOf(checkout: Checkout): Promise<string[]> {
  const names = await readdir(join(checkout.path, 'web/dist/assets'));
  return names.map((name) => name.replace('index-', '').replace('.js', '')).toSorted();
}
