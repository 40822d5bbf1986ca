import type { OrderContext, OrderEventOf } from './context.ts';

/** Who broke the order: whom the visitor names; nobody else can be meant where it binds only one. */
export function breakersOf(
  { respondents }: OrderContext,
  { payload }: OrderEventOf<'visit.made'>,
): readonly string[] {
  const [only, another] = respondents;
  return payload.respondents ?? (only !== undefined && another === undefined ? [only.id] : []);
}
