import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Person } from '#src/base/actor.ts';
import type { Role } from '#src/base/roles.ts';
import { isCandidate, maySeeCase } from '#src/access/may-see-case.ts';
import { tellOfMessage } from '#src/notify/tell-of-messages.ts';
import { addAgency, addMessage, addPerson, addTrack, type Ledger, openLedger, toldBy } from './ledger.ts';

test('the handler is the assignee, and only she', async () => {
  await using ledger = await openLedger();
  await addPerson(ledger.connection, { agencyId: ledger.agencyId, role: 'operator' });
  expect(await whoHears(ledger, 'handler')).toEqual([ledger.personId]);
});

test('without an assignee the handling agency hears, but not its auditor or administrator', async () => {
  await using ledger = await openLedger();
  const { connection, caseId } = ledger;
  const agencyId = await addAgency(connection);
  const lawyer = await addPerson(connection, { agencyId, role: 'lawyer' });
  const aid = await addPerson(connection, { agencyId, role: 'legal_aid' });
  await addPerson(connection, { agencyId, role: 'auditor' });
  await addPerson(connection, { agencyId, role: 'administrator' });
  await addPerson(connection, { agencyId, role: 'lawyer', isActive: false });
  const trackId = await addTrack(connection, { caseId, agencyId });
  expect(await whoHears(ledger, 'handler', trackId)).toEqual([lawyer, aid].sort());
});

test('when the assignee has left, her agency hears', async () => {
  await using ledger = await openLedger();
  const { connection, caseId } = ledger;
  const agencyId = await addAgency(connection);
  const assigneeId = await addPerson(connection, { agencyId, role: 'lawyer', isActive: false });
  const colleague = await addPerson(connection, { agencyId, role: 'lawyer' });
  const trackId = await addTrack(connection, { caseId, agencyId, assigneeId });
  expect(await whoHears(ledger, 'handler', trackId)).toEqual([colleague]);
});

test('a candidate hears, be it a person or an agency, and nobody else of her agency', async () => {
  await using ledger = await openLedger();
  const { connection, caseId } = ledger;
  const agencyId = await addAgency(connection);
  const asked = await addPerson(connection, { agencyId, role: 'lawyer' });
  const notAsked = await addPerson(connection, { agencyId, role: 'lawyer' });
  const one = await addTrack(connection, { caseId, agencyId: ledger.agencyId, candidateId: asked });
  expect(await whoHears(ledger, 'candidate', one)).toEqual([asked]);
  const all = await addTrack(connection, { caseId, agencyId: ledger.agencyId, candidateId: agencyId });
  expect(await whoHears(ledger, 'candidate', all)).toEqual([asked, notAsked].sort());
});

test('a role is that role in the owner agency, not in another one', async () => {
  await using ledger = await openLedger();
  const { connection, agencyId } = ledger;
  const supervisor = await addPerson(connection, { agencyId, role: 'supervisor' });
  await addPerson(connection, { agencyId: await addAgency(connection), role: 'supervisor' });
  expect(await whoHears(ledger, 'supervisor')).toEqual([supervisor]);
});

test('a role nobody holds falls to the supervisors, then to the case managers', async () => {
  await using ledger = await openLedger();
  const { connection, agencyId, personId } = ledger;
  expect(await whoHears(ledger, 'court_liaison')).toEqual([personId]);
  expect(ledger.logged).toEqual([]);
  const supervisor = await addPerson(connection, { agencyId, role: 'supervisor' });
  expect(await whoHears(ledger, 'court_liaison')).toEqual([supervisor]);
});

test('when nobody is left to be told, that is counted', async () => {
  await using ledger = await openLedger();
  await ledger.connection.pool.query('update people set is_active = false');
  const messageId = await addMessage(ledger, {
    topic: 'notify',
    detail: { to: 'handler', notice: 'track.opened' },
  });
  expect(await tellOfMessage(ledger.deps.pool, messageId)).toMatchObject({ recipientCount: 0 });
});

