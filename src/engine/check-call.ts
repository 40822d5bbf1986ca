import type { Db } from '#db/connect.ts';
import { type CallAnswer, contactPlanOf, mayCall } from '#src/access/may-call.ts';
import { readNow } from '#src/store/clock.ts';

/** What she has said about reaching her, before there is a case. */
export type SaidOfContact = {
  readonly canTalkNow?: boolean;
  readonly okToCall?: boolean;
  readonly phoneControlled?: boolean;
  readonly window?: { readonly from: string; readonly to: string };
};

/** May she be called back, as far as she said? The same answer the case would give; what was not said is not known. */
export async function checkCall(db: Db, said: SaidOfContact): Promise<CallAnswer> {
  const { canTalkNow, okToCall, phoneControlled, window } = said;
  const plan = contactPlanOf({
    context: { canTalkNow, window, contactDoubtful: phoneControlled ?? false },
    facts: {},
    form: { okToCall },
  });
  return mayCall(plan, await readNow(db));
}
