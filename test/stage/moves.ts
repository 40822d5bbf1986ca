import type { JsonObject } from '#src/base/json.ts';
import type { OpenCaseBody } from '#src/engine/engine.ts';
import { RISK_SCALE, type RiskItem } from '#src/workflow/risk-scale.ts';
import { REGISTRATION_GROUPS } from '#workflows/intake/codes.ts';
import type { CastName } from './cast.ts';
import { instantOf, type Stage, type Told } from './stage.ts';

type Welcome = Partial<OpenCaseBody> & {
  /** The name of the case in the story. */
  readonly inCase?: string;
  /** What the form says; groups it does not give are marked as refused. */
  readonly form?: JsonObject;
};

/** A case that was opened, answered and registered at the federation's desk: it waits for the assessment. */
export async function welcomed(stage: Stage, welcome: Welcome = {}): Promise<string> {
  const { inCase = 'her', form = {}, ...body } = welcome;
  const id = await stage.opensCase(
    'operator',
    {
      channel: 'hotline_12338',
      caller: { relation: 'self' },
      safeContact: { canTalkNow: true },
      ...body,
    },
    inCase,
  );
  await stage.tells(
    'operator',
    `${inCase}/intake`,
    ['call.answered'],
    ['safety.confirmed'],
    ['caller.registered', formOf(form)],
  );
  return id;
}

/** A registration form: the groups that are given, the others refused, both rights told. */
export function formOf(given: JsonObject): JsonObject {
  const refused = Object.keys(REGISTRATION_GROUPS).filter((group) => given[group] === undefined);
  return { rightsTold: true, legalAidTold: true, refused, ...given };
}

/** A filled-in danger scale: every item is no but these. */
export function scaleOf(yes: readonly RiskItem[], more: JsonObject = {}): Told {
  const items = Object.keys({ ...RISK_SCALE.items, ...RISK_SCALE.specials }) as RiskItem[];
  const answers = Object.fromEntries(items.map((item) => [item, yes.includes(item) ? 'yes' : 'no']));
  return ['risk.scored', { answers, ...more }];
}

/** Scored, and the alarm of a high grade answered: police and upper federation are told at once. */
export async function gradedHigh(stage: Stage, yes: readonly RiskItem[], inCase = 'her'): Promise<void> {
  await stage.tells(
    'operator',
    `${inCase}/intake`,
    scaleOf(yes),
    ['police.informed'],
    ['federation.informed'],
  );
}

/** What is offered at every plan; whatever of it she does not ask for she does not want for now. */
const SAFETY = ['protection-order', 'shelter'];

/**
 * A plan of these services, with the case manager as the officer who is named for it. A service that is a workflow of
 * ours (`protection-order`, `visit`, `consultation`, …) opens its track with the plan.
 */
export function planOf(stage: Stage, ...services: readonly string[]): Told {
  return [
    'plan.agreed',
    {
      services: services.map((service) => ({ service, consent: true })),
      declined: SAFETY.filter((service) => !services.includes(service)),
      officer: stage.person('manager').id,
    },
  ];
}

/** The units every order has: a police station and a committee of this district. */
export const ORDER_UNITS = [
  { id: 'station', kind: 'police_station', district: 'own' },
  { id: 'committee', kind: 'committee', district: 'own' },
] as const;

/** A ruling of a local day, for six months unless an end is printed. */
export function grantOf(at: string, measures: readonly JsonObject[], more: JsonObject = {}): Told {
  const madeOn = at.slice(0, 10);
  const term = 'to' in more ? {} : { validMonths: 6 };
  return ['order.granted', { madeOn, ...term, measures: [...measures], units: [...ORDER_UNITS], ...more }];
}

/** The same paper for several addressees. */
export function servedOn(addressees: readonly string[], more: JsonObject = {}): Told[] {
  return addressees.map(
    (to): Told => ['document.served', { to, method: 'in_person', addressHidden: true, ...more }],
  );
}

type Call = {
  readonly by?: CastName;
  readonly police?: CastName;
  readonly input: JsonObject;
  readonly inCase?: string;
};

/** A call to the police: the track goes to the station, which comes to the scene. */
export async function policeCalled(
  stage: Stage,
  { by = 'manager', police = 'police', input, inCase = 'her' }: Call,
): Promise<void> {
  await stage.opens(
    by,
    'warning-letter',
    { relation: 'spouse', reporter: 'survivor', priorReports: 0, fragile: [], ...input },
    inCase,
  );
  await stage.entrusts(by, `${inCase}/warning-letter`, police);
}

/** What the police find at the scene, unless the story says otherwise. */
export const SCENE = { separated: true, injured: true, wontStop: false, publicPlace: false } as const;

type Application = {
  readonly by?: CastName;
  readonly court?: CastName;
  readonly input?: JsonObject;
  readonly filing?: JsonObject;
  readonly urgent?: boolean;
  readonly inCase?: string;
};

/** An application that was opened and filed, went to the court and was accepted there, all at once. */
export async function orderAsked(stage: Stage, asked: Application = {}): Promise<void> {
  const { by = 'manager', court = 'court', input = {}, filing = {}, urgent = false, inCase = 'her' } = asked;
  const track = `${inCase}/protection-order`;
  const parties = { applicants: [{ id: 'a1' }], respondents: [{ id: 'r1' }] };
  const opened = { relation: 'spouse', basis: 'violence', ...parties, ...input };
  await stage.opens(by, 'protection-order', opened, inCase);
  const filed = { court: 'applicant_residence', mode: 'written', measures: ['no_violence'], ...filing };
  await stage.tells(by, track, ['application.filed', filed]);
  await stage.entrusts(by, track, court);
  await stage.tells(court, track, ['application.accepted', { urgent }]);
}

type Detention = {
  readonly days: number;
  readonly fineYuan?: number;
  readonly endsAt: string;
  readonly ground?: string;
};

/** The police make a case of a call and detain him, from now until a local minute. */
export async function detainedByPolice(
  stage: Stage,
  detention: Detention,
  call = 'warning-letter',
): Promise<void> {
  await stage.tells('police', call, ['case.punished']);
  await stage.entrusts('manager', 'enforcement', 'police');
  await stage.tells('police', 'enforcement', ...punishmentOf(detention));
}

/** What the police record on an act that is followed up: the case, and the detention that is its answer. */
export function punishmentOf({ days, fineYuan, endsAt, ground = 'beating' }: Detention): Told[] {
  const fine = fineYuan === undefined ? {} : { fineYuan };
  const kind = fineYuan === undefined ? 'detention' : 'detention_fine';
  return [
    ['case.opened', { ground }],
    ['punishment.decided', { kind, ground, days, ...fine, endsAt: instantOf(endsAt) }],
  ];
}
