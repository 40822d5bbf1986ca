import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { open, seal } from './cipher.ts';
import { normalisePhone } from './normalise-phone.ts';

/** A case's own key, in memory only while a request needs it. */
export type CaseKey = { readonly caseId: string; readonly bytes: Buffer };

/** Everything that is sealed is sealed here, under keys derived from the one master key. */
export type Vault = {
  /** Draws a key for a new case; `wrapped` is what the case's row keeps. */
  readonly newCaseKey: (caseId: string) => { key: CaseKey; wrapped: Buffer };
  /** Opens a case's key; throws when the row was tampered with or belongs to another case. */
  readonly openCaseKey: (caseId: string, wrapped: Buffer) => CaseKey;
  readonly sealEntry: (key: CaseKey, entryId: string, text: string) => Buffer;
  readonly openEntry: (key: CaseKey, entryId: string, sealed: Buffer) => string;
  /** A keyed token for looking a phone number up; equal numbers in any spelling give equal tokens. Null: not a number. */
  readonly phoneToken: (phone: string) => Buffer | null;
  /** Seals a stored answer for the person and key it belongs to. */
  readonly sealAnswer: (owner: string, text: string) => Buffer;
  readonly openAnswer: (owner: string, sealed: Buffer) => string;
  /** Seals what somebody is still writing, for the person and draft it belongs to. */
  readonly sealDraft: (owner: string, text: string) => Buffer;
  readonly openDraft: (owner: string, sealed: Buffer) => string;
  /** Seals a second-factor secret for the person it belongs to. */
  readonly sealSecret: (personId: string, text: string) => Buffer;
  readonly openSecret: (personId: string, sealed: Buffer) => string;
  /** A value that only the same master key accepts: kept beside the data, it shows a key that was lost or mixed up. */
  readonly drawCheck: () => Buffer;
  readonly acceptsCheck: (check: Buffer) => boolean;
};

const KEY_BYTES = 32;
const CHECK = 'haolin master key';

/** Builds the vault over a master key of 32 bytes; each purpose has its own derived key (HKDF-SHA256). */
export function createVault(masterKey: Buffer): Vault {
  if (masterKey.length !== KEY_BYTES) throw new TypeError('the master key must be 32 bytes');
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), `haolin/${purpose}`, KEY_BYTES));
  const wrapping = derive('case-key');
  const phones = derive('phone-token');
  const answers = derive('answer');
  const drafts = derive('draft');
  const secrets = derive('secret');
  return {
    newCaseKey: (caseId) => {
      const bytes = randomBytes(KEY_BYTES);
      return { key: { caseId, bytes }, wrapped: seal(wrapping, `case-key|${caseId}`, bytes) };
    },
    openCaseKey: (caseId, wrapped) => ({ caseId, bytes: open(wrapping, `case-key|${caseId}`, wrapped) }),
    sealEntry: (key, entryId, text) => seal(key.bytes, entryAad(key, entryId), Buffer.from(text, 'utf8')),
    openEntry: (key, entryId, sealed) => open(key.bytes, entryAad(key, entryId), sealed).toString('utf8'),
    phoneToken: (phone) => {
      const normal = normalisePhone(phone);
      return normal === null ? null : createHmac('sha256', phones).update(normal).digest().subarray(0, 16);
    },
    sealAnswer: (owner, text) => seal(answers, `answer|${owner}`, Buffer.from(text, 'utf8')),
    openAnswer: (owner, sealed) => open(answers, `answer|${owner}`, sealed).toString('utf8'),
    sealDraft: (owner, text) => seal(drafts, `draft|${owner}`, Buffer.from(text, 'utf8')),
    openDraft: (owner, sealed) => open(drafts, `draft|${owner}`, sealed).toString('utf8'),
    sealSecret: (personId, text) => seal(secrets, `secret|${personId}`, Buffer.from(text, 'utf8')),
    openSecret: (personId, sealed) => open(secrets, `secret|${personId}`, sealed).toString('utf8'),
    drawCheck: () => seal(wrapping, CHECK, Buffer.from(CHECK)),
    acceptsCheck: (check) => opens(wrapping, check),
  };
}

function opens(key: Buffer, check: Buffer): boolean {
  try {
    return open(key, CHECK, check).toString() === CHECK;
  } catch {
    return false;
  }
}

function entryAad(key: CaseKey, entryId: string): string {
  return `entry|${key.caseId}|${entryId}`;
}
