import type { Person } from '#src/base/actor.ts';
import { AppError } from '#src/base/errors.ts';
import { type InputFault, inputProblem } from '#src/base/input-faults.ts';
import type { JsonObject } from '#src/base/json.ts';
import type { Role } from '#src/base/roles.ts';
import { findAgencyKind } from '#src/store/agencies.ts';
import type { CommandRead } from '#src/store/read-command.ts';
import type { Answer, OfferHandoffCommand } from './engine.ts';
import type { EngineDeps } from './engine-deps.ts';
import { planOpening } from './plan-opening.ts';
import { type Decision, runCommand } from './run-command.ts';
import { type CaseState, factsOf } from './case-state.ts';
import { stateOf } from './step-rows-of.ts';
import type { HandoffView } from './views.ts';
import { visibleCase } from './visible-track.ts';

/** Who may send work to another agency, from the owner agency or from the one that handles a track. */
const SENDERS: readonly Role[] = [
  'operator',
  'case_manager',
  'supervisor',
  'court_liaison',
  'police_liaison',
  'community_worker',
  'mediator',
  'shelter_worker',
  'legal_aid',
];

/** Offers a handoff: the case stays with the sender until the receiver accepts. Its lifecycle is a `referral` track. */
export async function offerHandoff(deps: EngineDeps, command: OfferHandoffCommand): Promise<Answer> {
  const kind = await findAgencyKind(deps.db, command.body.toAgency);
  const handoffId = deps.drawId();
  return runCommand(deps, {
    basis: command,
    action: `handoff:${command.body.kind}`,
    target: { trackId: null, caseId: command.caseId },
    decide: (read, person) => {
      const row = visibleCase(read, person);
      checkSender(person, read);
      // Lawyers come in one by one, after a conflict check: a handoff would show the case to all of them.
      if (kind === null || kind === 'lawyers' || command.body.toAgency === person.agency)
        throw invalid('/toAgency', 'no_other_agency');
      checkSubject(command.body.trackId, person, read);
      return decide(deps, command.body, { read, person, row, handoffId });
    },
  });
}

type Parts = {
  readonly read: CommandRead;
  readonly person: Person;
  readonly row: NonNullable<CommandRead['case']>;
  readonly handoffId: string;
};

function decide(deps: EngineDeps, body: OfferHandoffCommand['body'], parts: Parts): Decision {
  const referral = deps.workflows.latest('referral');
  if (referral === undefined) throw new Error('there is no workflow referral');
  const { person, row, read, handoffId } = parts;
  const input = { ...inputOf(body, person), ...urgencyOf(body.kind, stateOf(row, read.tracks)) };
  const { plan, trackId, rows } = planOpening(deps, referral, input, { read, person, row });
  const answerBy = rows.deadlinesStarted.find((deadline) => deadline.trackId === trackId);
  if (answerBy === undefined) throw new Error('an offer without a clock');
  const view: HandoffView = {
    id: handoffId,
    caseId: row.id,
    trackId,
    kind: body.kind,
    from: person.agency,
    to: body.toAgency,
    status: 'offered',
    offeredAt: read.now,
    expiresAt: answerBy.legalDueAt,
    ownerAgency: plan.state.ownerAgency,
  };
  const { id, kind, from, to, expiresAt, offeredAt } = view;
  return {
    rows: { ...rows, handoffs: [{ id, trackId, kind, from, to, expiresAt, offeredAt }] },
    answer: { status: 201, body: view, trackId, etag: null },
  };
}

function inputOf(body: OfferHandoffCommand['body'], person: Person): JsonObject {
  const { kind, toAgency, trackId, purpose, basis, fields } = body;
  const subject: JsonObject = trackId === undefined ? {} : { subjectTrack: trackId };
  return { kind, from: person.agency, to: toAgency, purpose, basis, fields: [...fields], ...subject };
}

/** 问题之紧急性 is what the case says and not what the sender thinks: a service at high risk is answered within hours. */
function urgencyOf(kind: OfferHandoffCommand['body']['kind'], state: CaseState): JsonObject {
  const { risk, crisis } = factsOf(state);
  if (risk === 'high' || crisis === 'acute')
    return { urgency: kind === 'referral' ? 'very_urgent' : 'urgent' };
  return risk === 'medium' ? { urgency: 'slightly_urgent' } : {};
}

function checkSender(person: Person, read: CommandRead): void {
  const isOwner = read.case?.ownerAgency === person.agency;
  const isHandler = read.tracks.some((track) => track.agency === person.agency);
  if (!SENDERS.includes(person.role) || !(isOwner || isHandler)) throw new AppError('role_not_allowed');
}

/** A track goes along only if the sender handles it (or owns the case), it is open, and it is no handoff itself. */
function checkSubject(trackId: string | undefined, person: Person, read: CommandRead): void {
  if (trackId === undefined) return;
  const subject = read.tracks.find((track) => track.id === trackId);
  const isSenders = subject?.agency === person.agency;
  if (subject === undefined || subject.isFinal || subject.workflow === 'referral' || !isSenders) {
    throw invalid('/trackId', 'no_open_track');
  }
}

function invalid(pointer: string, fault: InputFault): AppError {
  return new AppError('payload_invalid', { errors: [inputProblem(pointer, fault)] });
}
