import { randomInt } from 'node:crypto';
import type { Person } from '#src/base/actor.ts';
import { AppError } from '#src/base/errors.ts';
import type { InputProblem } from '#src/base/input-faults.ts';
import type { Instant } from '#src/base/instant.ts';
import type { JsonObject } from '#src/base/json.ts';
import type { Role } from '#src/base/roles.ts';
import type { CommandRead } from '#src/store/read-command.ts';
import type { Vault } from '#src/vault/vault.ts';
import { problemsOf } from '#src/workflow/check-input.ts';
import type { TakenOut } from '#src/workflow/prepare-payload.ts';
import { caseView, type OpenedEntry } from './case-view.ts';
import type { Answer, OpenCaseBody, OpenCaseCommand } from './engine.ts';
import type { EngineDeps } from './engine-deps.ts';
import { CASE_OPENED, chainStart } from './logged-event.ts';
import { partsOfForm } from './opening-parts.ts';
import { planContextOf } from './plan-context.ts';
import { type Draft, openingDraft } from './consequences.ts';
import { planStep } from './plan-step.ts';
import { type Decision, runCommand } from './run-command.ts';
import { createSealer, type Sealer } from './sealer.ts';
import { caseChangeOf, plannedRows } from './step-rows-of.ts';

/** Who takes a first call or visit: the federation's own people at the desk and in the villages. */
const OPENERS: readonly Role[] = ['operator', 'case_manager', 'supervisor', 'community_worker'];

/** Opens a case with its `intake` track. Works without a single name: then nothing but codes is kept. */
export async function openCase(deps: EngineDeps, command: OpenCaseCommand): Promise<Answer> {
  const caseId = deps.drawId();
  const phoneTokens = tokensOf(deps.vault, command.body);
  return runCommand(deps, {
    basis: command,
    action: 'case.opened',
    target: { trackId: null, caseId: null, phoneTokens },
    decide: (read, person) => decide(deps, command.body, { read, person, caseId, phoneTokens }),
  });
}

type Opening = { read: CommandRead; person: Person; caseId: string; phoneTokens: readonly Buffer[] };

function decide(
  deps: EngineDeps,
  body: OpenCaseBody,
  { read, person, caseId, phoneTokens }: Opening,
): Decision {
  if (!OPENERS.includes(person.role)) throw new AppError('role_not_allowed');
  const intake = deps.workflows.latest('intake');
  if (intake === undefined) throw new Error('there is no workflow intake');
  const input = intakeInputOf(body, read.priorCases);
  const problems = problemsOf(intake.input, input);
  if (problems.length > 0) throw new AppError('payload_invalid', { errors: problems.map(asSent) });
  const takenOut = partsOf(deps, body);
  const { key, wrapped } = deps.vault.newCaseKey(caseId);
  const sealer = createSealer(deps.vault, key);
  const actor = { id: person.id, role: person.role, agency: person.agency };
  const context = planContextOf(deps, read, { actor, caseId, chainHead: chainStart(caseId), lapsedId: null });
  const references = referencesTo(takenOut, sealer);
  const opened = caseOpened(read.now, { ...references, number: drawNumber(read.now), channel: body.channel });
  const plan = planStep(context, null, [opened, openingDraft(deps, intake, input, read.now)]);
  if ('refused' in plan) throw new Error('opening a case cannot be refused by a machine');
  return {
    rows: {
      ...plannedRows(plan, null),
      caseRow: caseChangeOf(plan, { readVersion: null, wrappedKey: wrapped }),
      vaultEntries: sealer.rowsFor(null, person.id, takenOut),
      phoneTokens,
      handoffs: [],
    },
    answer: {
      status: 201,
      body: caseView(deps, { person, state: plan.state, version: 1, entries: writtenBy(person, takenOut) }),
      trackId: null,
      etag: null,
    },
  };
}

function writtenBy(person: Person, takenOut: readonly TakenOut[]): OpenedEntry[] {
  return takenOut.map((value) => ({ ...value, author: person.id }));
}

function referencesTo(takenOut: readonly TakenOut[], sealer: Sealer): JsonObject {
  return Object.fromEntries(
    takenOut.map(({ id, field, text }) => [field, { sealed: id, digest: sealer.seal(id, text) }]),
  );
}

function caseOpened(now: Instant, payload: JsonObject): Draft {
  return {
    track: null,
    workflow: null,
    workflowVersion: null,
    type: CASE_OPENED,
    code: 'case.OPEN',
    occurredAt: now,
    payload,
  };
}

/** Codes and yes/no go to the machine; every text the form carries stays in the vault. */
function intakeInputOf(body: OpenCaseBody, priorCases: number): JsonObject {
  return {
    channel: body.channel,
    caller: { relation: body.caller.relation, ...flag(body.caller, 'anonymous') },
    safeContact: {
      canTalkNow: body.safeContact.canTalkNow,
      ...flag(body.safeContact, 'okToText'),
      ...flag(body.safeContact, 'phoneControlled'),
      ...flag(body.safeContact, 'through'),
      ...flag(body.safeContact, 'window'),
    },
    priorCases,
    ...flag(body.survivor, 'minor'),
    ...flag(body.survivor, 'capacity'),
  };
}

/** The machine has these two at the top; whoever sent them put them into `survivor`. */
function asSent({ pointer, message }: InputProblem): InputProblem {
  const isSurvivors = pointer === '/minor' || pointer === '/capacity';
  return { pointer: isSurvivors ? `/survivor${pointer}` : pointer, message };
}

function flag(part: JsonObject | undefined, key: string): JsonObject {
  const value = part?.[key];
  return value === undefined ? {} : { [key]: value };
}

function partsOf(deps: EngineDeps, body: OpenCaseBody): TakenOut[] {
  return partsOfForm(body).map(
    ({ key, class: sealedClass, value }): TakenOut => ({
      id: deps.drawId(),
      class: sealedClass,
      field: key,
      text: JSON.stringify(value),
      isPhone: false,
    }),
  );
}

function tokensOf(vault: Vault, body: OpenCaseBody): Buffer[] {
  return [body.caller, body.safeContact, body.survivor ?? {}].flatMap((part: JsonObject) => {
    const phone = part['phone'];
    return typeof phone === 'string' ? (vault.phoneToken(phone) ?? []) : [];
  });
}

// 32 letters and digits that nobody mishears on the telephone; eight of them are 40 random bits.
const NUMBER_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A case number says the year and nothing else: not how many there are, nor which came first. */
function drawNumber(now: Instant): string {
  const letters = Array.from({ length: 8 }, () => NUMBER_ALPHABET[randomInt(NUMBER_ALPHABET.length)]);
  return `HL${now.slice(0, 4)}-${letters.join('')}`;
}
