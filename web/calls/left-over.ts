import { DETAIL_LIMIT, inOrder, safeContactOf } from './call-body.ts';
import type { CallForm } from './call-form.ts';

/** What the case lacks: `registration` and `scale` can still go with the next step, `later` only in the case itself. */
export type LeftOver = 'registration' | 'scale' | 'contact' | 'later';

/** What was typed and is in no event yet: the words to say so, and whether the draft must stay. */
export function isLeftOver(form: CallForm): boolean {
  return form.opened === null || leftOvers(form).length > 0;
}

/** Of a call whose case is open: what was typed since, or is waiting for a later step. */
export function leftOvers(form: CallForm): readonly LeftOver[] {
  const isRegistered = form.recorded.includes('caller.registered');
  const isScored = form.recorded.includes('risk.scored');
  const hasWords = isChangedSince(form);
  const isLeft: { readonly [L in LeftOver]: boolean } = {
    registration: !isRegistered && hasWords,
    scale: !isScored && Object.keys(form.scale).length > 0,
    contact: isContactChanged(form),
    later: (isRegistered && hasWords) || (isScored && isScaleChanged(form)),
  };
  return (['registration', 'scale', 'contact', 'later'] as const).filter((part) => isLeft[part]);
}

/** He has her phone, and the opening did not know it. */
export function isPhoneLost(form: CallForm): boolean {
  const { opening, contact } = form;
  return (
    opening !== null &&
    contact.phoneControlled === true &&
    partOf(opening, 'safeContact')?.['phoneControlled'] !== true
  );
}

type Part = Readonly<Record<string, unknown>> | undefined;

function partOf(opening: CallForm['opening'], name: string): Part {
  return (opening?.body as { readonly [part: string]: Part } | undefined)?.[name];
}

/** The texts of the opening were sealed with the case; what was typed later goes with the registration, once. */
function isChangedSince({ opening, sent, ...form }: CallForm): boolean {
  const registered = sent['caller.registered'] as { readonly [part: string]: Part } | undefined;
  const there = (part: string, key: string, of: string, name: string): unknown =>
    registered?.[of]?.[name] ?? partOf(opening, part)?.[key] ?? '';
  // The registration takes the beginning of a long text.
  const told = registered === undefined ? form.narrative : form.narrative.slice(0, DETAIL_LIMIT);
  const pairs = [
    [form.name, there('survivor', 'name', 'victim', 'name')],
    [form.place, there('survivor', 'address', 'victim', 'home')],
    [form.phone, there('caller', 'phone', 'victim', 'phone')],
    [form.respondentName, there('respondent', 'name', 'abuser', 'name')],
    [told, there('incident', 'narrative', 'incident', 'detail')],
  ] as const;
  return pairs.some(([typed, kept]) => typed.trim() !== kept);
}

function isScaleChanged({ scale, sent }: CallForm): boolean {
  const answers = (sent['risk.scored'] as { readonly answers?: object } | undefined)?.answers;
  return answers !== undefined && !isSame(scale, answers);
}

/** That he has her phone is an event of its own; the rest of the safe contact was sealed with the opening. */
function isContactChanged(form: CallForm): boolean {
  const said: Part = safeContactOf(form.contact);
  const kept = partOf(form.opening, 'safeContact');
  const wasLost = form.recorded.includes('contact.doubted') || kept?.['phoneControlled'];
  return said['phoneControlled'] !== wasLost || CONTACT.some((key) => !isSame(said[key], kept?.[key]));
}

const CONTACT = ['okToCall', 'okToText', 'okToVoicemail', 'window', 'whoMayAnswer', 'codeWord'];

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}
