import { about, type Words } from '#web/words/words.ts';
import { halfWidth, plainPhone } from '#web/words/phone.ts';
import { instantOf, isDay, momentMs } from '#web/words/time.ts';
import type { FieldKind, FieldOf, FormField } from './read-schema.ts';
import { isTyped, letterCount, type Typed, type TypedGroup } from './typed.ts';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** What is wrong at one place of a form; the pointer is the one the server would use. */
export type Problem = { readonly pointer: string; readonly words: Words };

export type Checked = { readonly payload: JsonObject; readonly problems: readonly Problem[] };

/**
 * What has been typed, as the API takes it, and what is wrong with it in words. `nowMs`: the product's time, or null while
 * it is not known; then no time is called a future one here. The server checks all of it again.
 */
export function checkInput(
  fields: readonly FormField[],
  typed: TypedGroup,
  nowMs: number | null = null,
): Checked {
  return readGroup(fields, typed, '', nowMs);
}

const WORDS = {
  required: { zh: '请填写', en: 'Please fill this in' },
  choose: { zh: '请选择', en: 'Please choose' },
  confirm: { zh: '须先确认此项', en: 'This must be confirmed first' },
  fewChosen: { zh: '请至少选择 {} 项', en: 'Choose at least {}' },
  manyChosen: { zh: '至多选择 {} 项', en: 'Choose {} at most' },
  few: { zh: '请至少填写 {} 项', en: 'Enter at least {}' },
  many: { zh: '至多 {} 项', en: '{} at most' },
  short: { zh: '至少 {} 个字', en: 'At least {} characters' },
  long: { zh: '至多 {} 个字，现有 {} 个', en: 'At most {} characters; these are {}' },
  noNumber: { zh: '请填写数字', en: 'Please enter a number' },
  noWhole: { zh: '请填写整数', en: 'Please enter a whole number' },
  least: { zh: '不得小于 {}', en: 'Not less than {}' },
  most: { zh: '不得大于 {}', en: 'Not more than {}' },
  noTime: { zh: '请填写完整的日期和时间', en: 'Please enter date and time' },
  noDay: { zh: '请填写完整的日期', en: 'Please enter a date' },
  noClock: { zh: '请填写时刻，如 08:30', en: 'Please enter a time, such as 08:30' },
  future: { zh: '不得晚于现在', en: 'It may not lie in the future' },
  early: { zh: '不得早于2000年', en: 'Not before 2000' },
  late: { zh: '不得晚于2099年', en: 'Not after 2099' },
  form: { zh: '格式不符', en: 'It has the wrong form' },
  unknown: {
    zh: '此项在本页面无法填写，请联系管理员',
    en: 'This page cannot ask for it; tell the administrator',
  },
} satisfies Record<string, Words>;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Read = { readonly value: Json } | { readonly problem: Words } | { readonly nested: Checked };
type Place = { readonly pointer: string; readonly nowMs: number | null };
type Reader<K extends FieldKind> = (field: FieldOf<K>, typed: Typed, place: Place) => Read;

function readGroup(
  fields: readonly FormField[],
  typed: TypedGroup,
  pointer: string,
  nowMs: number | null,
): Checked & { readonly payload: JsonObject } {
  const payload: JsonObject = {};
  const problems: Problem[] = [];
  for (const field of fields) {
    const place = { pointer: `${pointer}/${field.key}`, nowMs };
    const read = readField(field, typed[field.key], place);
    if (read === null) continue;
    if ('problem' in read) problems.push({ pointer: place.pointer, words: read.problem });
    else if ('value' in read) payload[field.key] = read.value;
    else {
      payload[field.key] = read.nested.payload;
      problems.push(...read.nested.problems);
    }
  }
  return { payload, problems };
}

/** Null: nothing stands there, and nothing need. */
function readField(field: FormField, typed: Typed | undefined, place: Place): Read | null {
  const value = bare(typed);
  if (!isTyped(value) && !isMeant(field)) return field.isRequired ? { problem: missingWords(field) } : null;
  const read = READERS[field.kind] as Reader<FieldKind>;
  return read(field as never, value ?? emptyOf(field), place);
}

function textOf(typed: Typed): string {
  return typeof typed === 'string' ? typed : '';
}

/** Spaces alone are nothing. */
function bare(typed: Typed | undefined): Typed | undefined {
  return typeof typed === 'string' ? typed.trim() : typed;
}

/** A group that must be there is looked into even when nothing stands in it: its own fields say what is missing. */
function isMeant(field: FormField): boolean {
  return field.isRequired && ['group', 'list', 'choices', 'codes'].includes(field.kind);
}

function emptyOf({ kind }: FormField): Typed {
  return kind === 'group' ? {} : [];
}

function missingWords({ kind }: FormField): Words {
  if (kind === 'confirmed') return WORDS.confirm;
  if (kind === 'unknown') return WORDS.unknown;
  return ['choice', 'flag', 'person', 'agency', 'track'].includes(kind) ? WORDS.choose : WORDS.required;
}

