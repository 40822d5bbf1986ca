import { expect } from 'vitest';
import { scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, stateOf } from '#test/stage/records.ts';
import { instantOf, type Stage } from '#test/stage/stage.ts';

/** Words that would tell who the girl is; they are typed into the fields that are meant for them. */
const TELLING = ['苗可欣', '河湾村三组', '瑞安小学二年级'];

async function recordedVisit(stage: Stage): Promise<void> {
  await stage.tells(
    'manager',
    'visit',
    ['household.visited', { visitedAt: instantOf('2025-09-12T09:30'), seenAlone: true, childrenSeen: true }],
    [
      'signs.seen',
      {
        ...{ subject: 'minor', signs: ['injury', 'child'], notAskedBeforeOthers: true },
        ...{ safeContactAgreed: true, what: `${TELLING[1]}，${TELLING[2]}` },
      },
    ],
  );
}

/** Everything that is stored in the clear: the log, the inbox, what waits to be sent. */
async function storedInTheClear(stage: Stage): Promise<string> {
  const { db } = stage.world.connection;
  const tables = ['case_events', 'tracks', 'notifications', 'outbox', 'deadlines'] as const;
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows.flat());
}

export const realCase: RealCase = {
  title: {
    zh: '网上视频发现女童被打，多部门家访，宣传稿泄露信息',
    en: 'A girl beaten in a video; the report about the help shows her face',
  },
  publication: {
    publisher: '北京为平妇女权益机构',
    title: '反家暴法实施七周年监测报告·案例分析篇',
    item: '妇联部分',
  },
  shift: 'Six years on: September 2019 is September 2025. The source gives no days.',
  story: [
    {
      at: '2025-09-10T09:00',
      line: 'The federation sees a video on the net: a mother beats her little girl',
      plays: async (stage) => {
        await welcomed(stage, {
          channel: 'media',
          caller: { relation: 'media' },
          survivor: { name: TELLING[0] ?? '' },
          form: {
            ...{ relation: 'parent', minor: true, violenceForms: ['physical'] },
            incident: { detail: `${TELLING[2]}` },
          },
        });
        await stage.tells('operator', 'intake', [
          'report.filed',
          { receiptNo: '受〔2025〕6号', to: '派出所', madeAt: instantOf('2025-09-10T09:00') },
        ]);
      },
    },
    {
      at: '2025-09-12T10:00',
      line: 'They find where she lives and call together: federation of the town, station, governance centre',
      plays: async (stage) => {
        await stage.opens('manager', 'visit', { purpose: 'joint' });
        await stage.tells('manager', 'visit', [
          'team.assigned',
          {
            lead: stage.person('manager').id,
            others: [
              { unit: 'federation', count: 1 },
              { unit: 'police', count: 1 },
              { unit: 'grid', count: 1 },
            ],
            safetyChecked: true,
          },
        ]);
        await recordedVisit(stage);
      },
    },
    {
      at: '2025-09-12T16:00',
      line: 'A counsellor talks with them, the parents take the child to a doctor',
      plays: async (stage) => {
        await stage.tells(
          'manager',
          'visit',
          ['visit.recorded', { newViolence: true, issueCount: 1, text: '心理疏导、督促就医' }],
          ['signs.answered', { spokenAlone: true }],
          ['report.filed', { receiptNo: '受〔2025〕6号', madeAt: instantOf('2025-09-12T15:00') }],
        );
        await stage.tells('operator', 'intake', scaleOf(['q3'], { injured: true }));
        await stage.opens('manager', 'placement', { basis: 'mandatory_report', child: 'minor' });
        const suspect = { guardian: 'mother', grade: 'suspect', from: instantOf('2025-09-10T09:00') };
        await stage.tells('manager', 'placement', ['guardian.assessed', suspect]);
      },
    },
    {
      at: '2025-09-15T09:00',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', [
          'inquiry.received',
          { kind: 'exposure', through: 'own_side' },
        ]);
        await welcomed(stage, {
          inCase: 'mother',
          channel: 'home_visit',
          form: { relation: 'spouse', history: { earlierViolence: true } },
        });
        await stage.tells('operator', 'mother/intake', scaleOf(['q3', 'q8', 'q9', 'q2']));
        const linked = { linkedIntake: await stage.track('mother/intake'), tie: 'parent' };
        await stage.tells('operator', 'intake', ['household.linked', linked]);
      },
    },
  ],
  expects: [
    {
      says: 'What somebody saw in the media is a way in of its own',
      check: async (stage) => {
        expect(await contextOf(stage, 'intake')).toMatchObject({ channel: 'media', callerRelation: 'media' });
      },
    },
    {
      says: 'Nothing that tells who she is leaves the vault; what got out all the same is taken down within a day',
      check: async (stage) => {
        const clear = await storedInTheClear(stage);
        for (const words of TELLING) expect(clear).not.toContain(words);
        expect((await stage.facts()).location).toBe('locked');
        expect(await clocksOf(stage, 'adverse', 'exposure')).toMatchObject([
          { rule: 'V1p', outcome: 'open' },
        ]);
        await stage.tells('manager', 'adverse', ['person.seen', { alone: true, wish: 'stay_hidden' }]);
        await stage.tells('manager', 'adverse', ['agencies.told', { policeTold: true }]);
        expect(await stage.isRefused('manager', 'adverse', ['inquiry.closed'])).toEqual(['exposureOver']);
        const remedied = { takenDown: true, personsTold: true, authorityTold: true };
        await stage.tells('manager', 'adverse', ['exposure.removed', remedied], ['inquiry.closed']);
        expect(await stateOf(stage, 'adverse')).toEqual(['locked']);
      },
    },
    {
      says: 'The mother who beats may be beaten herself: her own danger is judged in a case of her own, linked to this one',
      check: async (stage) => {
        expect((await stage.facts()).guardian).toBe('suspect');
        expect((await stage.facts('mother')).risk).toBe('medium');
        expect((await stage.facts('mother')).guardian).toBe('unknown');
        const { household } = await contextOf(stage, 'intake');
        expect(household).toEqual([await stage.track('mother/intake')]);
      },
    },
  ],
};
