import { playCalls, playConsultations, playMovingCase } from './calls.ts';
import { letPass, openDesk, untilMorning } from './desk.ts';
import { playUnfinishedCall } from './unfinished-call.ts';
import { playFreshOrders, playOldOrders } from './orders.ts';

/** What the addresses of the pages are made of. */
export type District = {
  readonly caseId: string;
  readonly trackId: string;
  readonly consultationId: string;
  readonly offerId: string;
  readonly orderId: string;
  readonly draftId: string;
};

/**
 * Plays some days of an invented district over the API and the demo clock of a running server: calls, call-backs,
 * lawyers, orders in every lane of the board, periods that are late and periods that are near. Takes half a minute.
 */
export async function playDistrict(baseUrl: string): Promise<District> {
  const desk = await openDesk(baseUrl);
  await untilMorning(desk);
  await playOldOrders(desk);
  await letPass(desk, 'P4D');
  const moving = await playMovingCase(desk);
  const { asked: offerId, engaged: consultationId } = await playConsultations(desk);
  const order = await playFreshOrders(desk, moving);
  await letPass(desk, 'PT3H');
  await playCalls(desk);
  await letPass(desk, 'PT25M');
  const draftId = await playUnfinishedCall(desk);
  const { id: caseId, intake: trackId } = moving;
  return { caseId, trackId, consultationId, offerId, orderId: order.trackId, draftId };
}
