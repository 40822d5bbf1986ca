import { join } from 'node:path';
import { median } from './figures.ts';
import { startProduct } from './product-process.ts';

/** From `npm start` until `/readyz` says yes, with everything already installed. */
export type StartUp = { readonly firstMs: number; readonly laterMs: number };

/** Starts the product on an empty data folder, and then again on what the first start left. */
export async function measureStartUp(folder: string, laterCount: number): Promise<StartUp> {
  const dataDir = join(folder, 'start-up');
  const firstMs = await startOnce(folder, dataDir);
  const laterMs: number[] = [];
  for (let index = 0; index < laterCount; index += 1) laterMs.push(await startOnce(folder, dataDir));
  return { firstMs, laterMs: median(laterMs) };
}

async function startOnce(folder: string, dataDir: string): Promise<number> {
  await using product = await startProduct({
    by: 'npm',
    settings: { DATA_DIR: dataDir },
    logFile: join(folder, 'start-up.log'),
  });
  return product.readyMs;
}
