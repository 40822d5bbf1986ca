import type { Static } from 'typebox';
import type { ChildWorkflow } from '#src/base/child-workflows.ts';
import type { Effect } from '#src/workflow/effect.ts';
import type { input as consultation } from '../consultation/counsel-events.ts';
import type { input as litigation } from '../litigation/events.ts';
import type { input as mediation } from '../mediation/events.ts';
import type { input as placement } from '../placement/events.ts';
import type { RELATIONS } from '../protection-order/codes.ts';
import type { input as protectionOrder } from '../protection-order/opening.ts';
import type { input as shelter } from '../shelter/events.ts';
import type { input as visit } from '../visit/events.ts';
import type { FRAGILITIES } from '../warning-letter/codes.ts';
import type { input as warningLetter } from '../warning-letter/events.ts';
import type { PARTY_RELATIONS } from './codes.ts';
import type { IntakeContext, IntakeEvent, IntakeEventOf } from './context.ts';

type Agreed = IntakeEventOf<'plan.agreed'>;
type Planned = Agreed['payload']['services'][number]['service'];

/** What each service that is a track of ours is opened with: what the intake knows, and nothing it would have to guess. */
type Openings = {
  readonly consultation: Static<typeof consultation>;
  readonly 'protection-order': Static<typeof protectionOrder>;
  readonly 'warning-letter': Static<typeof warningLetter>;
  readonly mediation: Static<typeof mediation>;
  readonly shelter: Static<typeof shelter>;
  readonly visit: Static<typeof visit>;
  readonly litigation: Static<typeof litigation>;
  readonly placement: Static<typeof placement>;
};

const OPENINGS: {
  readonly [W in keyof Openings]: (context: IntakeContext, event: Agreed) => Openings[W];
} = {
  consultation: (context) => ({
    ...(context.respondentName === null ? {} : { respondentName: context.respondentName }),
    highRisk: context.risk === 'high',
    minor: context.minor,
    clientAgrees: true,
  }),
  'protection-order': (context) => ({
    relation: relationOf(context),
    basis: 'violence',
    applicants: [{ id: 'a1', minor: context.minor, ...named(context.survivorName) }],
    respondents: [{ id: 'r1', ...named(context.respondentName) }],
    highRisk: context.risk === 'high',
  }),
  'warning-letter': (context) => ({
    relation: relationOf(context),
    reporter: 'federation',
    priorReports: 0,
    fragile: fragilitiesOf(context),
    letterAsked: true,
  }),
  mediation: () => ({ body: 'committee', free: true }),
  shelter: (context) => ({
    source: 'federation',
    resident: residentOf(context),
    minors: 0,
    previousStays: 0,
  }),
  visit: (context) => ({ purpose: 'risk_check', highRisk: context.risk === 'high' }),
  // The guard of the plan has seen to it that the suit is described.
  litigation: (_, { payload }) => payload.suit ?? { kind: 'other', herRole: 'claimant' },
  placement: (context) => ({
    basis: context.mandatory ? 'mandatory_report' : 'other',
    child: context.minor ? 'minor' : 'no_capacity',
  }),
};

/** What is agreed with her begins with the agreement: one action for each service that is a track of ours. */
export const startServices = (Object.keys(OPENINGS) as (keyof Openings)[]).map(
  (service) =>
    ({
      type: 'effect',
      params: ({ context, event }: { context: IntakeContext; event: Agreed }): Effect =>
        asksFor(event, service) && !isRunning(event, service)
          ? { kind: 'start_track', workflow: service, input: OPENINGS[service](context, event) }
          : { kind: 'none' },
    }) as const,
);

/** Whether a plan holds a service. */
export function asksFor(event: IntakeEvent, service: Planned): boolean {
  return (
    event.type === 'plan.agreed' && event.payload.services.some((planned) => planned.service === service)
  );
}

/** Whether a track of this workflow is open: agreeing on it once more starts no second one. */
export function isRunning({ case: view }: IntakeEvent, workflow: ChildWorkflow): boolean {
  return Object.values(view.tracks).some((track) => track.workflow === workflow && track.isOpen);
}

const RELATIONS_OF: { readonly [R in keyof typeof PARTY_RELATIONS]: keyof typeof RELATIONS } = {
  spouse: 'spouse',
  ex_spouse: 'former_spouse',
  partner: 'dating',
  ex_partner: 'former_partner',
  parent: 'parent_child',
  child: 'parent_child',
  sibling: 'siblings',
  in_law: 'in_law',
  live_in_carer: 'carer',
  other_household: 'cohabiting',
};

/** Whoever did not wish to say stands under the sixth code of the court's form, as everybody does who is no kin. */
function relationOf({ relation }: IntakeContext): keyof typeof RELATIONS {
  return relation === null ? 'cohabiting' : RELATIONS_OF[relation];
}

function named(name: IntakeContext['survivorName']) {
  return name === null ? {} : { name };
}

function fragilitiesOf({ minor, ageGroup }: IntakeContext): (keyof typeof FRAGILITIES)[] {
  const isOld = ageGroup === 'from_60_to_69' || ageGroup === 'from_70';
  return [...(minor ? (['minor'] as const) : []), ...(isOld ? (['elder'] as const) : [])];
}

function residentOf({ minor, capacity }: IntakeContext): Openings['shelter']['resident'] {
  if (minor) return 'minor';
  return capacity === 'limited' || capacity === 'none' ? 'no_capacity' : 'adult';
}
