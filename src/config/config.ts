import { isAbsolute, join, resolve } from 'node:path';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { StartRefused } from '#src/base/start-refused.ts';
import { environmentSchema, type LOG_LEVELS, OF_THE_TEST_RUN, type SWITCHES } from './environment.ts';

/** What the product is told at start. Frozen; holds secrets, so it is never logged. */
export type Config = {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** Null: the built-in Postgres in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  /** Where the queue lives: on Redis when there is one, otherwise beside the data. */
  readonly queue: 'redis' | 'postgres';
  /** Absolute. Holds the built-in database, its log, and the master key if none is given. */
  readonly dataDir: string;
  /** 32 bytes in base64; null: the file `master.key` in `dataDir` (see master-key.ts). */
  readonly masterKey: string | null;
  /** Seeds a demo district with well-known passwords and serves the demo clock. */
  readonly demo: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Null: no metrics are served. */
  readonly metricsPort: number | null;
  /** Proxies that are believed when they say for whom they ask, besides one on this machine. */
  readonly trustedProxies: readonly string[];
  /** People reach us over TLS: cookies are marked `Secure` and named `__Host-…`. */
  readonly publicUrlSecure: boolean;
};

type Environment = Static<typeof environmentSchema>;

const CHECKOUT = resolve(import.meta.dirname, '../..');
const ARGUMENTS: readonly string[] = ['--demo', '--no-demo'];
const LOOPBACK_HOSTS = ['127.0.0.1', '::1', 'localhost'];

/** The configuration of this process; a program with arguments of its own hands on those that are settings. */
export function loadConfig(defaults: Defaults, argv: readonly string[] = process.argv.slice(2)): Config {
  return readConfig(process.env, argv, defaults);
}

/** What holds when nobody says otherwise: `npm start` is for trying out, the parts apart are a site. */
export type Defaults = { readonly demo: boolean };

/**
 * The configuration that an environment and command line arguments say. An empty variable is an absent one.
 * Throws `StartRefused` with every problem in one message: names and expectations, never values.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  argv: readonly string[],
  defaults: Defaults = { demo: true },
): Config {
  const given = pickKnown(env);
  const problems = [...findWrongValues(given), ...findUnknownNames(env), ...findUnknownArguments(argv)];
  // Only where single values are right can they be compared with each other.
  if (problems.length === 0) problems.push(...findContradictions(given, argv));
  if (problems.length > 0) {
    throw new StartRefused(
      `These settings are not usable:\n${problems.map((line) => `  - ${line}`).join('\n')}`,
    );
  }
  return Object.freeze(toConfig(given, argv, defaults));
}

/** What is allowed and yet worth a line at start. */
export function warningsOf(config: Config): string[] {
  const warnings: string[] = [];
  const isOpen = !LOOPBACK_HOSTS.includes(config.host);
  if (config.demo && isOpen) {
    warnings.push(
      'HOST opens this server to the network while it has demo logins that everybody knows: no real case here (--no-demo starts without them).',
    );
  }
  if (config.demo && config.databaseUrl !== null) {
    warnings.push(
      'An empty database of DATABASE_URL is filled with demo logins that everybody knows: --no-demo starts without them.',
    );
  }
  if (isOpen && !config.publicUrlSecure) {
    warnings.push(
      'HOST opens this server to the network without TLS: put a proxy with TLS before it and set SECURE_COOKIES=on.',
    );
  }
  if (config.databaseUrl !== null && config.masterKey === null) {
    warnings.push(
      'The master key is a file in DATA_DIR: processes on other machines need the same one, as HAOLIN_MASTER_KEY.',
    );
  }
  return warnings;
}

function pickKnown(env: Readonly<Record<string, string | undefined>>): Environment {
  const names = Object.keys(environmentSchema.properties);
  const entries = names.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  return Object.fromEntries(entries);
}

/** Each setting by itself: asked for all errors of the whole, TypeBox stops at the eighth. */
function findWrongValues(given: Environment): string[] {
  const properties: Readonly<Record<string, TSchema & { description?: string }>> =
    environmentSchema.properties;
  return Object.entries(given)
    .filter(([name, value]) => !Value.Check(properties[name] ?? {}, value))
    .map(([name]) => `${name} must be ${properties[name]?.description}`);
}

/** A misspelt name would otherwise be ignored without a word, and with it a key or a refusal of demo logins. */
function findUnknownNames(env: Readonly<Record<string, string | undefined>>): string[] {
  const known = Object.keys(environmentSchema.properties);
  return Object.keys(env)
    .filter((name) => name.startsWith('HAOLIN_') && !known.includes(name) && !OF_THE_TEST_RUN.includes(name))
    .map((name) => `${name} is not a setting of this version; known are ${known.join(', ')}`);
}

function findUnknownArguments(argv: readonly string[]): string[] {
  return argv.flatMap((argument, index) =>
    ARGUMENTS.includes(argument)
      ? []
      : [`argument ${index + 1} is unknown; known are ${ARGUMENTS.join(' and ')}`],
  );
}

function findContradictions(given: Environment, argv: readonly string[]): string[] {
  const problems: string[] = [];
  if (argv.includes('--demo') && argv.includes('--no-demo'))
    problems.push('--demo and --no-demo exclude each other');
  const config = toConfig(given, argv, { demo: false });
  if (config.port !== 0 && config.metricsPort === config.port)
    problems.push('METRICS_PORT must differ from PORT');
  return problems;
}

function toConfig(given: Environment, argv: readonly string[], defaults: Defaults): Config {
  const databaseUrl = given.DATABASE_URL ?? null;
  const redisUrl = given.REDIS_URL ?? null;
  return {
    ...listeningOf(given),
    databaseUrl,
    redisUrl,
    queue: redisUrl === null ? 'postgres' : 'redis',
    dataDir: absolute(given.DATA_DIR ?? '.data'),
    masterKey: given.HAOLIN_MASTER_KEY ?? null,
    demo: saidDemo(given, argv) ?? defaults.demo,
    logLevel: given.LOG_LEVEL ?? 'info',
  };
}

/** Where we listen, and how what reaches us is to be read. */
function listeningOf(
  given: Environment,
): Pick<Config, 'port' | 'host' | 'metricsPort' | 'trustedProxies' | 'publicUrlSecure'> {
  return {
    port: Number(given.PORT ?? 3000),
    host: given.HOST ?? '127.0.0.1',
    metricsPort: given.METRICS_PORT === undefined ? null : Number(given.METRICS_PORT),
    trustedProxies: given.TRUSTED_PROXIES?.split(',') ?? [],
    publicUrlSecure: isOn(given.SECURE_COOKIES),
  };
}

/** What was said about the demo, the command line first; null when nothing. */
function saidDemo(given: Environment, argv: readonly string[]): boolean | null {
  if (argv.includes('--no-demo')) return false;
  if (argv.includes('--demo')) return true;
  return given.HAOLIN_DEMO === undefined ? null : isOn(given.HAOLIN_DEMO);
}

function isOn(value: (typeof SWITCHES)[number] | undefined): boolean {
  return value === 'on';
}

/** Relative folders count from the checkout, whatever folder the command is given in. */
function absolute(folder: string): string {
  return isAbsolute(folder) ? folder : join(CHECKOUT, folder);
}