test('one person and one agency are told by name, if they may hear of the case', async () => {
  await using ledger = await openLedger();
  const { connection, caseId, agencyId, personId } = ledger;
  const other = await addAgency(connection);
  const stranger = await addPerson(connection, { agencyId: other, role: 'police_liaison' });
  // The refused side: an agency without a track hears nothing, the owner agency is told instead.
  expect(await whoHears(ledger, { person: stranger })).toEqual([personId]);
  expect(await whoHears(ledger, { agency: other })).toEqual([personId]);
  await addTrack(connection, { caseId, agencyId: other });
  expect(await whoHears(ledger, { person: stranger })).toEqual([stranger]);
  expect(await whoHears(ledger, { agency: other })).toEqual([stranger]);
  expect(await whoHears(ledger, { agency: agencyId })).toEqual([personId]);
});

test('an agency is told of its handoff even after the offer was withdrawn', async () => {
  await using ledger = await openLedger();
  const { connection, caseId, agencyId } = ledger;
  const other = await addAgency(connection);
  const receiver = await addPerson(connection, { agencyId: other, role: 'police_liaison' });
  const trackId = await addTrack(connection, { caseId, agencyId });
  await connection.pool.query(
    `insert into handoffs values ($1, $2, $3, 'referral', $4, $5, haolin_now(), haolin_now())`,
    [randomUUID(), caseId, trackId, agencyId, other],
  );
  expect(await whoHears(ledger, { agency: other }, trackId)).toEqual([receiver]);
});

test('whoever is told may see the case or is asked, by the rule of access itself', async () => {
  await using ledger = await openLedger();
  const { connection, caseId, agencyId } = ledger;
  const agencies = [agencyId, await addAgency(connection), await addAgency(connection)] as const;
  const roles: Role[] = ['lawyer', 'supervisor', 'auditor', 'administrator'];
  const people: Person[] = [];
  for (const agency of agencies) {
    for (const role of roles) {
      people.push({ id: await addPerson(connection, { agencyId: agency, role }), role, agency });
    }
  }
  const asked = people.find(({ agency, role }) => agency === agencies[2] && role === 'lawyer')?.id ?? '';
  const track = { agency: agencies[1], assignee: null, candidate: asked };
  const trackId = await addTrack(connection, { caseId, agencyId: track.agency, candidateId: asked });
  const holders = { ownerAgency: agencyId, tracks: [track] };
  for (const person of people) {
    const mayHear = maySeeCase(person, holders) || isCandidate(person, track);
    const heard = await whoHears(ledger, { person: person.id }, trackId);
    expect(heard.includes(person.id), `${person.role} of ${person.agency}`).toBe(
      mayHear || isStandIn(person),
    );
  }

  // Supervisors of the owner agency hear in the end, whoever was meant.
  function isStandIn({ role, agency }: Person): boolean {
    return role === 'supervisor' && agency === agencyId;
  }
});

test('telling twice tells once', async () => {
  await using ledger = await openLedger();
  const detail = { to: 'handler', notice: 'track.opened' };
  const messageId = await addMessage(ledger, { topic: 'notify', detail });
  await tellOfMessage(ledger.deps.pool, messageId);
  await ledger.connection.pool.query('update outbox set handled_at = null');
  await tellOfMessage(ledger.deps.pool, messageId);
  expect(await toldBy(ledger, messageId)).toEqual([ledger.personId]);
});

async function whoHears(ledger: Ledger, to: unknown, trackId = ledger.trackId): Promise<string[]> {
  const detail = { to, notice: 'track.opened' };
  const messageId = await addMessage(ledger, { topic: 'notify', detail, trackId });
  const told = await tellOfMessage(ledger.deps.pool, messageId);
  const heard = await toldBy(ledger, messageId);
  expect(told?.recipientCount).toBe(heard.length);
  return heard;
}
