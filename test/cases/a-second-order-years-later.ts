import { expect } from 'vitest';
import {
  formOf,
  grantOf,
  orderAsked,
  planOf,
  policeCalled,
  SCENE,
  scaleOf,
  servedOn,
  welcomed,
} from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf } from '#test/stage/records.ts';
import type { Stage } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const PHONE = '13900001234';
const NAME = '邬采薇';

async function firstOrder(stage: Stage): Promise<void> {
  await welcomed(stage, {
    survivor: { name: NAME, phone: PHONE },
    form: { relation: 'spouse', violenceForms: ['physical'] },
  });
  await stage.tells('operator', 'intake', scaleOf(['q3']), planOf(stage, 'police'));
  await orderAsked(stage);
  await stage.tells(
    'court',
    ORDER,
    grantOf('2023-12-20', [{ id: 'm1', code: 'no_violence' }]),
    ...servedOn(['a1', 'r1', 'station', 'committee']),
  );
}

async function closedQuietly(stage: Stage): Promise<void> {
  stage.noted.set('state at the end', await stateOf(stage, ORDER));
  await stage.tells(
    'manager',
    ORDER,
    ['feedback.returned', { signed: true, units: ['committee'] }],
    ['risk.reviewed'],
    ['order.closed', { renewalOffered: true }],
  );
  await stage.tells('operator', 'intake', scaleOf([]), planOf(stage, 'police'));
  // Its visits were not written down, and the ladder had been climbed for them.
  await stage.tells('manager', 'supervision', ['duty.performed', { text: '已补录回访' }]);
  await stage.tells('court', 'referral', ['result.written', { text: '保护令已期满办结' }]);
  const done = { ground: 'self_handled', satisfied: true, planClear: true };
  await stage.tells('manager', 'intake', ['plan.completed', done]);
  stage.noted.set('followed up', await clocksOf(stage, 'intake', 'followUp'));
}

async function secondOrder(stage: Stage): Promise<void> {
  const order = {
    ...{ relation: 'spouse', basis: 'violence', previousOrder: await stage.track(`her/${ORDER}`) },
    applicants: [{ id: 'a1', name: NAME }],
    respondents: [{ id: 'r1' }],
  };
  await orderAsked(stage, { inCase: 'again', input: order });
  const units = [
    { id: 'station', kind: 'police_station', district: 'other', covers: 'her_home' },
    { id: 'committee', kind: 'committee', district: 'other', covers: 'her_home' },
  ];
  await stage.tells(
    'court',
    `again/${ORDER}`,
    ['hearing.held', { attendance: 'both', online: false }],
    grantOf('2026-03-02', [{ id: 'm1', code: 'no_violence' }], { units }),
  );
}

export const realCase: RealCase = {
  title: { zh: '保护令期满两年后再受暴，第二份保护令', en: 'Quiet for years, then a second order' },
  publication: {
    publisher: '平安湖州',
    title: '第一张人身安全保护令期满后，她申请了第二张',
    item: '2022年3月',
  },
  shift: 'Four years on: the end of 2019 is the end of 2023, and 2022-03-03 is 2026-03-03.',
  story: [
    { at: '2023-12-20T10:00', line: 'A first order', plays: firstOrder },
    { at: '2024-06-22T10:00', line: 'It has ended; it is quiet', plays: closedQuietly },
    {
      at: '2026-02-25T20:00',
      line: 'He beats her again, the camera of the shop sees it; the police only admonish him',
      plays: async (stage) => {
        await welcomed(stage, {
          inCase: 'again',
          survivor: { name: NAME, phone: PHONE },
          form: formOf({ relation: 'spouse', history: { earlierViolence: true } }),
        });
        await stage.tells('operator', 'again/intake', scaleOf(['q3'], { injured: true }));
        await policeCalled(stage, { inCase: 'again', input: { relation: 'spouse', priorReports: 1 } });
        await stage.tells('police', 'again/warning-letter', ['scene.reached', SCENE]);
        await stage.tells('manager', 'again/warning-letter', ['decision.disputed', { kind: 'educated' }]);
        await stage.tells('manager', 'again/intake', planOf(stage, 'police'));
      },
    },
    { at: '2026-03-02T10:00', line: 'After a hearing the court makes a second one', plays: secondOrder },
    {
      at: '2026-03-03T10:00',
      line: 'Through a shared court room of the next district it tells the committee where she lives',
      plays: (stage) =>
        stage.tells('court', `again/${ORDER}`, ...servedOn(['a1', 'r1', 'station']), [
          'document.served',
          { to: 'committee', method: 'electronic', consented: true },
        ]),
    },
  ],
  expects: [
    {
      says: 'The second is an application of its own that knows the first; nobody counts them as one',
      check: async (stage) => {
        const first = await stage.track(`her/${ORDER}`);
        expect(await contextOf(stage, `again/${ORDER}`)).toMatchObject({ previousOrder: first, rulings: 1 });
        expect(await contextOf(stage, `her/${ORDER}`)).toMatchObject({ previousOrder: null });
        const types = (await eventsOf(stage, { track: `again/${ORDER}` })).map(({ type }) => type);
        expect(types).not.toContain('extension.requested');
      },
    },
    {
      says: 'After the first has ended she is followed up; whoever calls in that time has her case opened again',
      check: async (stage) => {
        expect(stage.noted.get('state at the end')).toEqual(['expired.handing']);
        expect(stage.noted.get('followed up')).toMatchObject([{ outcome: 'open' }]);
        await welcomed(stage, { inCase: 'control' });
        await stage.tells('operator', 'control/intake', scaleOf([]), planOf(stage, 'police'));
        const done = { ground: 'self_handled', satisfied: true, planClear: true };
        await stage.tells('manager', 'control/intake', ['plan.completed', done], ['call.repeated']);
        expect(await stateOf(stage, 'control/intake')).toContain('open.work.assessing');
        expect((await stage.facts('control')).repeat).toBe('yes');
      },
    },
    {
      says: 'She lives in another district than her court: its station and committee are served',
      check: async (stage) => {
        expect(await contextOf(stage, `again/${ORDER}`)).toMatchObject({ toServe: [] });
        const units = (await contextOf(stage, `again/${ORDER}`))['units'] as { district: string }[];
        expect(units.map(({ district }) => district)).toEqual(['other', 'other']);
        const clocks = await clocksOf(stage, `again/${ORDER}`, 'service');
        expect(clocks.map(({ outcome, rule }) => [outcome, rule])).toEqual(Array(4).fill(['met', 'C4']));
      },
    },
    {
      says: 'The old file is found by her number and still opens, two years on',
      check: async (stage) => {
        const view = await stage.world.engine.viewCase(stage.person('manager'), stage.caseId());
        expect(JSON.stringify(view)).toContain(NAME);
        expect(await contextOf(stage, 'again/intake')).toMatchObject({ priorCases: 1, repeat: true });
      },
    },
  ],
};
