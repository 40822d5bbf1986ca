import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Config, readConfig, warningsOf } from '#src/config/config.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');

describe('the configuration', () => {
  it('has defaults for one machine and for trying out', () => {
    expect(readConfig({ PATH: '/bin', HOME: '/somewhere' }, [])).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      redisUrl: null,
      queue: 'postgres',
      dataDir: resolve(import.meta.dirname, '../../../.data'),
      masterKey: null,
      demo: true,
      logLevel: 'info',
      metricsPort: null,
      trustedProxies: [],
      publicUrlSecure: false,
    } satisfies Config);
  });

  it('takes every setting from the environment, and cannot be changed afterwards', () => {
    const config = readConfig(
      {
        PORT: '0',
        HOST: '::1',
        DATABASE_URL: 'postgres://haolin:secret@db/haolin',
        REDIS_URL: 'rediss://cache:6380',
        DATA_DIR: '/var/haolin 数据',
        HAOLIN_MASTER_KEY: KEY,
        HAOLIN_DEMO: 'on',
        LOG_LEVEL: 'warn',
        METRICS_PORT: '9400',
        TRUSTED_PROXIES: '10.0.0.7,fd00::/8',
        SECURE_COOKIES: 'on',
      },
      [],
    );
    expect(config).toEqual({
      port: 0,
      host: '::1',
      databaseUrl: 'postgres://haolin:secret@db/haolin',
      redisUrl: 'rediss://cache:6380',
      queue: 'redis',
      dataDir: '/var/haolin 数据',
      masterKey: KEY,
      demo: true,
      logLevel: 'warn',
      metricsPort: 9400,
      trustedProxies: ['10.0.0.7', 'fd00::/8'],
      publicUrlSecure: true,
    } satisfies Config);
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('takes an empty variable for an absent one, as files of variables write it', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', HAOLIN_MASTER_KEY: '' }, [])).toEqual(readConfig({}, []));
  });

  it('tells all problems at once, by name and expectation, and never a value', () => {
    const wrong = {
      PORT: '65536',
      HOST: 'not a host',
      DATABASE_URL: 'mysql://root:hunter2@db/haolin',
      REDIS_URL: 'hunter2',
      HAOLIN_MASTER_KEY: `${KEY.slice(0, -4)}hunter2`,
      HAOLIN_DEMO: 'hunter2',
      LOG_LEVEL: 'hunter2',
      METRICS_PORT: '-1',
      TRUSTED_PROXIES: 'hunter2',
      SECURE_COOKIES: 'hunter2',
      HAOLIN_MASTERKEY: 'hunter2',
    };
    const message = messageOf(wrong, ['--no-demo', '--password=hunter2']);
    expect(message.split('\n').map((line) => line.slice(0, line.indexOf(' ', 4)))).toEqual([
      'These',
      ...Object.keys(wrong).map((name) => `  - ${name}`),
      '  - argument',
    ]);
    expect(message).toContain('PORT must be a port, 0 to 65535 (0: any free one); default 3000');
    expect(message).toContain('HAOLIN_MASTERKEY is not a setting of this version; known are PORT, ');
    expect(message).toContain('argument 2 is unknown; known are --demo and --no-demo');
    expect(message).not.toContain('hunter2');
  });

  it.each([
    '',
    'x',
    Buffer.alloc(31).toString('base64'),
    Buffer.alloc(33).toString('base64'),
    `${KEY} `,
    KEY.slice(0, -1),
  ])('takes only 32 bytes in base64 for a master key: %j is none', (text) => {
    if (text === '') expect(readConfig({ HAOLIN_MASTER_KEY: text }, []).masterKey).toBeNull();
    else
      expect(messageOf({ HAOLIN_MASTER_KEY: text })).toContain('HAOLIN_MASTER_KEY must be 32 random bytes');
  });

  it('refuses what contradicts itself', () => {
    expect(messageOf({}, ['--demo', '--no-demo'])).toContain('--demo and --no-demo exclude each other');
    expect(messageOf({ METRICS_PORT: '3000' })).toContain('METRICS_PORT must differ from PORT');
  });

  it('knows the variables of the test run, which a server started by a test inherits', () => {
    expect(readConfig({ HAOLIN_REQUIRE_ALL: '1' }, [])).toEqual(readConfig({}, []));
  });
});

describe('demo mode', () => {
  const production = { DATABASE_URL: 'postgres://db/haolin' };

  it.each([
    { env: {}, argv: [], demo: null },
    { env: production, argv: [], demo: null },
    { env: {}, argv: ['--no-demo'], demo: false },
    { env: { HAOLIN_DEMO: 'off' }, argv: [], demo: false },
    { env: { HAOLIN_DEMO: 'off' }, argv: ['--demo'], demo: true },
    { env: production, argv: ['--demo'], demo: true },
    { env: { ...production, HAOLIN_DEMO: 'on' }, argv: [], demo: true },
    { env: { ...production, HAOLIN_DEMO: 'on' }, argv: ['--no-demo'], demo: false },
  ])('with $env and $argv is $demo (null: what the program takes for granted)', ({ env, argv, demo }) => {
    for (const granted of [true, false])
      expect(readConfig(env, argv, { demo: granted }).demo).toBe(demo ?? granted);
  });
});

describe('warnings', () => {
  it('are none on one machine, and name what is open to the network', () => {
    expect(warningsOf(readConfig({}, []))).toEqual([]);
    expect(warningsOf(readConfig({ HOST: 'localhost' }, []))).toEqual([]);
    expect(warningsOf(readConfig({ HOST: '0.0.0.0' }, []))).toEqual([
      expect.stringContaining('demo logins that everybody knows'),
      expect.stringContaining('SECURE_COOKIES=on'),
    ]);
    expect(warningsOf(readConfig({ HOST: '::', SECURE_COOKIES: 'on' }, ['--no-demo']))).toEqual([]);
  });

  it('tell that a database of one’s own would be given demo logins', () => {
    const env = { DATABASE_URL: 'postgres://db/haolin', HAOLIN_MASTER_KEY: KEY };
    expect(warningsOf(readConfig(env, []))).toEqual([expect.stringContaining('--no-demo')]);
    expect(warningsOf(readConfig(env, ['--no-demo']))).toEqual([]);
  });

  it('tell that processes on several machines need the same master key', () => {
    const env = { DATABASE_URL: 'postgres://db/haolin', HAOLIN_DEMO: 'off' };
    expect(warningsOf(readConfig(env, []))).toEqual([expect.stringContaining('HAOLIN_MASTER_KEY')]);
    expect(warningsOf(readConfig({ ...env, HAOLIN_MASTER_KEY: KEY }, []))).toEqual([]);
  });
});

function messageOf(env: Record<string, string>, argv: string[] = []): string {
  try {
    readConfig(env, argv);
  } catch (error) {
    expect((error as Error).name).toBe('StartRefused');
    return (error as Error).message;
  }
  throw new Error('the configuration was accepted');
}
