/** Answers of a question that may stay open. */
export type Reply = 'yes' | 'no' | 'unknown';

/** What is asked before anything else: each may mean that help has to come now. */
export const RED_LINES = ['hurt', 'present', 'weapon', 'choking', 'threat', 'children'] as const;
export type RedLine = (typeof RED_LINES)[number];

/** How she may be reached afterwards; asked anew at each call. */
export type SafeContact = {
  readonly okToCall: boolean | null;
  readonly okToText: boolean | null;
  readonly okToVoicemail: boolean | null;
  readonly phoneControlled: boolean | null;
  /** `HH:mm`; both or neither. */
  readonly from: string;
  readonly to: string;
  readonly whoMayAnswer: string;
  readonly codeWord: string;
};

/** The opening as it was sent, so that it can be sent again and act once. */
export type Opening = { readonly key: string; readonly body: object };

/** The case that this call has become. */
export type Opened = { readonly caseId: string; readonly number: string; readonly trackId: string };

/** Everything of one call: what the screen shows, and what a draft keeps. */
export type CallForm = {
  readonly startedMs: number | null;
  /** She hung up, or the line broke. */
  readonly droppedMs: number | null;
  readonly channel: string;
  readonly relation: string;
  readonly canTalkNow: boolean | null;
  readonly phone: string;
  readonly name: string;
  readonly place: string;
  readonly respondentName: string;
  readonly narrative: string;
  readonly redLines: { readonly [Line in RedLine]?: Reply };
  readonly scale: Readonly<Record<string, Reply>>;
  readonly contact: SafeContact;
  /** The operator wants the emergency begun, as soon as what is required is there. */
  readonly isUrgent: boolean;
  /** She does not wish to give what the registration form asks beyond this screen. */
  readonly isRestRefused: boolean;
  readonly opening: Opening | null;
  readonly opened: Opened | null;
  /** The events that were recorded from this screen. */
  readonly recorded: readonly string[];
  /** What they said, by type: what is typed later is in none of them. */
  readonly sent: Readonly<Record<string, object>>;
};

/** A call of which nothing is known but that it came over the hotline. */
export const EMPTY_CALL: CallForm = {
  startedMs: null,
  droppedMs: null,
  channel: 'hotline_12338',
  relation: '',
  canTalkNow: null,
  phone: '',
  name: '',
  place: '',
  respondentName: '',
  narrative: '',
  redLines: {},
  scale: {},
  contact: {
    okToCall: null,
    okToText: null,
    okToVoicemail: null,
    phoneControlled: null,
    from: '',
    to: '',
    whoMayAnswer: '',
    codeWord: '',
  },
  isUrgent: false,
  isRestRefused: false,
  opening: null,
  opened: null,
  recorded: [],
  sent: {},
};

/** A call out of its draft; what an older version of this screen did not keep is empty. */
export function callOf(content: Readonly<Record<string, unknown>>): CallForm {
  const kept = content as Partial<CallForm>;
  return { ...EMPTY_CALL, ...kept, contact: { ...EMPTY_CALL.contact, ...kept.contact } };
}

/** The required fields that are still empty, in the order of the screen. */
export function missingOf({ channel, relation, canTalkNow }: CallForm): readonly RequiredField[] {
  const isEmpty = { channel: channel === '', relation: relation === '', canTalkNow: canTalkNow === null };
  return REQUIRED.filter((field) => isEmpty[field]);
}

const REQUIRED = ['channel', 'relation', 'canTalkNow'] as const;
export type RequiredField = (typeof REQUIRED)[number];

/** An answer to a red line; two of them are questions of the risk scale too, and are not asked twice. */
export function withRedLine(form: CallForm, line: RedLine, reply: Reply | null): CallForm {
  const item = { choking: 's1', threat: 'q1' }[line as string];
  const redLines = without(form.redLines, line, reply);
  return {
    ...form,
    redLines,
    ...(item !== undefined && { scale: without(form.scale, item, reply) }),
  };
}

/** An answer on the risk scale; null takes it back. */
export function withItem(form: CallForm, item: string, reply: Reply | null): CallForm {
  return { ...form, scale: without(form.scale, item, reply) };
}

function without<T extends object>(answers: T, key: string, reply: Reply | null): T {
  const rest = Object.fromEntries(Object.entries(answers).filter(([name]) => name !== key));
  return (reply === null ? rest : { ...rest, [key]: reply }) as T;
}

/** Did a red line come out yes? Then the emergency is offered. */
export function isInDanger({ redLines }: CallForm): boolean {
  return RED_LINES.some((line) => redLines[line] === 'yes');
}
