import { and, assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { effect, notify } from '#src/workflow/effect.ts';
import { registered } from './registered.ts';
import { intake, tellHousehold } from './setup.ts';

const toEmergency = {
  target: '#intake.open.work.emergency',
  actions: [
    tellHousehold,
    intake.assign({ policeOwed: true, federationOwed: true, alarmed: true, policePages: 1 }),
    notify('supervisor', 'emergency.declared'),
    notify('handler', 'emergency.declared'),
  ],
} as const;

/** In danger at any moment of the work: the call comes before every form. */
export const dangerDeclared = toEmergency;

const forgetTries = intake.assign({ callTries: 0 });
const onward = [
  { guard: 'registered', target: '#intake.open.work.assessing', actions: forgetTries },
  { target: '#intake.open.work.registering', actions: forgetTries },
] as const;

/** A child's safety is not asked after through whoever harms it. */
const reached = [
  { ...onward[0], guard: and(['registered', 'notThroughSuspect']) },
  { ...onward[1], guard: 'notThroughSuspect' },
] as const;

export const safetyCheck = intake.createStateConfig({
  meta: {
    title: title('安全询问', 'Safety check'),
    deadlines: ['safety'],
  },
  on: {
    'talk.postponed': {
      target: 'callbackPlanned',
      actions: assign({
        callTries: 0,
        window: ({ context, event }) => event.payload.window ?? context.window,
      }),
    },
    'safety.confirmed': 'registering',
  },
});

/** Only inside her safe window, only the agreed number; no voicemail. */
export const callbackPlanned = intake.createStateConfig({
  meta: { title: title('待回拨', 'Call-back planned'), deadlines: ['callBack'] },
  on: {
    'caller.reached': reached,
    'call.unanswered': [
      {
        guard: 'moreTries',
        target: 'callbackPlanned',
        reenter: true,
        actions: assign({ callTries: ({ context }) => context.callTries + 1 }),
      },
      {
        guard: 'riskIsHigh',
        target: 'lostContact',
        // Lost and in high danger: the police hear of it now, whatever the supervisor decides later.
        actions: [
          forgetTries,
          intake.assign({ policeOwed: true }),
          notify('supervisor', 'deadline.escalated'),
        ],
      },
      {
        target: 'lostContact',
        actions: [forgetTries, notify('supervisor', 'deadline.escalated')],
      },
    ],
  },
});

/** She does not answer while her case is being worked: a call-back is planned, and the tries are counted. */
export const unanswered = {
  target: '#intake.open.work.callbackPlanned',
  actions: intake.assign({ callTries: 1 }),
} as const;

export const lostContact = intake.createStateConfig({
  meta: { title: title('失联', 'Lost contact') },
  initial: 'deciding',
  states: {
    deciding: {
      meta: { title: title('待督导决定', 'Supervisor decides'), deadlines: ['lostContact'] },
      on: { 'welfare.requested': 'welfareCheck' },
    },
    welfareCheck: {
      meta: { title: title('公安机关上门核查中', 'Welfare check under way'), deadlines: ['welfareCheck'] },
    },
  },
  on: {
    'caller.reached': reached,
    'contact.abandoned': {
      guard: and([
        'riskBelowHigh',
        'notMandatory',
        'fullCapacity',
        'crisisOver',
        'alarmSettled',
        'reportSettled',
        'childrenFinal',
        'siblingDeadlinesSettled',
      ]),
      target: '#intake.closedLost',
      actions: effect({ kind: 'close_case' }),
    },
  },
});

/** Help comes first: nothing here asks for her consent (个人信息保护法 13(4)). */
export const emergency = intake.createStateConfig({
  meta: { title: title('紧急处置', 'Emergency') },
  exit: intake.assign({ policePages: 0 }),
  initial: 'paging',
  states: {
    paging: {
      meta: {
        title: title('等待确认民警到场', 'Police presence to be confirmed'),
        deadlines: ['policeConfirmation'],
      },
      on: {
        'police.unconfirmed': [
          {
            guard: 'morePages',
            target: 'paging',
            reenter: true,
            actions: [
              intake.assign({ policePages: ({ context }) => context.policePages + 1 }),
              notify('supervisor', 'emergency.declared'),
            ],
          },
          { target: 'unconfirmed', actions: notify('supervisor', 'emergency.declared') },
        ],
      },
    },
    unconfirmed: {
      meta: {
        title: title('多次呼叫仍未确认', 'Not confirmed after repeated pages'),
        deadlines: ['unconfirmed'],
      },
    },
  },
  on: {
    'danger.declared': { actions: notify('supervisor', 'emergency.declared') },
    'police.arrived': onward,
    'danger.passed': onward,
  },
});

export const registering = intake.createStateConfig({
  meta: { title: title('登记', 'Registration'), deadlines: ['registration'] },
  on: {
    'caller.informed': {
      guard: and([
        'notMandatory',
        'fullCapacity',
        'riskBelowHigh',
        'crisisOver',
        'alarmSettled',
        'childrenFinal',
        'siblingDeadlinesSettled',
      ]),
      target: '#intake.closedInfo',
      actions: [assign({ rightsTold: true }), effect({ kind: 'close_case' })],
    },
    'caller.registered': {
      guard: 'fieldsGivenOrRefused',
      target: 'assessing',
      actions: assign(({ context, event }) => registered(context, event)),
    },
  },
});
