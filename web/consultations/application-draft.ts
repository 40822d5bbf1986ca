import type { Words } from '#web/words/words.ts';
import { FIELDS, type FieldKey, WORDS_OF_BASES } from './application-fields.ts';
import type { Option } from './event-choices.ts';
import { hideFrom, isAddressHidden, placesOf } from './hidden-address.ts';

export type Part = Readonly<Record<string, unknown>>;

/** What the API shows this reader of the case; what is not shown is not there. */
export type Sources = {
  readonly survivor: Part;
  readonly respondent: Part;
  readonly incident: Part;
  readonly facts: Readonly<Record<string, string>>;
  /** The payload with which she was registered, sealed values opened as far as this reader may read them. */
  readonly registration: Part;
  /** The protection-order track's context, its names opened; null: none was begun. */
  readonly order: Part | null;
  /** The codes and the court's words for them. */
  readonly codes: {
    readonly relations: readonly Option[];
    readonly measures: readonly Option[];
    readonly evidence: readonly Option[];
  };
};

/** What the lawyer adds: values she typed, and the measures she asks for. */
export type Additions = {
  readonly typed: { readonly [K in FieldKey]?: string };
  readonly measures: readonly string[];
};

export type ApplicationDraft = {
  /** Every line of the form, in its order; empty where nothing is known. */
  readonly values: { readonly [K in FieldKey]: string };
  readonly requests: readonly string[];
  readonly evidence: readonly string[];
  /** The law it is asked under. */
  readonly ground: string;
  readonly missing: readonly {
    readonly key: FieldKey | 'measures' | 'evidence';
    readonly words: Words;
    readonly isNeeded: boolean;
  }[];
  /** Her address stays out: she has moved, or nothing says that she has not. */
  readonly isAddressHidden: boolean;
};

/**
 * 人身安全保护令申请书 from what the case says, and what it still lacks. Pure. Her address stands in it only while she is
 * known to live with him and has not moved out; else it is taken out of every text, wherever it came from.
 */
export function draftApplication(sources: Sources, { typed, measures }: Additions): ApplicationDraft {
  const hidden = isAddressHidden(sources);
  const hide = (text: string): string => (hidden ? hideFrom(text, placesOf(sources)) : text);
  const known = valuesOf(sources, hidden);
  const values = Object.fromEntries(
    Object.keys(FIELDS).map((key) => {
      const added = typed[key as FieldKey]?.trim() ?? '';
      return [key, hide(added === '' ? (known[key as FieldKey] ?? '') : added)];
    }),
  ) as ApplicationDraft['values'];
  const requests = wordsOf(sources.codes.measures, measures);
  const evidence = wordsOf(sources.codes.evidence, listOf(sources.order?.['evidence']));
  const basis = first(sources.order?.['basis']) as keyof typeof WORDS_OF_BASES;
  return {
    values,
    requests,
    evidence,
    ground: WORDS_OF_BASES[basis] ?? WORDS_OF_BASES.violence,
    missing: missingOf(values, requests, evidence),
    isAddressHidden: hidden,
  };
}

/** What is asked for unless she says otherwise: the first four, and that he goes where they live together. */
export function usualMeasures({ order }: Pick<Sources, 'order'>): readonly string[] {
  const usual = ['no_violence', 'no_harassment', 'no_stalking', 'no_contact'];
  return order?.['livesTogether'] === true && order['movedOut'] !== true ? [...usual, 'move_out'] : usual;
}

/** What she had added before, as it was kept; the usual measures where nothing was. */
export function additionsOf(kept: Part | undefined, sources: Sources): Additions {
  if (kept === undefined) return { typed: {}, measures: usualMeasures(sources) };
  const keys = Object.keys(FIELDS).filter((key) => typeof kept[key] === 'string');
  return {
    typed: Object.fromEntries(keys.map((key) => [key, kept[key]])),
    measures: listOf(kept['measures']),
  };
}

