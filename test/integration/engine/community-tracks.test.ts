import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Instant } from '#src/base/instant.ts';
import type { JsonObject } from '#src/base/json.ts';
import type { TrackView } from '#src/engine/views.ts';
import { readProductNow } from '#src/store/product-clock.ts';
import { ANONYMOUS, scale } from '#test/support/intake-moves.ts';
import { consentOf, PASSED, SIGNED } from '#test/support/mediation-moves.ts';
import { openCase, send, trackOf } from '#test/support/story.ts';
import { asks, type TestEngine, testEngine } from '#test/support/test-engine.ts';

let world: TestEngine;
let now: Instant;
beforeAll(async () => {
  world = await testEngine();
  now = await readProductNow(world.deps.pool);
});
afterAll(() => world[Symbol.asyncDispose]());

type Step = readonly [type: string, payload?: JsonObject];

async function tellAs(
  person: 'operator' | 'manager' | 'supervisor',
  trackId: string,
  steps: readonly Step[],
) {
  for (const [type, payload = {}] of steps)
    await send(world, world.people[person], trackId, { type, payload });
}

async function openTrack(caseId: string, workflow: string, input: JsonObject): Promise<string> {
  const answer = await world.engine.openTrack({ ...asks(world.people.manager), caseId, workflow, input });
  return (JSON.parse(answer.body) as TrackView).id;
}

/** A case whose risk has been graded. */
async function gradedCase(answers: JsonObject = scale()): Promise<{ caseId: string; intake: string }> {
  const { id: caseId } = await openCase(world);
  const intake = await trackOf(world, caseId, 'intake');
  await tellAs('operator', intake, [
    ['call.answered'],
    ['safety.confirmed'],
    ['caller.registered', ANONYMOUS],
    ['risk.scored', answers],
  ]);
  return { caseId, intake };
}

async function clocksOf(trackId: string): Promise<string[]> {
  const rows = await world.connection.db
    .selectFrom('deadlines')
    .select(['declaration', 'item', 'rule', 'outcome'])
    .where('track_id', '=', trackId)
    .execute();
  return rows
    .map(({ declaration, item, rule, outcome }) =>
      [declaration, item, rule, outcome].filter(Boolean).join(' '),
    )
    .sort((a, b) => (a < b ? -1 : 1));
}

describe('mediation', () => {
  const input = { body: 'committee', dispute: '家务琐事', free: true };

  test('each side has a clock of their own, and a case that turns high stops it where it is', async () => {
    const { caseId, intake } = await gradedCase();
    const mediation = await openTrack(caseId, 'mediation', input);
    await tellAs('manager', mediation, [
      ['screening.passed', PASSED],
      ['consent.given', consentOf('survivor')],
    ]);
    expect(await clocksOf(mediation)).toEqual([
      'consents respondent H81 open',
      'consents survivor H81 met',
      'screening H80 met',
    ]);
    await tellAs('operator', intake, [['review.requested'], ['risk.scored', scale(['s1'])]]);
    const sending = send(world, world.people.manager, mediation, {
      type: 'consent.given',
      payload: consentOf('respondent'),
    });
    // It was locked in the step that graded the case: nothing is left to consent to.
    await expect(sending).rejects.toMatchObject({ code: 'event_not_in_state' });
    expect(await clocksOf(mediation)).toContain('consents respondent H81 cancelled');
  });

  test('an agreement starts the time for its confirmation from the day it took effect', async () => {
    const { caseId } = await gradedCase();
    const mediation = await openTrack(caseId, 'mediation', { ...input, body: 'police' });
    await tellAs('manager', mediation, [
      ['screening.passed', PASSED],
      ['consent.given', consentOf('respondent')],
      ['consent.given', consentOf('survivor')],
    ]);
    expect(await clocksOf(mediation)).toContain('firstSession P17 open');
    await tellAs('manager', mediation, [
      ['session.scheduled', { at: now, arriveApart: true }],
      ['session.opened'],
      ['session.closed'],
    ]);
    const again = await clocksOf(mediation);
    expect(again).toEqual(expect.arrayContaining(['firstSession P17 met', 'secondSession P17b open']));
    await tellAs('manager', mediation, [
      ['agreement.signed', { ...SIGNED, signedAt: now, text: '双方约定不再争吵', terms: ['no_violence'] }],
      ['followup.held', { askedAlone: true }],
    ]);
    const running = (await clocksOf(mediation)).filter((clock) => clock.endsWith('open'));
    expect(running).toEqual(['confirmation M2 open', 'monitoring H83 open']);
  });

  test('a high-risk case mediated by somebody else all the same is flagged on the case', async () => {
    const { caseId } = await gradedCase(scale(['s1']));
    const mediation = await openTrack(caseId, 'mediation', { ...input, body: 'police' });
    const payload = { by: 'police', madeAt: now, agreed: true, grounds: [], waives: [], what: '双方和解' };
    await tellAs('manager', mediation, [['mediation.recorded', payload]]);
    const row = await world.connection.db
      .selectFrom('cases')
      .select('facts')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    expect(row.facts).toMatchObject({ mediationMisuse: 'flagged' });
    expect(await clocksOf(mediation)).toContain('misuse H84 open');
  });
});

