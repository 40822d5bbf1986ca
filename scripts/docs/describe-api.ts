import { RULES } from '#src/base/rules.ts';
import { buildApp } from '#src/http/build-app.ts';
import type { Services } from '#src/http/services.ts';
import type { ApiDescription } from './api-types.ts';

/** The API's description, from an application that has its routes and nothing behind them. */
export async function describeApi(): Promise<ApiDescription> {
  const app = buildApp({
    ...untouched(['engine', 'db', 'vault', 'workflows', 'pictures', 'handoffs', 'orders', 'calls']),
    rules: RULES,
    computeDeadline: () => Promise.reject(new Error('nothing is computed for a description')),
    config: { demo: true, secureCookies: false, logLevel: 'silent' },
    sweepUntilIdle: () => Promise.reject(new Error('no clock moves for a description')),
    isReady: async () => ({ ready: false, why: [] }),
  });
  try {
    await app.ready();
    return app.swagger() as ApiDescription;
  } finally {
    await app.close();
  }
}

/** Parts that nobody may use: routes are described by what they say of themselves. */
function untouched<Name extends keyof Services>(names: readonly Name[]): Pick<Services, Name> {
  const parts = names.map((name) => {
    const refuse = (): never => {
      throw new Error(`a description needs no ${name}`);
    };
    return [name, new Proxy({}, { get: refuse })];
  });
  return Object.fromEntries(parts) as Pick<Services, Name>;
}
