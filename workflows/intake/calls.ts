import type { Title } from '#src/base/title.ts';
import { title } from '#src/base/title.ts';

/** Why somebody waits for a call of the desk. */
export type CallPurpose = 'promised' | 'retry' | 'lost' | 'review' | 'follow_up' | 'crisis';

/** An outcome of a call: the event that records it, and the key that an operator presses for it. */
export type CallOutcome = {
  readonly type: string;
  readonly kind: 'reached' | 'unanswered' | 'stopped' | 'unsafe';
  readonly key: '1' | '2' | '3' | '4';
  readonly title: Title;
};

/** A state in which a call is owed. */
export type CallPlace = {
  readonly workflow: string;
  readonly state: string;
  readonly purpose: CallPurpose;
  /** The deadline by which it is owed. */
  readonly deadline: string;
  /** Planned long before: it is owed only once its deadline is near. */
  readonly isPlanned: boolean;
  /** Where she was graded before: a first assessment is made in the call that brought her here. */
  readonly isAgain: boolean;
  /** The key of the context that counts the tries. */
  readonly tries: string | null;
  readonly outcomes: readonly CallOutcome[];
};

/** What each purpose is called. */
export const CALL_PURPOSES: { readonly [P in CallPurpose]: Title } = {
  promised: title('约定回拨', 'Promised call-back'),
  retry: title('未接通，再次回拨', 'No answer, call again'),
  lost: title('失联查找', 'Lost contact'),
  review: title('风险复评', 'Risk review'),
  follow_up: title('结案回访', 'Follow-up after closing'),
  crisis: title('危机跟进', 'Crisis follow-up'),
};

const reachedBy = (type: string, words = title('已接通', 'Reached')): CallOutcome => ({
  type,
  kind: 'reached',
  key: '1',
  title: words,
});
const UNANSWERED: CallOutcome = {
  type: 'call.unanswered',
  kind: 'unanswered',
  key: '2',
  title: title('未接通', 'No answer'),
};
/** Somebody else was on the line or beside her: nobody calls this number again until she was asked alone. */
const STOPPED: CallOutcome = {
  type: 'contact.doubted',
  kind: 'stopped',
  key: '3',
  title: title('不安全，已中止', 'Unsafe, stopped'),
};
const UNSAFE: CallOutcome = {
  type: 'followup.failed',
  kind: 'unsafe',
  key: '4',
  title: title('已接通，处境不安全', 'Reached, she is not safe'),
};

type Shared = Omit<CallPlace, 'state' | 'deadline'>;
const AT_THE_DESK = { workflow: 'intake', isPlanned: false, isAgain: false, tries: null } as const;

const PROMISED: Shared = {
  ...AT_THE_DESK,
  purpose: 'promised',
  tries: 'callTries',
  outcomes: [reachedBy('caller.reached'), UNANSWERED, STOPPED],
};
const LOST: Shared = {
  ...AT_THE_DESK,
  purpose: 'lost',
  outcomes: [reachedBy('caller.reached'), STOPPED],
};
const REVIEW_DUE: Shared = {
  ...AT_THE_DESK,
  purpose: 'review',
  isPlanned: true,
  outcomes: [
    reachedBy('review.requested', title('已接通，开始复评', 'Reached, review begins')),
    UNANSWERED,
    STOPPED,
  ],
};
const REVIEW_BEGUN: Shared = {
  ...AT_THE_DESK,
  purpose: 'review',
  isAgain: true,
  outcomes: [
    reachedBy('risk.scored', title('已接通，填写量表', 'Reached, fill in the scale')),
    UNANSWERED,
    STOPPED,
  ],
};
const FOLLOW_UP: Shared = {
  ...AT_THE_DESK,
  purpose: 'follow_up',
  isPlanned: true,
  tries: 'followUpsMissed',
  outcomes: [reachedBy('followup.passed', title('已接通，安全', 'Reached, she is safe')), STOPPED, UNSAFE],
};
const CRISIS: Shared = {
  ...AT_THE_DESK,
  workflow: 'crisis',
  purpose: 'crisis',
  outcomes: [reachedBy('crisis.contacted')],
};

/** Every state in which the desk owes somebody a call. One track is in one of them at most. */
export const CALL_PLACES: readonly CallPlace[] = [
  { ...PROMISED, state: 'open.work.callbackPlanned', deadline: 'callBack' },
  { ...LOST, state: 'open.work.lostContact.deciding', deadline: 'lostContact' },
  { ...LOST, state: 'open.work.lostContact.welfareCheck', deadline: 'welfareCheck' },
  { ...REVIEW_DUE, state: 'open.work.active', deadline: 'review' },
  { ...REVIEW_BEGUN, state: 'open.work.assessing', deadline: 'assessment' },
  { ...FOLLOW_UP, state: 'closed.followUp', deadline: 'followUp' },
  { ...FOLLOW_UP, isPlanned: false, state: 'closed.unreached', deadline: 'unreached' },
  { ...CRISIS, state: 'acute', deadline: 'firstContact' },
  { ...CRISIS, isPlanned: true, state: 'watched', deadline: 'followUp' },
  { ...CRISIS, state: 'unreached', deadline: 'decision' },
];
