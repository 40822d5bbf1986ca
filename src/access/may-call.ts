import { addMs, type Instant, instantOfLocalMinute, localMinuteOf } from '#src/base/instant.ts';
import { type Title, title } from '#src/base/title.ts';

/** Hours on the wall clock of Shanghai, `HH:mm`; `to` before `from` goes past midnight. `to` itself is too late. */
export type ContactWindow = { readonly from: string; readonly to: string };

/** What is known about reaching her; `contactPlanOf` reads it from where it lives. */
export type ContactPlan = {
  readonly hasDied: boolean;
  /** Somebody else may hold or hear her phone, and nobody has made sure since. */
  readonly isDoubtful: boolean;
  /** She is reached through her guardian, and the guardian is who harms her. */
  readonly isThroughSuspect: boolean;
  /** Through whom she is reached: `herself`, `guardian`, `other`. */
  readonly through: string;
  /** What she answered; null: nobody asked her. */
  readonly okToCall: boolean | null;
  /** Could she talk when she first called; null: not known. */
  readonly couldTalk: boolean | null;
  readonly window: ContactWindow | null;
};

/** `ask`: nothing here permits a call and nothing forbids one; a person decides, not a screen. */
export type CallAnswer = {
  readonly now: 'yes' | 'no' | 'ask';
  readonly why: Title;
  /** When the answer turns to yes by itself; null: it does not. */
  readonly opensAt: Instant | null;
  readonly window: ContactWindow | null;
};

/** May she be called at this moment, and if not, when? Whatever forbids it counts before whatever permits it. */
export function mayCall(plan: ContactPlan, now: Instant): CallAnswer {
  const { window } = plan;
  const forbidden = whyNever(plan);
  if (forbidden !== null) return { now: 'no', why: forbidden, opensAt: null, window };
  if (window === null) return { ...withoutHours(plan), opensAt: null, window };
  if (window.from === window.to) return { now: 'ask', why: EMPTY_WINDOW, opensAt: null, window };
  if (isInside(window, now.slice(11, 16))) {
    return { now: 'yes', why: whyYes(plan, WITHIN), opensAt: null, window };
  }
  return { now: 'no', why: OUTSIDE, opensAt: nextOpening(window, now), window };
}

/**
 * The plan from the intake's context, the case's facts, and the `safeContact` part of its opening form as the vault
 * gave it; null for what is not there. What is missing counts as not known, never as allowed.
 */
export function contactPlanOf(parts: {
  readonly context: Readonly<Record<string, unknown>> | null;
  readonly facts: { readonly survivor?: string };
  readonly form: Readonly<Record<string, unknown>> | null;
}): ContactPlan {
  const context = parts.context ?? {};
  const through = context['contactThrough'];
  const window = context['window'];
  return {
    hasDied: parts.facts.survivor === 'died',
    isDoubtful: context['contactDoubtful'] === true,
    isThroughSuspect: through === 'guardian' && context['guardianSuspected'] === true,
    through: typeof through === 'string' ? through : 'herself',
    okToCall: booleanOrNull(parts.form?.['okToCall']),
    couldTalk: booleanOrNull(context['canTalkNow']),
    window: isWindow(window) ? { from: window.from, to: window.to } : null,
  };
}

function whyNever(plan: ContactPlan): Title | null {
  if (plan.hasDied) return DIED;
  if (plan.isDoubtful) return DOUBTFUL;
  if (plan.isThroughSuspect) return THROUGH_SUSPECT;
  return plan.okToCall === false ? NOT_OK : null;
}

/** Without hours only her own word permits a call, and not where she could not talk when she called. */
function withoutHours(plan: ContactPlan): Pick<CallAnswer, 'now' | 'why'> {
  if (plan.couldTalk === false) return { now: 'ask', why: COULD_NOT_TALK };
  if (plan.okToCall === true) return { now: 'yes', why: whyYes(plan, AT_ANY_HOUR) };
  return { now: 'ask', why: NOT_ASKED };
}

function whyYes(plan: ContactPlan, herself: Title): Title {
  if (plan.through === 'guardian') return THROUGH_GUARDIAN;
  return plan.through === 'other' ? THROUGH_OTHER : herself;
}

function isInside({ from, to }: ContactWindow, minute: string): boolean {
  return from < to ? from <= minute && minute < to : from <= minute || minute < to;
}

function nextOpening({ from }: ContactWindow, now: Instant): Instant {
  const today = instantOfLocalMinute(`${localMinuteOf(now).slice(0, 10)}T${from}`);
  // Shanghai keeps no summer time: a day later is the same minute.
  return today > now ? today : addMs(today, 86_400_000);
}

function booleanOrNull(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

function isWindow(value: unknown): value is ContactWindow {
  if (typeof value !== 'object' || value === null) return false;
  const { from, to } = value as Record<string, unknown>;
  return typeof from === 'string' && typeof to === 'string';
}

const DIED = title('当事人已去世', 'She has died');
const DOUBTFUL = title(
  '她的手机可能在他人手里，核实之前不要拨打',
  'Somebody else may hold her phone: no call until it is verified',
);
const THROUGH_SUSPECT = title(
  '联系人是涉嫌施暴的监护人，不得通过其联系',
  'Her contact is the guardian who is suspected',
);
const NOT_OK = title('她说过不要打电话', 'She asked not to be called');
const OUTSIDE = title('不在约定的时段内', 'Outside the hours agreed with her');
const WITHIN = title('在约定的时段内', 'Within the hours agreed with her');
const AT_ANY_HOUR = title('她同意来电，没有限定时段', 'She agreed to calls and named no hours');
const THROUGH_GUARDIAN = title('可以联系，先联系其监护人', 'Yes, through her guardian');
const THROUGH_OTHER = title('可以联系，先联系她信任的人', 'Yes, through somebody she trusts');
const COULD_NOT_TALK = title(
  '她来电时不便说话，又没有约定时段：先问与她通过话的人',
  'She could not talk when she called and no hours were agreed: ask whoever spoke with her',
);
const NOT_ASKED = title(
  '没有问过她能否致电：先问与她通过话的人',
  'Nobody asked her whether she may be called: ask whoever spoke with her',
);
const EMPTY_WINDOW = title(
  '约定的时段起止相同，先核实',
  'The agreed hours begin and end at once: verify them',
);
