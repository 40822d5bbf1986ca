import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps what is current within a row that is wider than the screen in view: the ref goes to the row, the selector says
 * which part, and `of` is what makes another part current. The page itself is not moved.
 */
export function useInView<Row extends HTMLElement>(selector: string, of: unknown): RefObject<Row | null> {
  const row = useRef<Row>(null);
  useEffect(() => {
    const part = row.current?.querySelector(selector);
    if (row.current === null || part === null || part === undefined) return;
    const outer = row.current.getBoundingClientRect();
    const inner = part.getBoundingClientRect();
    if (inner.left >= outer.left && inner.right <= outer.right) return;
    row.current.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  }, [selector, of]);
  return row;
}