function missingOf(
  values: ApplicationDraft['values'],
  requests: readonly string[],
  evidence: readonly string[],
): ApplicationDraft['missing'] {
  const fields = Object.entries(FIELDS).flatMap(([key, { words, isNeeded }]) =>
    values[key as FieldKey] === '' ? [{ key: key as FieldKey, words, isNeeded }] : [],
  );
  return [
    ...fields,
    ...(requests.length === 0 ? [{ key: 'measures' as const, words: MEASURES, isNeeded: true }] : []),
    ...(evidence.length === 0 ? [{ key: 'evidence' as const, words: EVIDENCE, isNeeded: false }] : []),
  ].toSorted((a, b) => Number(b.isNeeded) - Number(a.isNeeded));
}

const MEASURES = { zh: '请求的措施', en: 'Measures asked for' };
const EVIDENCE = { zh: '证据（在保护令环节补充后列入）', en: 'Evidence (add it on the order’s track)' };

/** What the case says of each line; her address only where it may stand. */
function valuesOf(sources: Sources, hidden: boolean): { readonly [K in FieldKey]?: string } {
  const { survivor, respondent, order, registration } = sources;
  const victim = partOf(registration['victim']);
  const abuser = partOf(registration['abuser']);
  return {
    applicantName: first(nameIn(order, 'applicants'), survivor['name'], victim['name']),
    applicantSex: sexOf(first(survivor['sex'], victim['sex'])),
    applicantBirth: first(survivor['birthDate']),
    applicantId: first(survivor['idNumber']),
    applicantAddress: hidden ? '' : first(survivor['address'], victim['home']),
    respondentName: first(nameIn(order, 'respondents'), respondent['name'], abuser['name']),
    respondentSex: sexOf(first(respondent['sex'], abuser['sex'])),
    respondentBirth: first(respondent['birthDate']),
    respondentId: first(respondent['idNumber']),
    respondentAddress: first(respondent['address'], abuser['home']),
    respondentPhone: first(respondent['phone']),
    relation: relationOf(sources),
    facts: factsOf(sources),
  };
}

function relationOf({ order, registration, respondent, codes }: Sources): string {
  const said = first(registration['relation'], respondent['relation']);
  const ofTrack = first(order?.['relation']);
  // A track that a plan opened has this code where nobody asked: a court is told only what somebody said.
  const told = ofTrack === UNASKED ? said : first(ofTrack, said);
  const code = COURTS_OWN[told] ?? told;
  return codes.relations.find((option) => option.code === code)?.words.zh ?? '';
}

const UNASKED = 'cohabiting';

/** The desk's codes, where the court has another one for the same. */
const COURTS_OWN: Readonly<Record<string, string>> = {
  ex_spouse: 'former_spouse',
  partner: 'dating',
  ex_partner: 'former_partner',
  parent: 'parent_child',
  child: 'parent_child',
  sibling: 'siblings',
  live_in_carer: 'carer',
  other_household: 'cohabiting',
};

/** What happened, in the words that were taken down; the lawyer puts it into order. */
function factsOf({ incident, registration }: Sources): string {
  const told = partOf(registration['incident']);
  const history = partOf(registration['history']);
  const injury = partOf(registration['injury']);
  const head = [first(incident['time']), first(incident['area'], told['area'])].filter((text) => text !== '');
  const texts = [
    head.join('，'),
    first(incident['narrative']),
    first(told['detail']),
    first(history['text']),
    first(injury['text']),
  ].filter((text) => text !== '');
  // A call tells the case and its registration the same words.
  return [...new Set(texts)].join('\n');
}

function wordsOf(options: readonly Option[], codes: readonly string[]): string[] {
  return options.filter(({ code }) => codes.includes(code)).map(({ words }) => words.zh);
}

function nameIn(order: Part | null, side: string): string {
  const names = listOf(order?.[side]).map((party) => first(partOf(party)['name']));
  return names.filter((name) => name !== '').join('、');
}

function sexOf(code: string): string {
  if (code === 'female') return '女';
  return code === 'male' ? '男' : code;
}

function first(...values: readonly unknown[]): string {
  return values.find((value): value is string => typeof value === 'string' && value !== '') ?? '';
}

/** A part of something read, where there is one; a sealed value that was not opened is none. */
export function partOf(value: unknown): Part {
  return typeof value === 'object' && value !== null ? (value as Part) : {};
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value : [];
}
