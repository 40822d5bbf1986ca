import type { Instant } from './instant.ts';

/** Why time does not count: 鉴定, 听证. */
export type ExcludedKind = 'appraisal' | 'hearing';

/** A time that is taken out of a period: from the commission to the return. `to` null: it is still out. */
export type ExcludedSpan = {
  readonly kind: ExcludedKind;
  readonly from: Instant;
  readonly to: Instant | null;
};
