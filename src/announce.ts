import type { Config } from '#src/config/config.ts';

/** Tells whoever started the server where it is and how to get in. */
export function announce(config: Config, url: string, administratorPassword: string | null): void {
  const lines = [`Haolin (好邻) is ready: ${url} (the API: ${url}/api/docs)`];
  if (config.demo) {
    lines.push('Demo logins, password haolin-demo (invented people; never put a real case here):');
    lines.push(
      '  operator1 · lawyer1 … lawyer4 · court1 · police1 police2 · village1 · mediator1 · shelter1',
    );
    lines.push('  legalaid1 · manager1 · supervisor1 · auditor1 · admin1');
    lines.push('In another terminal: npm run demo');
  }
  if (administratorPassword !== null) {
    lines.push(`First login: admin, password ${administratorPassword} (shown this once).`);
  }
  for (const line of lines) console.log(line);
}
