import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Checkout, launch, makeCheckout } from '#test/support/checkout.ts';

const NEEDS_REDIS = "import { hasRedis } from '#test/support/redis.ts';";
const NEEDS_BROWSER = "import { hasBrowser } from '#test/support/browser.ts';";

describe('npm test', () => {
  it('hands its arguments to the test runner and ends as that ends', async () => {
    await using checkout = await makeTested();
    const { code, output } = await launch(checkout, 'test.mjs', ['test/a.test.ts', '--reporter=dot']).ended;
    expect(output).toContain('ran run test/a.test.ts --reporter=dot');
    expect(code).toBe(5);
  });

  it('names what was left out for want of a program, and how to get it; nothing when all is required', async () => {
    await using checkout = await makeTested();
    const env = { PATH: join(checkout.path, 'no-programs') };
    const { output } = await launch(checkout, 'test.mjs', [], { env }).ended;
    const leftOut = output.split('\n').filter((line) => line.startsWith('Left out'));
    expect(leftOut).toEqual([
      'Left out: what needs redis-server in test/queue.test.ts (Debian/Ubuntu: apt-get install redis-server; macOS: brew install redis).',
      'Left out: what needs chromium in test/page.test.ts (Debian/Ubuntu: apt-get install chromium fonts-noto-cjk).',
    ]);
    const named = await launch(checkout, 'test.mjs', ['test/a.test.ts'], { env }).ended;
    expect(named.output).not.toContain('Left out');
    const required = await launch(checkout, 'test.mjs', [], { env: { ...env, HAOLIN_REQUIRE_ALL: '1' } })
      .ended;
    expect(required.output).not.toContain('Left out');
  });
});

describe('the last line of a run of everything', () => {
  const passed = { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'skipped' }] };
  const failed = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };
  const unloaded = { status: 'failed', assertionResults: [] };

  it.each([
    { what: 'all passed', results: [passed], steps: [], line: '1 passed, 0 failed', code: 0 },
    {
      what: 'a test failed',
      results: [passed, failed],
      steps: ['tests'],
      line: '2 passed, 1 failed',
      code: 1,
    },
    {
      what: 'a file did not load',
      results: [passed, unloaded],
      steps: ['tests'],
      line: '1 passed, 1 failed',
      code: 1,
    },
    { what: 'the runner broke', results: [passed], steps: ['tests'], line: '1 passed, 1 failed', code: 1 },
    {
      what: 'lint and types failed',
      results: [passed],
      steps: ['lint', 'types'],
      line: '1 passed, 2 failed',
      code: 1,
    },
    { what: 'nothing ran', results: [], steps: [], line: '0 passed, 0 failed', code: 1 },
    {
      what: 'all were skipped',
      results: [{ status: 'passed', assertionResults: [] }],
      steps: [],
      line: '0 passed, 0 failed',
      code: 1,
    },
  ])('counts the report: $what', async ({ results, steps, line, code }) => {
    await using checkout = await makeCheckout();
    const report = join(checkout.path, 'report.json');
    await writeFile(report, JSON.stringify({ testResults: results }));
    const outcome = await launch(checkout, 'sum-up-tests.mjs', [report, ...steps]).ended;
    expect(outcome.output.trim().split('\n').at(-1)).toBe(line);
    expect(outcome.code).toBe(code);
  });

  it('fails when there is no report', async () => {
    await using checkout = await makeCheckout();
    const outcome = await launch(checkout, 'sum-up-tests.mjs', ['/nowhere/report.json', 'tests']).ended;
    expect(outcome.output.trim().split('\n').at(-1)).toBe('0 passed, 1 failed');
    expect(outcome.code).toBe(1);
  });
});

/** A checkout that is set up, with a runner that says how it was called. */
async function makeTested(): Promise<Checkout> {
  const checkout = await makeCheckout();
  await launch(checkout, 'setup.mjs').ended;
  await checkout.write(
    'node_modules/vitest/vitest.mjs',
    "console.log('ran', ...process.argv.slice(2)); process.exitCode = 5;",
  );
  await checkout.write('test/a.test.ts', '');
  await checkout.write('test/queue.test.ts', NEEDS_REDIS);
  await checkout.write('test/page.test.ts', NEEDS_BROWSER);
  return checkout;
}
