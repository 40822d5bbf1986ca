import { type TSchema, Type } from 'typebox';
import { oneOf, strict } from './strict.ts';

export const words = strict({ zh: Type.String(), en: Type.String() });
export const instant = Type.String({ description: 'RFC 3339 with +08:00' });
export const localMinute = Type.String({
  description: 'YYYY-MM-DDTHH:mm in Asia/Shanghai; the end of a day is T24:00',
});
export const id = Type.String({ description: 'UUID' });
export const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()]);
const anything = Type.Unknown();
const record = Type.Unsafe<Record<string, unknown>>({ type: 'object' });

const trackSummary = strict({
  id,
  workflow: Type.String(),
  state: Type.Array(Type.String()),
  titles: Type.Array(words),
  agency: id,
  assignee: orNull(id),
  isFinal: Type.Boolean(),
});

export const caseKeys = {
  id,
  number: Type.String(),
  status: oneOf('open', 'closed'),
  risk: oneOf('unknown', 'low', 'medium', 'high'),
  facts: Type.Unsafe<Record<string, string>>({ type: 'object', additionalProperties: { type: 'string' } }),
  ownerAgency: id,
  openedAt: instant,
  version: Type.Integer(),
  tracks: Type.Array(trackSummary),
};

/** A case in a list: nothing out of the vault. */
export const caseInList = strict(caseKeys);

/** A case; the parts from the vault are there only for those who may read them. */
export const caseView = strict({
  ...caseKeys,
  caller: Type.Optional(anything),
  safeContact: Type.Optional(anything),
  survivor: Type.Optional(anything),
  respondent: Type.Optional(anything),
  incident: Type.Optional(anything),
});

const because = Type.Array(strict({ code: Type.String(), text: words, who: Type.Array(Type.String()) }));

const explanation = Type.Array(strict({ date: Type.String(), counted: Type.Boolean(), why: words }));

const outcome = oneOf('open', 'met', 'met_late', 'cancelled', 'paused', 'lapsed');

const deadlineKeys = {
  id,
  rule: Type.String(),
  article: Type.String(),
  startedAt: instant,
  safeDue: localMinute,
  legalDue: localMinute,
  outcome,
  provisional: Type.Boolean({ description: 'computed before the holiday notice of its year' }),
  explanation,
};

/** A deadline in a list. */
export const deadlineInList = strict({
  ...deadlineKeys,
  title: words,
  caseId: id,
  caseNumber: Type.String(),
  trackId: id,
  workflow: Type.String(),
});

/** A track: where it stands, its deadlines, and every event of its state with who may send it. */
export const trackView = strict({
  id,
  caseId: id,
  workflow: Type.String(),
  workflowVersion: Type.Integer(),
  version: Type.Integer(),
  state: Type.Array(Type.String()),
  titles: Type.Array(words),
  context: record,
  revealed: Type.Unsafe<Record<string, string>>({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'by the id in {sealed: id}, what this reader may see of it',
  }),
  agency: id,
  assignee: orNull(id),
  deadlines: Type.Array(strict({ ...deadlineKeys, declaration: Type.String(), title: words })),
  events: Type.Array(
    strict({
      type: Type.String(),
      domainCode: Type.String(),
      title: words,
      payloadSchema: record,
      allowed: Type.Boolean(),
      because,
    }),
  ),
});

export const timelineEntry = strict({
  seq: Type.Integer(),
  trackId: orNull(id),
  type: Type.String(),
  title: words,
  actor: Type.String({ description: 'a person, or `system` for the timer' }),
  agency: orNull(id),
  occurredAt: instant,
  recordedAt: instant,
  payload: anything,
});

export const handoffView = strict({
  id,
  caseId: id,
  trackId: id,
  kind: oneOf('referral', 'transfer', 'notice'),
  from: id,
  to: id,
  status: oneOf('offered', 'accepted', 'declined', 'recalled', 'expired'),
  offeredAt: instant,
  expiresAt: instant,
  ownerAgency: id,
});

export const notificationView = strict({
  id,
  kind: Type.String(),
  caseId: id,
  deadlineId: Type.Optional(id),
  at: instant,
  readAt: orNull(instant),
});

const draftKeys = {
  id,
  kind: Type.String(),
  subject: orNull(id),
  version: Type.Integer(),
  savedAt: instant,
  expiresAt: instant,
};

/** A draft in a list, and as an answer to saving it: without its words. */
export const draftInList = strict(draftKeys);

export const draftView = strict({ ...draftKeys, content: record });

/** May she be called now; `ask`: nothing she said permits or forbids it. */
export const callCheck = strict({ now: oneOf('yes', 'no', 'ask'), why: words, opensAt: orNull(instant) });

export const ruleView = strict({
  code: Type.String(),
  title: words,
  article: Type.String(),
  amount: orNull(Type.Number({ description: 'a quarter of an hour is 0.25' })),
  unit: oneOf('hour', 'day', 'working_day', 'month'),
  rolls: Type.Boolean(),
  trigger: words,
  dutyBody: words,
  consequence: words,
  kind: oneOf('statute', 'policy'),
  inForce: strict({ from: orNull(Type.String()), to: orNull(Type.String()) }),
  succeeds: orNull(Type.String({ description: 'the row of the text it replaced' })),
  excludes: Type.Array(oneOf('appraisal', 'hearing')),
  mayTighten: Type.Boolean({ description: 'a deployment may set a shorter one' }),
  isVerified: Type.Boolean({ description: 'false: from knowledge, to be confirmed in the official text' }),
});

export const computedDeadline = strict({ safeDue: localMinute, legalDue: localMinute, explanation });

export const agencyView = strict({
  id,
  code: Type.String(),
  kind: Type.String(),
  name: words,
  parent: orNull(id),
});

export const personView = strict({ id, name: Type.String(), role: Type.String(), agency: id });

const workflowKeys = {
  id: Type.String(),
  version: Type.Integer(),
  title: words,
  openedBy: Type.Array(Type.String()),
};

export const workflowSummary = strict(workflowKeys);

export const workflowView = strict({
  ...workflowKeys,
  inputSchema: record,
  states: Type.Array(
    strict({
      path: Type.String(),
      title: words,
      type: oneOf('atomic', 'compound', 'parallel', 'final', 'history'),
      deadlines: Type.Array(Type.String()),
      waitsFor: Type.Array(Type.String()),
    }),
  ),
  events: Type.Array(
    strict({
      type: Type.String(),
      domainCode: Type.String(),
      title: words,
      roles: Type.Array(Type.String()),
      by: Type.String(),
      follows: Type.Array(Type.String()),
      payloadSchema: record,
    }),
  ),
  deadlines: Type.Array(
    strict({
      id: Type.String(),
      title: words,
      rule: orNull(Type.String({ description: 'null: the case decides which rule' })),
      metBy: Type.Array(Type.String()),
      onLapse: orNull(Type.String()),
      remind: Type.Array(Type.String()),
      escalate: Type.Array(strict({ after: Type.String(), to: Type.String() })),
    }),
  ),
});

export const sessionView = strict({
  user: strict({
    id,
    username: Type.String(),
    name: Type.String(),
    role: Type.String(),
    agency: id,
  }),
  csrfToken: Type.String(),
});
