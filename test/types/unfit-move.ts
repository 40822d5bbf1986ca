/**
 * Mappings that must not compile. `tsc` checks this file with everything else: where an error that is expected here stays
 * away, it reports the unused expectation. The file is never run.
 */
import { Type } from 'typebox';
import { title } from '#src/base/title.ts';
import { defineMove } from '#src/workflow/define-move.ts';

type Old = { count: number; label: string };
type New = { count: number; name: string };

const words = title('请假', 'Leave');
const shared = { workflow: 'leave', from: 1, to: 2, title: words, states: {}, deadlines: {} } as const;
const remembers = Type.Object({ count: Type.Integer(), name: Type.String() });

defineMove<Old, New>()({
  ...shared,
  remembers,
  context: ({ count, label }) => ({ count, name: label }),
});
defineMove<Old, New>()({
  ...shared,
  remembers,
  // @ts-expect-error: what the old version does not remember
  context: ({ count, named }) => ({ count, name: named }),
});
defineMove<Old, New>()({
  ...shared,
  remembers,
  // @ts-expect-error: a key that the new version expects is missing
  context: ({ count }) => ({ count }),
});
defineMove<Old, New>()({
  ...shared,
  // @ts-expect-error: a schema that is not what the new version remembers
  remembers: Type.Object({ count: Type.Integer() }),
  context: ({ count }) => ({ count }),
});
defineMove<Old, New>()({
  ...shared,
  remembers,
  context: ({ count, label }) => ({ count, name: label }),
  // @ts-expect-error: a deadline that ends without a reason
  deadlines: { review: { kind: 'ended' } },
});
defineMove<Old, New>()({
  ...shared,
  remembers,
  context: ({ count, label }) => ({ count, name: label }),
  // @ts-expect-error: a fact that no case has
  facts: { mood: words },
});
