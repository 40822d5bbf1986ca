import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startProduct } from './bench/product-process.ts';
import { startBrowser } from './shots/browser.ts';
import { playDistrict } from './shots/district.ts';
import { SHOT_PAGES } from './shots/pages.ts';
import { measurePaint } from './shots/paint.ts';
import { takeShots } from './shots/take.ts';

// npm run shots [-- --out folder] [--only part-of-a-name]: starts the product on a database of its own, plays some days
// of an invented district, and takes a picture of every page in every look; then says when each page first painted.
const { values } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string', default: '' } } });
const root = resolve(import.meta.dirname, '..');
const folder = resolve(values.out ?? join(root, '.data/shots'));
const pages = SHOT_PAGES.filter(({ name }) => name.includes(values.only));

const scratch = await mkdtemp(join(tmpdir(), 'haolin-shots-'));
// Started by root, the database runs as somebody else, who must be able to pass.
await chmod(scratch, 0o711);
try {
  await using product = await startProduct({
    by: 'all',
    settings: { DATA_DIR: join(scratch, 'data'), LOG_LEVEL: 'error' },
    logFile: join(scratch, 'product.log'),
  });
  const { baseUrl } = product;
  const district = await playDistrict(baseUrl);
  const browser = await startBrowser();
  try {
    const files = await takeShots({ browser, baseUrl, district, folder }, pages);
    for (const file of files) console.log(relative(process.cwd(), file));
    console.log('first paint with an empty cache, five loads each, in milliseconds (min · median · max):');
    for (const { name, as, path } of pages) {
      if (as === null) continue;
      const { minMs, medianMs, maxMs } = await measurePaint(browser, baseUrl, as, path(district));
      console.log(`  ${name}: ${minMs} · ${medianMs} · ${maxMs}`);
    }
  } finally {
    await browser.close();
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}
