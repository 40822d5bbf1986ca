import { expect } from 'vitest';
import {
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
const EDUCATED = ['offender.educated', { ground: 'trivial' }] as const;

/** The same woman, had somebody else stood at the counter, or had she called the police. */
async function whatIf(stage: Stage): Promise<void> {
  await stage.opensCase(
    'disabledFederation',
    {
      ...{ channel: 'third_party', caller: { relation: 'disabled_federation' } },
      safeContact: { canTalkNow: true },
    },
    'another',
  );
  const parties = { applicants: [{ id: 'a1' }], respondents: [{ id: 'r1' }] };
  const input = { relation: 'spouse', basis: 'violence', ...parties };
  await stage.opens('disabledFederation', ORDER, input, 'another');
  const filing = (wishRecorded: boolean) => ({
    ...{ court: 'applicant_residence', mode: 'oral', measures: ['no_violence'] },
    proxy: { kind: 'disabled_federation', reason: 'disability', wishRecorded },
  });
  const track = `another/${ORDER}`;
  stage.noted.set(
    'proxy without her wish',
    await stage.isRefused('disabledFederation', track, ['application.filed', filing(false)]),
  );
  await stage.tells('disabledFederation', track, ['application.filed', filing(true)]);
  await policeCalled(stage, {
    ...{ by: 'disabledFederation', inCase: 'another' },
    input: { fragile: ['disabled'] },
  });
  await stage.tells('police', 'another/warning-letter', ['scene.reached', SCENE]);
  stage.noted.set(
    'education instead of a letter',
    await stage.isRefused('police', 'another/warning-letter', EDUCATED),
  );
}

export const realCase: RealCase = {
  title: { zh: '责令支付医疗费', en: 'He is ordered to pay for what he did to her eyes and ears' },
  publication: {
    publisher: '最高人民法院',
    title: '人民法院反家庭暴力典型案例（2026-03-30）',
    item: '案例三',
  },
  shift: 'Nothing is moved: June 2025, and what followed in an order of our own.',
  story: [
    {
      at: '2025-06-09T15:00',
      line: 'Beaten in a quarrel, her hearing and her sight are damaged; she is disabled and has no income',
      plays: async (stage) => {
        await welcomed(stage, {
          channel: 'visit',
          form: {
            relation: 'spouse',
            ...{ violenceForms: ['physical', 'economic'], injury: { victimInjured: true } },
          },
        });
        await stage.tells('operator', 'intake', scaleOf(['q3'], { injured: true }));
      },
    },
    {
      at: '2025-06-11T10:00',
      line: 'He keeps her from the hospital, pays nothing and has her discharged; her sister pays',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', ['incident.reported', { what: '拒付费用、强行办理出院' }]);
        await stage.tells('operator', 'intake', scaleOf(['q3', 'q8'], { injured: true }));
        await stage.tells('manager', 'intake', planOf(stage, 'medical', 'money'));
      },
    },
    {
      at: '2025-06-12T09:30',
      line: 'She applies for an order',
      plays: (stage) => orderAsked(stage, { filing: { measures: ['no_violence', 'pay'] } }),
    },
    {
      at: '2025-06-13T11:00',
      line: 'Granted: no violence; he pays what this injury costs',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          grantOf('2025-06-13', [
            { id: 'm1', code: 'no_violence' },
            { id: 'm2', code: 'pay', amountYuan: 8600, dueOn: '2025-06-28', payee: 'sister' },
          ]),
        ),
    },
    {
      at: '2025-06-13T15:00',
      line: 'Papers to the police station and the committee: they watch over it',
      plays: async (stage) => {
        await stage.tells('court', ORDER, ...servedOn(['a1', 'r1', 'station']));
        stage.noted.set('served on three', await stateOf(stage, ORDER));
        await stage.tells('court', ORDER, ...servedOn(['committee']));
        stage.noted.set('served on four', await stateOf(stage, ORDER));
      },
    },
    {
      at: '2025-06-30T09:00',
      plays: async (stage) => {
        stage.noted.set('unpaid', await contextOf(stage, ORDER));
        await stage.tells('manager', ORDER, ['execution.requested', { measures: ['m2'] }]);
        await stage.tells('court', ORDER, ['execution.answered']);
      },
    },
    {
      at: '2025-07-03T16:00',
      line: 'He has paid the sister back and goes with her to the examination',
      plays: async (stage) => {
        const visit = { unit: 'committee', manner: 'in_person', seenApart: true, keptOrder: true };
        await stage.tells('court', ORDER, ['visit.made', visit]);
        await stage.tells('court', ORDER, ['measure.performed', { measure: 'm2', extent: 'complied' }]);
      },
    },
    {
      at: '2025-07-08T10:00',
      line: 'The court brings police, federation, disabled federation and community together: work and training',
      plays: async (stage) => {
        for (const body of ['police', 'disabledFederation', 'village'] as const) {
          const purpose = { purpose: '综合风险评估、就业培训' };
          await stage.answers(body, await stage.offers('court', body, purpose));
        }
      },
    },
    { at: '2025-07-08T11:00', plays: whatIf },
  ],
  expects: [
    {
      says: 'What he must do has an amount, a day, a status and a way to enforce it, apart from what he must not do',
      check: async (stage) => {
        expect(await clocksOf(stage, ORDER, 'obligations')).toMatchObject([
          { item: 'm2', rule: 'H29', safeDue: '2025-06-28T24:00', outcome: 'met_late' },
        ]);
        expect(stage.noted.get('unpaid')).toMatchObject({
          measures: [
            { id: 'm1', status: 'pending' },
            { id: 'm2', status: 'pending', amountYuan: 8600, payee: 'sister' },
          ],
        });
        expect(await clocksOf(stage, ORDER, 'execution')).toMatchObject([{ rule: 'H26', outcome: 'met' }]);
        expect(await contextOf(stage, ORDER)).toMatchObject({
          measures: [
            { id: 'm1', status: 'pending' },
            { id: 'm2', status: 'complied' },
          ],
        });
      },
    },
    {
      says: 'The disabled persons’ federation takes referrals, and applies for her where she wishes it',
      check: async (stage) => {
        const accepted = (await eventsOf(stage)).filter(({ type }) => type === 'handoff.accepted');
        const agencies = accepted.map(({ actor }) => actor.agency);
        expect(agencies).toContain(stage.person('disabledFederation').agency);
        expect(stage.noted.get('proxy without her wish')).toEqual(['wishRecorded']);
        expect((await stateOf(stage, `another/${ORDER}`))[0]).toBe('filed');
      },
    },
    {
      says: 'The order counts as served only when she, he, the station and the committee all have it',
      check: (stage) => {
        expect(stage.noted.get('served on three')).toContain('inForce.service.ruling.unserved');
        expect(stage.noted.get('served on four')).toContain('inForce.service.ruling.active');
      },
    },
    {
      says: 'She is disabled: had the police dealt with it, a warning letter was generally due',
      check: (stage) => {
        expect(stage.noted.get('education instead of a letter')).toEqual(['letterNotDue']);
      },
    },
  ],
};
