import type { ReactNode } from 'react';
import './chip.css';

export type Tone = 'quiet' | 'info' | 'good' | 'warning' | 'danger';

/** A short word about how something stands. The words say it; the colour only repeats it. */
export function Chip({ tone = 'quiet', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`chip chip-${tone}`}>{children}</span>;
}
