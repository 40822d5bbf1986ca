import type { JsonObject } from '#src/base/json.ts';
import type { SealedClass } from '#src/workflow/sealed.ts';
import type { OpenCaseBody } from './engine.ts';

/** A part of the opening form as it is sealed: under its own key, for the readers of its class. */
export type OpeningPart = {
  readonly key: string;
  readonly class: SealedClass;
  readonly value: JsonObject;
};

// What is cut out of a part, because fewer people may read it, and under which key it is sealed by itself.
const HER_PLACE = { key: 'whereabouts', of: 'survivor', fields: ['address'] } as const;
const HIS_CONTACT = { key: 'respondentContact', of: 'respondent', fields: ['phone', 'address'] } as const;

/** The parts of an opening form, each of one class. */
export function partsOfForm(body: OpenCaseBody): OpeningPart[] {
  const { caller, safeContact, survivor, respondent, incident } = body;
  return [
    { key: 'caller', class: classOfCaller(caller.relation), value: caller },
    { key: 'safeContact', class: 'contact', value: safeContact },
    ...split('identity', survivor, { ...HER_PLACE, class: 'whereabouts' }),
    ...split('identity', respondent, { ...HIS_CONTACT, class: 'respondent' }),
    ...(incident === undefined ? [] : [{ key: 'incident', class: 'narrative', value: incident } as const]),
  ];
}

/** The form again, from the parts a reader may see: what was cut out stands where it was. */
export function formOf(parts: readonly { readonly key: string; readonly text: string }[]): JsonObject {
  const form: Record<string, JsonObject> = {};
  for (const { key, text } of parts) {
    const cut = [HER_PLACE, HIS_CONTACT].find((candidate) => candidate.key === key);
    const at = cut?.of ?? key;
    form[at] = { ...form[at], ...(JSON.parse(text) as JsonObject) };
  }
  return form;
}

/** Who calls for herself is no 报案人, and what he says of himself is the respondent's contact. */
function classOfCaller(relation: string): SealedClass {
  if (relation === 'self') return 'identity';
  return relation === 'respondent' ? 'respondent' : 'reporter';
}

type Cut = { readonly key: string; readonly of: string; readonly fields: readonly string[] };

function split(
  rest: SealedClass,
  part: JsonObject | undefined,
  cut: Cut & { readonly class: SealedClass },
): OpeningPart[] {
  if (part === undefined) return [];
  const isCut = ([key]: [string, unknown]): boolean => cut.fields.includes(key);
  const entries = Object.entries(part);
  const value = Object.fromEntries(entries.filter((entry) => !isCut(entry)));
  const taken = Object.fromEntries(entries.filter(isCut));
  const others = { key: cut.of, class: rest, value };
  return Object.keys(taken).length === 0
    ? [others]
    : [others, { key: cut.key, class: cut.class, value: taken }];
}
