import type { CallForm, Reply, SafeContact } from './call-form.ts';

/** What opens a case (`POST /api/cases`): only what was said, nothing that is empty. */
export type CaseBody = {
  readonly channel: string;
  readonly caller: { readonly relation: string; readonly [key: string]: unknown };
  readonly safeContact: { readonly canTalkNow: boolean; readonly [key: string]: unknown };
  readonly [part: string]: unknown;
};

/**
 * The opening of a case out of a call. Whoever calls for herself is the survivor. Its keys are in the order in which a
 * draft gives them back: sent again from there, it must be the same bytes, or it counts as another opening.
 */
export function caseBody(form: CallForm): CaseBody {
  return inOrder(openingOf(form)) as CaseBody;
}

function openingOf(form: CallForm): CaseBody {
  const isHerself = form.relation === 'self';
  const said = { name: form.name, address: form.place, ...(isHerself && { phone: form.phone }) };
  const survivor = filled(said);
  const respondent = filled({ name: form.respondentName });
  const incident = filled({
    narrative: form.narrative,
    injured: flagOf(form.redLines.hurt),
    weapon: flagOf(form.redLines.weapon),
    childrenPresent: flagOf(form.redLines.children),
  });
  const isAnonymous = isHerself && form.name.trim() === '' && form.phone.trim() === '';
  return {
    channel: form.channel,
    caller: {
      relation: form.relation,
      ...filled({ phone: form.phone }),
      ...(isAnonymous && { anonymous: true }),
    },
    safeContact: {
      canTalkNow: form.canTalkNow === true,
      ...safeContactOf(form.contact),
      ...(isHerself && form.contact.okToCall === true && filled({ phone: form.phone })),
    },
    ...part('survivor', survivor),
    ...part('respondent', respondent),
    ...part('incident', incident),
  };
}

/** What was said about reaching her; nothing that was not asked. */
export function safeContactOf({
  from,
  to,
  okToCall,
  okToText,
  okToVoicemail,
  phoneControlled,
  ...rest
}: SafeContact) {
  return filled({
    ...{ okToCall, okToText, okToVoicemail, phoneControlled, ...rest },
    window: windowOf({ from, to }),
  });
}

/** Her hours, when both ends were given. */
export function windowOf({
  from,
  to,
}: Pick<SafeContact, 'from' | 'to'>): { from: string; to: string } | null {
  return from === '' || to === '' ? null : { from, to };
}

/** The form 家庭暴力个案登记表 as far as this screen asks; every group that was not given is marked as refused. */
export function registration(form: CallForm, groups: readonly string[]): Record<string, unknown> {
  const victim = filled({
    name: form.name,
    phone: form.relation === 'self' ? form.phone : '',
    home: form.place,
  });
  const abuser = filled({ name: form.respondentName });
  const hurt = flagOf(form.redLines.hurt);
  const given = {
    ...part('victim', victim),
    ...part('abuser', abuser),
    ...part('incident', filled({ detail: form.narrative.slice(0, DETAIL_LIMIT) })),
    ...(hurt !== null && { injury: { victimInjured: hurt } }),
  };
  const refused = groups.filter((group) => !(group in given));
  return { ...given, ...(refused.length > 0 && { refused }) };
}

// The opening takes 8,000 characters, the form 6,000; the whole text is in the case from its opening.
export const DETAIL_LIMIT = 6_000;

function flagOf(reply: Reply | undefined): boolean | null {
  return reply === 'yes' || reply === 'no' ? reply === 'yes' : null;
}

function filled(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value] as const)
      .filter(([, value]) => value !== '' && value !== null && value !== undefined),
  );
}

function part(name: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.keys(values).length === 0 ? {} : { [name]: values };
}

/** The same value with the keys of every object in their order. */
export function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, inOrder(part)]));
}
