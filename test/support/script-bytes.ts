import type { Page, Response } from 'playwright-core';

/** Bytes of script that loading an address brought over the network, compressed as they were served. */
export async function scriptBytesOf(page: Page, load: () => Promise<void>): Promise<number> {
  const answers: Response[] = [];
  const listen = (answer: Response): void => {
    if (answer.request().resourceType() === 'script') answers.push(answer);
  };
  page.on('response', listen);
  await load();
  page.off('response', listen);
  const sizes = await Promise.all(answers.map((answer) => answer.request().sizes()));
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
}