const READERS: { readonly [K in FieldKind]: Reader<K> } = {
  choice: ({ options }, typed) =>
    options.some(({ code }) => code === typed) ? { value: typed as string } : { problem: WORDS.choose },
  choices: ({ options, ...bounds }, typed) => {
    // In the order of the list, whatever the order in which they were pressed.
    const chosen = options
      .map(({ code }) => code)
      .filter((code) => (typed as readonly string[]).includes(code));
    return countProblem(chosen, bounds, [WORDS.fewChosen, WORDS.manyChosen]) ?? { value: chosen };
  },
  flag: (_field, typed) => ({ value: typed === true }),
  confirmed: () => ({ value: true }),
  moment: readMoment,
  day: (_field, typed) => (isDay(textOf(typed)) ? { value: textOf(typed) } : { problem: WORDS.noDay }),
  clock: (_field, typed) =>
    /^([01]\d|2[0-3]):[0-5]\d$/.test(textOf(typed)) ? { value: textOf(typed) } : { problem: WORDS.noClock },
  number: readNumber,
  text: ({ least, most }, typed) => readText(textOf(typed), least, most),
  phone: ({ most }, typed) => readText(plainPhone(textOf(typed)), 1, most),
  code: ({ pattern }, typed) => readCode(pattern, textOf(typed)),
  codes: readCodes,
  person: readId,
  agency: readId,
  track: readId,
  group: ({ fields }, typed, { pointer, nowMs }) => ({
    nested: readGroup(fields, typed as TypedGroup, pointer, nowMs),
  }),
  list: readList,
  unknown: () => ({ problem: WORDS.unknown }),
};

function readId(_field: unknown, typed: Typed): Read {
  return UUID.test(textOf(typed)) ? { value: textOf(typed) } : { problem: WORDS.choose };
}

function readMoment({ isPlanned }: FieldOf<'moment'>, typed: Typed, { nowMs }: Place): Read {
  const text = textOf(typed);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) || !isDay(text.slice(0, 10)))
    return { problem: WORDS.noTime };
  if (text < '2000') return { problem: WORDS.early };
  if (text >= '2100') return { problem: WORDS.late };
  if (!isPlanned && nowMs !== null && momentMs(text) > nowMs) return { problem: WORDS.future };
  return { value: instantOf(text) };
}

function readNumber({ least, most, isWhole }: FieldOf<'number'>, typed: Typed): Read {
  const text = halfWidth(textOf(typed)).replaceAll(/[\s,，]/g, '');
  if (!/^-?\d+(\.\d+)?$/.test(text)) return { problem: WORDS.noNumber };
  const value = Number(text);
  if (isWhole && !Number.isSafeInteger(value)) return { problem: WORDS.noWhole };
  if (least !== null && value < least) return { problem: about(WORDS.least, least) };
  if (most !== null && value > most) return { problem: about(WORDS.most, most) };
  return { value };
}

function readText(text: string, least: number, most: number): Read {
  const length = letterCount(text);
  if (length < least) return { problem: about(WORDS.short, least) };
  return length > most ? { problem: about(WORDS.long, most, length) } : { value: text };
}

function readCode(pattern: string, typed: string): Read {
  const code = codeLike(pattern, typed);
  return code === null ? { problem: WORDS.form } : { value: code };
}

/** A code in the form that fits, when only the width or the case of its letters was wrong. */
function codeLike(pattern: string, typed: string): string | null {
  const form = new RegExp(pattern, 'u');
  const plain = halfWidth(typed).trim();
  return [plain, plain.toLowerCase(), plain.toUpperCase()].find((text) => form.test(text)) ?? null;
}

function readCodes({ pattern, ...bounds }: FieldOf<'codes'>, typed: Typed): Read {
  const codes = (typed as readonly string[]).map((code) => codeLike(pattern, code));
  if (codes.includes(null)) return { problem: WORDS.form };
  const whole = [...new Set(codes as string[])];
  return countProblem(whole, bounds, [WORDS.fewChosen, WORDS.manyChosen]) ?? { value: whole };
}

function readList({ fields, ...bounds }: FieldOf<'list'>, typed: Typed, { pointer, nowMs }: Place): Read {
  const entries = typed as readonly TypedGroup[];
  const tooMany = countProblem(entries, bounds, [WORDS.few, WORDS.many]);
  if (tooMany !== null) return tooMany;
  const read = entries.map((entry, index) => readGroup(fields, entry, `${pointer}/${index}`, nowMs));
  const problems = read.flatMap((entry) => entry.problems);
  // A list has no place among the shapes of `Checked` but as what stands in it.
  if (problems.length > 0) return { nested: { payload: {}, problems } };
  return { value: read.map(({ payload }) => payload) };
}

function countProblem(
  things: readonly unknown[],
  { least, most }: { readonly least: number; readonly most: number },
  [few, many]: readonly [Words, Words],
): { readonly problem: Words } | null {
  if (things.length < least) return { problem: about(few, least) };
  return things.length > most ? { problem: about(many, most) } : null;
}
