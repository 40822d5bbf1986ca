import { OPENED_AT } from '#test/support/step-with.ts';
import { workflow } from '#workflows/litigation.ts';
import { type Abstraction, isIndifferent, type Move } from '../abstraction.ts';

const FILED = { filedAt: OPENED_AT };
const judged = (outcome: string, more: object = {}) => ({ outcome, servedAt: OPENED_AT, ...more });
const served = (addressee: string) => ({
  ...{ paper: 'summons', addressee, method: 'direct', servedAt: OPENED_AT },
});

/** One payload for each kind that a guard tells apart; every other event has one. */
const PAYLOADS: { readonly [type: string]: readonly object[] } = {
  'child.heard': [
    { wish: 'unsure', present: ['judge'] },
    { wish: 'unsure', present: ['respondent'] },
  ],
  'suit.filed': [
    FILED,
    { ...FILED, newCircumstances: 'new_violence' },
    { ...FILED, violenceShownBy: ['protection_order'] },
    { ...FILED, violenceShownBy: ['protection_order', 'medical'] },
  ],
  'claim.received': [{ receivedAt: OPENED_AT }],
  'summons.served': [served('respondent'), served('survivor')],
  'service.failed': [{ why: 'refused' }],
  'hearing.scheduled': [{ at: '2026-02-10T09:30:00.000+08:00', mode: 'separated' }],
  'hearing.held': [{ mode: 'in_person' }],
  'judgment.given': [
    judged('divorce_refused'),
    judged('divorce_granted'),
    judged('granted'),
    judged('settled'),
    judged('settled', { payBy: 'handed' }),
    judged('granted', { violenceFoundBy: ['protection_order'] }),
  ],
  'judgment.effective': [{ effectiveAt: OPENED_AT }],
  'suit.terminated': [{ ground: 'survivor_died' }, { ground: 'other' }],
  'risk.reviewed': ['low', 'medium', 'high'].map((level) => ({ level, safetyPlanRenewed: true })),
  'evidence.added': [{ kind: 'medical' }],
};

/** A suit of hers or against her; of its kind only matters whether it is for divorce. */
export const abstraction: Abstraction = {
  workflow,
  inputs: ['claimant', 'respondent'].flatMap((herRole) =>
    ['divorce', 'personality_right'].map((kind) => ({ kind, herRole })),
  ),
  unread: ['evidence', 'filedAt', 'hearingAt', 'hearingSafeBy', 'judgedAt'],
  views: {
    kind: (kind) => kind === 'divorce',
    outcome: (outcome) => outcome === 'divorce_refused',
    newCircumstances: isIndifferent,
    effectiveAt: isIndifferent,
  },
  ids: ['somebody'],
  moments: [OPENED_AT],
  walks: {
    all: {
      moves: Object.keys(workflow.events).flatMap((type) =>
        (PAYLOADS[type] ?? [{}]).map((payload): Move => [type, payload]),
      ),
    },
  },
};