describe('visits', () => {
  test('a closed door starts the clock anew; a child in danger has a quarter of an hour', async () => {
    const { caseId } = await gradedCase();
    const visit = await openTrack(caseId, 'visit', { purpose: 'care' });
    const team = { lead: world.people.manager.id, second: world.people.supervisor.id, safetyChecked: true };
    await tellAs('manager', visit, [
      ['team.assigned', team],
      ['household.absent', { noNoteLeft: true }],
    ]);
    expect(await clocksOf(visit)).toEqual(['visit H86 met', 'visit H86 open']);
    const signs = {
      subject: 'minor',
      signs: ['injury'],
      notAskedBeforeOthers: true,
      safeContactAgreed: true,
    };
    await tellAs('manager', visit, [['signs.seen', signs]]);
    expect(await clocksOf(visit)).toEqual([
      'childReport minor R2p open',
      'signs H12 open',
      'visit H86 met',
      'visit H86 open',
    ]);
    await tellAs('manager', visit, [['report.filed', { receiptNo: '回执1', madeAt: now }]]);
    expect(await clocksOf(visit)).toContain('childReport minor R2p met');
    const tracks = await world.connection.db
      .selectFrom('tracks')
      .select('workflow')
      .where('case_id', '=', caseId)
      .execute();
    expect(tracks.map(({ workflow }) => workflow).sort()).toEqual(['intake', 'visit']);
  });
});

describe('problems and petitions', () => {
  test('a problem handed to another agency keeps its one clock', async () => {
    const { caseId } = await gradedCase();
    const issue = await openTrack(caseId, 'issue', { source: 'visit', text: '孩子入学' });
    await tellAs('manager', issue, [
      ['issue.triaged', { category: 'schooling', owner: 'education', noViolence: true }],
      ['issue.referred', { to: 'education' }],
      ['referral.returned'],
    ]);
    expect(await clocksOf(issue)).toEqual(['handling H90 open', 'triage H89 met']);
  });

  test('a petition counts from the day it came, and from its acceptance when it is extended', async () => {
    const { caseId } = await gradedCase();
    const receivedAt = now;
    const petition = await openTrack(caseId, 'petition', {
      body: 'federation',
      channel: 'transferred',
      receivedAt,
    });
    expect(await clocksOf(petition)).toEqual(['dispute X3 open', 'inform X2 open']);
    const registered = { content: '反映情况', category: 'general', route: 'opinion', headCount: 1 };
    await tellAs('manager', petition, [
      ['petition.registered', registered],
      ['petition.accepted', { told: true }],
    ]);
    await tellAs('supervisor', petition, [['extension.approved', { approvedByHead: true, told: true }]]);
    expect(await clocksOf(petition)).toEqual([
      'dispute X3 met',
      'finish X4 cancelled',
      'finishExtended X4b open',
      'inform X2 met',
    ]);
    const rows = await world.connection.db
      .selectFrom('deadlines')
      .select(['rule', 'started_at', 'safe_due_at'])
      .where('track_id', '=', petition)
      .where('rule', 'in', ['X4', 'X4b'])
      .orderBy('rule')
      .execute();
    expect(rows[0]?.started_at).toBe(rows[1]?.started_at);
  });
});
