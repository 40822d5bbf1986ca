import type { Static } from 'typebox';
import { title } from '#src/base/title.ts';
import { defineGuards, defineOpeningGuards } from '#src/workflow/guard.ts';
import { reviewGuards } from '../danger-points/risk-review.ts';
import type { LitigationContext, LitigationEvent } from './context.ts';
import type { input } from './events.ts';

const BARRED = title(
  '判决不准离婚生效后六个月内，没有新情况、新理由的不得再诉',
  'Within six months of a refused divorce she sues again only on new circumstances',
);

export const openingGuards = defineOpeningGuards<Static<typeof input>>()({
  notBarred: {
    text: BARRED,
    who: ['lawyer', 'case_manager', 'supervisor'],
    test: ({ payload, case: view }) =>
      payload.kind !== 'divorce' ||
      payload.herRole !== 'claimant' ||
      payload.newCircumstances !== undefined ||
      view.facts.divorceBar === 'none' ||
      view.facts.breach === 'yes',
  },
});

export const guards = defineGuards<LitigationContext, LitigationEvent>()({
  ...reviewGuards,
  sheSues: {
    text: title('由当事人提起', 'The suit is hers'),
    who: [],
    test: ({ context }) => context.herRole === 'claimant',
  },
  sheIsSued: {
    text: title('由对方提起', 'The suit is against her'),
    who: [],
    test: ({ context }) => context.herRole === 'respondent',
  },
  barIsOver: {
    text: BARRED,
    who: ['lawyer', 'case_manager', 'supervisor'],
    test: ({ context, event }) =>
      context.kind !== 'divorce' ||
      context.newCircumstances ||
      event.case.facts.divorceBar === 'none' ||
      event.case.facts.breach === 'yes' ||
      (event.type === 'suit.filed' && event.payload.newCircumstances !== undefined),
  },
  notOrderAlone: {
    text: title(
      '认定家庭暴力不得仅以曾作出人身安全保护令为据（法释〔2022〕17号第9条）',
      'That an order was made does not by itself show violence (PO17 9)',
    ),
    who: ['lawyer', 'court_liaison'],
    test: ({ event }) => {
      const shown =
        event.type === 'suit.filed'
          ? event.payload.violenceShownBy
          : event.type === 'judgment.given' && event.payload.violenceFoundBy;
      return shown === undefined || shown === false || shown.some((kind) => kind !== 'protection_order');
    },
  },
  servedOnHim: {
    text: title('受送达人为加害人', 'Served on the abuser'),
    who: [],
    test: ({ event }) => event.type === 'summons.served' && event.payload.addressee === 'respondent',
  },
  outcomeFitsKind: {
    text: title('离婚裁判结果只适用于离婚纠纷', 'Only a divorce suit ends in a divorce granted or refused'),
    who: ['court_liaison', 'lawyer'],
    test: ({ context, event }) =>
      event.type !== 'judgment.given' ||
      !event.payload.outcome.startsWith('divorce') ||
      context.kind === 'divorce',
  },
  paymentHidden: {
    text: title(
      '保护令有效或者住址保密期间，款项不得当面交付',
      'While an order or a lock on her place holds, nothing is paid from hand to hand',
    ),
    who: ['court_liaison', 'lawyer'],
    test: ({ event }) =>
      event.type !== 'judgment.given' ||
      event.payload.payBy !== 'handed' ||
      (event.case.facts.protectionOrder !== 'in_force' && event.case.facts.location !== 'locked'),
  },
  heardApart: {
    text: title('双方当事人及亲属均不在场', 'Neither party nor kin was present'),
    who: [],
    test: ({ event }) =>
      event.type === 'child.heard' &&
      event.payload.present.every((who) => who === 'judge' || who === 'counsellor'),
  },
  endedByDeath: {
    text: title('因死亡终结', 'Ended by a death'),
    who: [],
    test: ({ event }) => event.type === 'suit.terminated' && event.payload.ground !== 'other',
  },
  settledInCourt: {
    text: title('调解结案', 'Settled in court'),
    who: [],
    test: ({ event }) => event.type === 'judgment.given' && event.payload.outcome === 'settled',
  },
  divorceRefusedToHer: {
    text: title('判决不准她离婚', 'Her divorce was refused'),
    who: [],
    test: ({ context }) => context.outcome === 'divorce_refused' && context.herRole === 'claimant',
  },
});
