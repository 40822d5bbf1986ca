import { expect } from 'vitest';
import { grantOf, planOf, policeCalled, SCENE, scaleOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf } from '#test/stage/records.ts';
import type { Stage } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const CALL = 'warning-letter';
const LETTER = {
  ...{ letterNo: '公（测）告诫字〔2025〕3号', identities: true, facts: '酒后殴打', admits: true },
  ...{ victimStatement: true, witness: false, evidence: ['appraisal'], lawBasis: ['advl_16'] },
  ...{ ban: true, consequence: true },
} as const;
const DELIVERED = {
  ...{ readAloud: true, signed: true, refusalNoted: false, recorded: true },
  ...{ victimCopy: true, orderRightTold: true },
} as const;
const FILING = { court: 'applicant_residence', mode: 'written', measures: ['no_violence'] } as const;
const CLEAN = { finding: 'clean', victimApart: true, offenderSeen: true, withCommittee: true } as const;
const clean = (stage: Stage) => stage.tells('police', CALL, ['visit.made', CLEAN]);
const safe = (stage: Stage) => stage.tells('operator', 'intake', ['followup.passed', { spokenAlone: true }]);

async function expired(stage: Stage): Promise<void> {
  await stage.tells(
    'manager',
    ORDER,
    ['feedback.returned', { signed: true, units: ['committee'] }],
    ['risk.reviewed'],
    ['order.closed', { renewalOffered: true }],
  );
}

async function reviewed(stage: Stage): Promise<void> {
  if ((await stateOf(stage, 'intake')).includes('open.work.assessing')) {
    await stage.tells('operator', 'intake', scaleOf(['q3'], { injured: true }));
    await stage.tells('manager', 'intake', planOf(stage, 'other'));
  }
}

/** A woman who calls years later about nothing that is wrong: her file stays shut, the call is a call. */
async function yearsLater(stage: Stage): Promise<void> {
  stage.noted.set(
    'in the archived file',
    await stage.isRefused('operator', 'intake', ['followup.passed', {}]),
  );
  stage.noted.set('its log', (await eventsOf(stage)).length);
  await stage.opensCase(
    'operator',
    {
      ...{ channel: 'third_party', caller: { relation: 'other' } },
      safeContact: { canTalkNow: true },
    },
    'years later',
  );
  await stage.tells(
    'operator',
    'years later/intake',
    ['call.answered'],
    ['safety.confirmed'],
    ['caller.informed', { rightsTold: true, legalAidTold: true }],
  );
}

