import { Type } from 'typebox';

export const SWITCHES = ['on', 'off'] as const;
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Read by the test run, not by the product; a server started by a test finds them in its environment too. */
export const OF_THE_TEST_RUN: readonly string[] = ['HAOLIN_REQUIRE_ALL'];

const MASTER_KEY_BYTES = 32;

/**
 * Every variable we read, and no other. `description` completes the sentence "NAME must be …", for the message at
 * start and for the table in the README.
 */
export const environmentSchema = Type.Object({
  PORT: Type.Optional(port('a port, 0 to 65535 (0: any free one); default 3000')),
  HOST: Type.Optional(
    Type.String({
      pattern: '^[0-9A-Za-z.:-]+$',
      description: 'an address or host name to listen on; default 127.0.0.1',
    }),
  ),
  DATABASE_URL: Type.Optional(
    url(
      ['postgres:', 'postgresql:'],
      'postgres://user:password@host:port/database; default: a built-in Postgres',
    ),
  ),
  REDIS_URL: Type.Optional(
    url(['redis:', 'rediss:'], 'redis://host:port (rediss:// for TLS); default: no Redis'),
  ),
  DATA_DIR: Type.Optional(Type.String({ description: 'a folder; default .data in the checkout' })),
  HAOLIN_MASTER_KEY: Type.Optional(
    Type.Refine(
      Type.String({
        description:
          '32 random bytes in base64, as `openssl rand -base64 32` prints; default: the file master.key in DATA_DIR',
      }),
      isMasterKey,
    ),
  ),
  HAOLIN_DEMO: Type.Optional(
    Type.Enum([...SWITCHES], {
      description: 'on or off; default: on for npm start, off for its parts apart',
    }),
  ),
  LOG_LEVEL: Type.Optional(
    Type.Enum([...LOG_LEVELS], { description: `one of ${LOG_LEVELS.join(', ')}; default info` }),
  ),
  METRICS_PORT: Type.Optional(port('a port, 0 to 65535, for /metrics on 127.0.0.1; default: not served')),
  TRUSTED_PROXIES: Type.Optional(
    Type.String({
      pattern: '^[0-9A-Fa-f.:/]+(,[0-9A-Fa-f.:/]+)*$',
      description:
        'addresses or networks of the proxies before this server, with commas; default: only one on this machine',
    }),
  ),
  SECURE_COOKIES: Type.Optional(
    Type.Enum([...SWITCHES], { description: 'on when people reach the server over https; default off' }),
  ),
});

/** Is this the base64 of exactly 32 bytes? */
export function isMasterKey(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  // Node ignores what is not base64; writing it back shows whether anything was.
  return bytes.length === MASTER_KEY_BYTES && bytes.toString('base64') === text;
}

function port(description: string) {
  return Type.Refine(Type.String({ pattern: '^\\d{1,5}$', description }), (text) => Number(text) <= 65_535);
}

function url(protocols: readonly string[], description: string) {
  return Type.Refine(Type.String({ description }), (text) => {
    const parsed = URL.parse(text);
    return parsed !== null && protocols.includes(parsed.protocol) && parsed.hostname !== '';
  });
}
