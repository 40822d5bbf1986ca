type PageOf<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null };

// Ten times 200: far more than any list that is read whole has.
const PAGES_LIMIT = 10;

/** A list that is needed whole, page after page. Throws as `answerOf`, and when it has no end. */
export async function readPages<Item>(
  read: (query: { limit: string; cursor?: string }) => Promise<PageOf<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let count = 0; count < PAGES_LIMIT; count += 1) {
    const page: PageOf<Item> = await read({ limit: '200', ...(cursor !== null && { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
    if (cursor === null) return items;
  }
  throw new Error('a list without an end');
}