export const realCase: RealCase = {
  title: {
    zh: '妇联代申请保护令，归档后两年半回访',
    en: 'Asked for by the federation, and asked after years later',
  },
  publication: {
    publisher: '新华社、中国妇女报',
    title: '妇联代为申请的人身安全保护令',
    item: '2016年4月、2018年11月',
  },
  shift:
    'Nine years on: 2016-03-01 is 2025-03-01. The call of November 2018 is one of November 2027, which no calendar covers yet.',
  story: [
    {
      at: '2025-02-24T10:00',
      line: 'With a legal-aid lawyer she reports it, is examined and photographed',
      plays: async (stage) => {
        await welcomed(stage, {
          ...{ channel: 'visit', form: { relation: 'spouse', injury: { victimInjured: true } } },
        });
        await stage.tells('operator', 'intake', scaleOf(['q3'], { injured: true }));
        await stage.tells('manager', 'intake', planOf(stage, 'medical', 'forensic'));
        await policeCalled(stage, { input: {} });
        await stage.tells('police', CALL, ['scene.reached', SCENE], ['appraisal.commissioned']);
      },
    },
    {
      at: '2025-02-26T15:00',
      line: 'The police write a warning letter and deliver it',
      plays: async (stage) => {
        await stage.tells('police', CALL, ['letter.issued', LETTER], ['letter.delivered', DELIVERED]);
        for (const body of ['committee', 'federation', 'governance'])
          await stage.tells('police', CALL, ['notice.acknowledged', { body }]);
        await stage.tells('police', 'referral', ['result.written', { text: '已出具告诫书' }]);
      },
    },
    {
      at: '2025-03-01T09:00',
      line: 'The federation of the city applies for her',
      plays: async (stage) => {
        await stage.opens('manager', ORDER, {
          ...{ relation: 'spouse', basis: 'violence' },
          applicants: [{ id: 'a1', name: '尹秋红' }],
          respondents: [{ id: 'r1', name: '柏大年' }],
          evidence: ['police_papers'],
        });
        const proxy = { kind: 'federation', reason: 'coercion' };
        stage.noted.set(
          'without asking her',
          await stage.isRefused('manager', ORDER, ['application.filed', { ...FILING, proxy }]),
        );
        await stage.tells('manager', ORDER, [
          'application.filed',
          { ...FILING, proxy: { ...proxy, wishRecorded: true } },
        ]);
        await stage.entrusts('manager', ORDER, 'court');
        await stage.tells('court', ORDER, ['application.accepted', { urgent: true }]);
      },
    },
    {
      at: '2025-03-01T16:00',
      line: 'Granted the same day',
      plays: (stage) =>
        stage.tells('court', ORDER, grantOf('2025-03-01', [{ id: 'm1', code: 'no_violence' }])),
    },
    {
      at: '2025-03-01T18:00',
      line: 'Served on him',
      plays: async (stage) => {
        await stage.tells('court', ORDER, ...servedOn(['r1', 'a1', 'station', 'committee']));
        await stage.tells('court', 'referral', ['result.written', { text: '已作出保护令并送达' }]);
      },
    },
    { at: '2025-03-04T10:00', plays: clean },
    { at: '2025-06-03T10:00', plays: clean },
    { at: '2025-09-02T10:00', plays: clean },
    { at: '2025-09-02T11:00', plays: expired },
    { at: '2025-12-01T10:00', plays: clean },
    {
      at: '2025-12-02T10:00',
      plays: async (stage) => {
        await reviewed(stage);
        await stage.tells('manager', 'intake', [
          'plan.completed',
          { ground: 'self_handled', satisfied: true, planClear: true },
        ]);
      },
    },
    { at: '2025-12-08T10:00', plays: safe },
    { at: '2025-12-30T10:00', plays: safe },
    { at: '2026-03-01T10:00', plays: safe },
    {
      at: '2027-11-15T10:00',
      line: 'Two and a half years later the lawyer rings: she is well',
      plays: yearsLater,
    },
  ],
  expects: [
    {
      says: 'A federation that applies for a grown woman says that she was coerced, and her own wish is on record',
      check: async (stage) => {
        expect(stage.noted.get('without asking her')).toEqual(['wishRecorded']);
        const filed = (await eventsOf(stage, { track: ORDER })).find(
          ({ type }) => type === 'application.filed',
        );
        expect(filed?.payload['proxy']).toMatchObject({ reason: 'coercion', wishRecorded: true });
      },
    },
    {
      says: 'Made on the first of March it ends on the first of September',
      check: async (stage) => {
        expect(await clocksOf(stage, ORDER, 'validity')).toMatchObject([
          { rule: 'C5', legalDue: '2025-09-01T24:00', outcome: 'lapsed' },
        ]);
        expect(await stateOf(stage, ORDER)).toEqual(['ended']);
      },
    },
    {
      says: 'The warning letter is evidence of the second kind',
      check: async (stage) => {
        expect(await contextOf(stage, ORDER)).toMatchObject({ evidence: ['police_papers'] });
      },
    },
    {
      says: 'An archived file is read and not written: a call years later does not open it again',
      check: async (stage) => {
        expect(stage.noted.get('in the archived file')).toEqual(['event_not_in_state']);
        expect(await stateOf(stage, 'intake')).toEqual(['archived']);
        expect((await eventsOf(stage)).length).toBe(stage.noted.get('its log'));
        expect(await stateOf(stage, 'years later/intake')).toEqual(['closedInfo']);
      },
    },
  ],
};
