import type { Facts } from '#src/base/facts.ts';
import type { Instant } from '#src/base/instant.ts';
import type { OrderEventOf } from './context.ts';

type Proxy = OrderEventOf<'application.filed'>['payload']['proxy'];
type Kind = NonNullable<Proxy>['kind'];

/** 法释〔2022〕17号 is in force from this moment. */
const WIDER_LIST_FROM: Instant = '2022-08-01T00:00:00.000+08:00';
/** 反家庭暴力法 23, and the guardian, who acts for her by the civil code. */
const LIST: readonly Kind[] = ['kin', 'guardian', 'police', 'federation', 'committee', 'rescue_station'];
const WIDER_LIST: readonly Kind[] = [...LIST, 'civil_affairs', 'disabled_federation', 'elders_organisation'];

const FAMILY: readonly Kind[] = ['kin', 'guardian'];

/** Whether somebody may apply for her on a day, and for that reason; nobody stands in for her: yes. */
export function proxyFits(proxy: Proxy, at: Instant): boolean {
  if (proxy === undefined || proxy.courtAgreed === true) return true;
  if (isOfWiderList(proxy)) return at >= WIDER_LIST_FROM && WIDER_LIST.includes(proxy.kind);
  return LIST.includes(proxy.kind);
}

/**
 * Who is old, disabled or ill can say what she wishes: it is asked for and written down. Who is coerced can too, once somebody
 * reaches her; until then it is written down that nobody could ask.
 */
export function wishRecorded(proxy: Proxy): boolean {
  if (proxy === undefined || proxy.reason === 'no_capacity' || proxy.wishRecorded === true) return true;
  return proxy.reason === 'coercion' && proxy.cannotBeAsked === true;
}

/**
 * Where an order is to bind both parents and no other guardian is known to protect the child, kin and guardians speak for it
 * only if it is plain that they are neither of the two nor on their side; a committee or another body needs no such word.
 */
export function apartFromSuspects(proxy: Proxy, respondents: number, facts: Facts): boolean {
  if (proxy === undefined || !FAMILY.includes(proxy.kind) || respondents < 2) return true;
  const isDoubted = !['unknown', 'protective'].includes(facts.guardian);
  return !isDoubted || facts.protectiveGuardian === 'known' || proxy.notRespondent === true;
}

function isOfWiderList({ reason }: NonNullable<Proxy>): boolean {
  return reason !== 'no_capacity' && reason !== 'coercion';
}
