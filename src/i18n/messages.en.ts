import type { Messages } from './message.ts';

export const MESSAGES_EN = {
  body_invalid: {
    title: 'Request not understood',
    detail: 'The request does not fit what is served here; nothing was changed. Correct the places listed.',
  },
  idempotency_key_missing: {
    title: 'Idempotency key missing',
    detail:
      'This needs an Idempotency-Key header of 8 to 200 printable ASCII characters, a new one for each act.',
  },
  body_too_large: { title: 'Body too large', detail: 'A body may have at most 64 KiB.' },
  media_type: {
    title: 'Unsupported media type',
    detail: 'Bodies are application/json in UTF-8, nothing else.',
  },
  session_missing: { title: 'Not logged in', detail: 'There is no valid session. Log in again.' },
  credentials_invalid: {
    title: 'Login refused',
    detail: 'The user name, the password or the one-time code is wrong.',
  },
  csrf_invalid: {
    title: 'Origin of the request not proven',
    detail:
      'The request must come from this site and carry the x-csrf-token of its session. Reload the page.',
  },
  role_not_allowed: { title: 'Not yours to do', detail: 'Your role cannot do this; nothing was changed.' },
  not_found: { title: 'Not found', detail: 'There is nothing here that you can see.' },
  event_not_in_state: {
    title: 'Not possible in this state',
    detail:
      'The track is in a state that does not take this event; nothing was changed. Reload it and look again.',
  },
  guard_refused: {
    title: 'Conditions not met',
    detail: 'What this needs is not there yet; nothing was changed. The reasons are listed.',
  },
  key_in_flight: {
    title: 'Being processed',
    detail: 'The same key or the same case is being processed. Try again with the same key in a moment.',
  },
  too_many_drafts: {
    title: 'Too many drafts',
    detail: 'You have 50 drafts already; this one was not saved. Finish or remove one you no longer need.',
  },
  version_stale: {
    title: 'Changed meanwhile',
    detail: 'What you saw is not the latest any more; nothing was changed. Reload it first.',
  },
  if_match_missing: {
    title: 'If-Match missing',
    detail: 'This needs an If-Match header with the ETag of what you change, as you saw it.',
  },
  payload_invalid: {
    title: 'Entries not valid',
    detail: 'What was entered does not fit; nothing was changed. Correct the places listed.',
  },
  occurred_at_invalid: {
    title: 'Time not possible',
    detail: 'It cannot have happened later than now, before 2000, or before what must precede it.',
  },
  key_reused: {
    title: 'Key used before',
    detail: 'This Idempotency-Key belongs to another request; nothing was changed. Use a new one.',
  },
  rule_unknown: {
    title: 'No such rule',
    detail: 'The table of rules has no number of days under this code.',
  },
  calendar_year_unknown: {
    title: 'Holidays not published yet',
    detail:
      'The answer depends on the holidays of a year whose notice is not published; no date can be given.',
  },
  throttled: {
    title: 'Too many requests',
    detail: 'Too many requests, or the server is busy. Wait the time given.',
  },
  internal: {
    title: 'Internal error',
    detail:
      'Something unexpected happened and was recorded. Try again, or tell the administrator the request id.',
  },
  unavailable: {
    title: 'Not available now',
    detail: 'The server is starting, stopping, or has lost its database. Try again in a moment.',
  },
} as const satisfies Messages;
