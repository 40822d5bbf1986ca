import { and, assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { CASE_ALLOWS, SCREENED } from './guards.ts';
import { bar, lock, mediation, refuse, stopForViolence, tellOfDisclosure } from './setup.ts';

const DESK = ['mediator', 'case_manager', 'supervisor'] as const;

const proposed = mediation.createStateConfig({
  meta: { title: title('已提出，待筛查', 'Proposed, to be screened'), deadlines: ['screening'] },
  on: {
    'screening.passed': { guard: and([...CASE_ALLOWS, ...SCREENED]), target: 'consent' },
  },
});

const recordConsent = mediation.assign({
  consentsOwed: ({ context, event }) =>
    context.consentsOwed.filter(({ id }) => event.type !== 'consent.given' || id !== event.payload.party),
});
const askBoth = mediation.assign({ consentsOwed: [{ id: 'survivor' }, { id: 'respondent' }] });

/** Each is asked alone; one consent never speaks for both. */
const consent = mediation.createStateConfig({
  meta: { title: title('分别征求同意', 'Each is asked apart'), deadlines: ['consents'] },
  entry: askBoth,
  on: {
    'consent.given': [
      {
        guard: and([...CASE_ALLOWS, 'otherConsents']),
        target: 'underWay',
        actions: [recordConsent, mediation.assign({ acceptedAt: ({ event }) => event.occurredAt })],
      },
      { guard: and([...CASE_ALLOWS]), actions: recordConsent },
    ],
  },
});

const planSession = mediation.assign({
  mode: ({ event }) => (event.type === 'session.scheduled' ? (event.payload.mode ?? 'shuttle') : 'shuttle'),
});
const countSession = mediation.assign({
  sessions: ({ context }) => context.sessions + 1,
  firstOpenedAt: ({ context, event }) => context.firstOpenedAt ?? event.occurredAt,
});

/** One session: to be arranged, then arranged. The clock for it covers both. */
function sessionAhead(zh: string, en: string, deadline: 'firstSession' | 'secondSession') {
  return mediation.createStateConfig({
    meta: { title: title(zh, en), deadlines: [deadline] },
    initial: 'arranging',
    states: {
      arranging: {
        meta: { title: title('待安排', 'To be arranged'), waitsFor: DESK },
        on: {
          'session.scheduled': {
            guard: and([...CASE_ALLOWS, 'jointOnlyAtHerWish']),
            target: 'scheduled',
            actions: planSession,
          },
        },
      },
      scheduled: {
        meta: { title: title('已安排', 'Scheduled'), waitsFor: DESK },
        on: {
          'session.scheduled': {
            guard: and([...CASE_ALLOWS, 'jointOnlyAtHerWish']),
            actions: planSession,
          },
          'session.opened': {
            guard: and([...CASE_ALLOWS]),
            target: '#mediation.talks.underWay.session',
            actions: countSession,
          },
          'session.missed': 'arranging',
        },
      },
    },
  });
}

const underWay = mediation.createStateConfig({
  meta: { title: title('调解中', 'Under way'), deadlines: ['period'] },
  initial: 'first',
  states: {
    first: sessionAhead('首次调解', 'First session', 'firstSession'),
    session: {
      meta: { title: title('正在调解', 'In session'), waitsFor: DESK },
      on: { 'session.closed': 'again' },
    },
    again: sessionAhead('再次调解', 'Another session', 'secondSession'),
  },
  on: {
    'agreement.signed': {
      guard: and([...CASE_ALLOWS]),
      target: '#mediation.agreement',
      actions: assign({
        terms: ({ event }) => [...event.payload.terms],
        effectiveAt: ({ event }) => event.payload.signedAt,
        monitoredFrom: ({ event }) => event.payload.signedAt,
      }),
    },
    'mediation.failed': '#mediation.rights.afterFailure',
    'period.ended': '#mediation.rights.afterFailure',
  },
});

/** 筛查、分别同意、调解: until there is an agreement or none is sought any more. */
export const talks = mediation.createStateConfig({
  meta: { title: title('协议达成前', 'Before an agreement') },
  initial: 'proposed',
  states: { proposed, consent, underWay },
  on: {
    'mediation.locked': lock,
    'screening.barred': bar,
    'party.refused': refuse,
    'violence.occurred': stopForViolence,
    'violence.disclosed': { target: '#mediation.paused', actions: tellOfDisclosure },
    'mediation.recorded': [
      {
        guard: 'wasBarred',
        target: '#mediation.misuse',
        actions: [
          assign({ misused: true, bars: ({ event }) => [...event.payload.grounds] }),
          notify('supervisor', 'mediation.misused'),
        ],
      },
      {
        guard: 'agreed',
        target: '#mediation.agreement',
        actions: assign({
          effectiveAt: ({ event }) => event.payload.madeAt,
          monitoredFrom: ({ event }) => event.payload.madeAt,
        }),
      },
      { target: '#mediation.rights.afterFailure' },
    ],
  },
});

/** 暂停: nothing goes on until intake has assessed again, and then only from the screening on. */
export const paused = mediation.createStateConfig({
  meta: { title: title('暂停，待重新评估', 'Paused for a new assessment'), deadlines: ['reassessment'] },
  on: {
    'mediation.resumed': {
      guard: and([...CASE_ALLOWS, 'afterDisclosure']),
      target: '#mediation.talks.proposed',
      actions: mediation.assign({ disclosedAt: null }),
    },
    'mediation.locked': lock,
    'screening.barred': bar,
    'party.refused': refuse,
    'violence.occurred': stopForViolence,
  },
});
