import { expect } from 'vitest';
import type { Db } from '#db/connect.ts';
import { canonicalJson, type Json } from '#src/base/json.ts';
import type { TrackState } from '#src/engine/case-state.ts';
import { chainNext, chainStart, parseLogged } from '#src/engine/logged-event.ts';
import { replay } from '#src/engine/replay.ts';
import { digestOf } from '#src/engine/sealer.ts';
import { isSealedRef, type SealedRef } from '#src/workflow/sealed.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';

/** Every case of a database: gapless log, unbroken chain, stored state equal to the fold. Says how many it looked at. */
export async function expectSoundCases(db: Db, workflows: WorkflowRegistry): Promise<number> {
  const cases = await db.selectFrom('cases').selectAll().execute();
  for (const row of cases) {
    const log = await db
      .selectFrom('case_events')
      .selectAll()
      .where('case_id', '=', row.case_id)
      .orderBy('seq')
      .execute();
    expect(log.map((event) => event.seq)).toEqual(log.map((_, index) => index + 1));
    let head = chainStart(row.case_id);
    for (const event of log) {
      head = chainNext(head, event.body);
      expect(event.hash.equals(head)).toBe(true);
    }
    expect(row.chain_head.equals(head)).toBe(true);
    await expectVaultCovered(db, row.case_id, log);
    const folded = replay(
      workflows,
      log.map((event) => parseLogged(event.body)),
    );
    expect({ status: row.status, owner: row.owner_agency_id, seq: row.last_seq }).toEqual({
      status: folded.status,
      owner: folded.ownerAgency,
      seq: folded.seq,
    });
    const tracks = await db
      .selectFrom('tracks')
      .selectAll()
      .where('case_id', '=', row.case_id)
      .orderBy('track_id')
      .execute();
    const expected = [...folded.tracks].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(
      tracks.map((track) => said({ ...track, id: track.track_id, workflowVersion: track.workflow_version })),
    ).toEqual(expected.map(said));
  }
  return cases.length;
}

type Said = Pick<TrackState, 'id' | 'workflowVersion' | 'version' | 'state'> & { readonly snapshot: unknown };

function said({ id, workflowVersion, version, state, snapshot }: Said) {
  return [id, workflowVersion, version, state, canonicalJson(snapshot as Json)];
}

/** The log names the digest of every sealed value, so that the chain over the log covers the vault too. */
async function expectVaultCovered(db: Db, caseId: string, log: readonly { body: string }[]): Promise<void> {
  const entries = await db.selectFrom('vault_entries').selectAll().where('case_id', '=', caseId).execute();
  const named = new Map(
    log
      .flatMap((event) => referencesIn(parseLogged(event.body).payload))
      .map((ref) => [ref.sealed, ref.digest]),
  );
  expect(new Map(entries.map((entry) => [entry.entry_id, digestOf(entry.sealed)]))).toEqual(named);
}

function referencesIn(value: unknown): SealedRef[] {
  if (isSealedRef(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(referencesIn) : [];
}
