import { expect } from 'vitest';
import { gradedHigh, grantOf, planOf, policeCalled, SCENE, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, noticesOf } from '#test/stage/records.ts';

const ORDER = 'protection-order';
const CALL = 'warning-letter';

export const realCase: RealCase = {
  title: { zh: '民警劝和离开后继续殴打', en: 'The police reconciled them, left, and he went on' },
  publication: { publisher: '宝安日报', title: '抗疫时期也能申请人身安全保护', item: '2020年3月' },
  shift: 'Five years on: 2020-01-17 is 2025-01-17, 2020-02-25 is 2025-02-25.',
  story: [
    {
      at: '2025-01-17T21:00',
      line: 'Neighbours call the police; they talk to him and reconcile the two',
      plays: async (stage) => {
        await welcomed(stage, {
          ...{ channel: 'third_party', caller: { relation: 'neighbour' } },
          form: { relation: 'spouse', injury: { victimInjured: true } },
        });
        await policeCalled(stage, { by: 'operator', input: { reporter: 'neighbour' } });
        await stage.tells(
          'police',
          CALL,
          ['scene.reached', SCENE],
          ['dispute.mediated', { agreedAlone: true, rightsTold: true }],
        );
      },
    },
    {
      at: '2025-01-17T23:00',
      line: 'No sooner are they gone than he beats her again',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', ['incident.reported', { what: '民警离开后继续殴打' }]);
        await policeCalled(stage, { by: 'operator', input: { priorReports: 1 } });
        await stage.tells('police', CALL, ['scene.reached', SCENE]);
        const again = { agreedAlone: true, rightsTold: true };
        stage.noted.set(
          'reconciled again',
          await stage.isRefused('police', CALL, ['dispute.mediated', again]),
        );
        const talk = { ground: 'light_forgiven', forgivenAlone: true };
        stage.noted.set('talked to', await stage.isRefused('police', CALL, ['offender.educated', talk]));
        await stage.tells('police', CALL, ['case.punished']);
      },
    },
    {
      at: '2025-01-18T10:00',
      line: 'She goes to the federation, which listens and puts it on the platform of the grid',
      plays: async (stage) => {
        await gradedHigh(stage, ['q1', 'q2', 'q3', 'q5', 'q7', 'q8']);
        await stage.tells('manager', 'intake', planOf(stage, ORDER, 'shelter', 'police'));
      },
    },
    {
      at: '2025-01-18T10:30',
      line: 'The platform sends it to the court and to everybody else concerned, as high risk',
      plays: async (stage) => {
        const offers = [];
        for (const to of ['court', 'police', 'village'] as const)
          offers.push(await stage.offers('operator', to));
        await stage.answers('court', offers[0] ?? '');
        await stage.answers('village', offers[2] ?? '');
      },
    },
    {
      at: '2025-02-25T10:00',
      line: 'Five weeks later, with the federation’s help, she files on the net',
      plays: async (stage) => {
        stage.noted.set('before she filed', await clocksOf(stage, ORDER, 'preparation'));
        await stage.tells('manager', ORDER, [
          'application.filed',
          { court: 'applicant_residence', mode: 'online', measures: ['no_violence', 'no_contact'] },
        ]);
        await stage.entrusts('manager', ORDER, 'court');
        await stage.tells('court', ORDER, ['application.accepted', { urgent: true }]);
      },
    },
    {
      at: '2025-02-25T14:00',
      line: 'Told of the hearing on the telephone, he admits it and will not come',
      plays: (stage) => stage.tells('court', ORDER, ['evidence.added', { kind: 'messages' }]),
    },
    {
      at: '2025-02-25T15:00',
      line: 'She is heard over the net, recorded from beginning to end',
      plays: (stage) =>
        stage.tells('court', ORDER, [
          'hearing.held',
          { attendance: 'respondent_refused', online: true, stance: 'admits' },
        ]),
    },
    {
      at: '2025-02-25T17:00',
      plays: (stage) =>
        stage.tells('court', ORDER, grantOf('2025-02-25', [{ id: 'm1', code: 'no_violence' }])),
    },
  ],
  expects: [
    {
      says: 'Violence after the police had reconciled them must be punished; nobody reconciles them again',
      check: async (stage) => {
        expect(stage.noted.get('reconciled again')).toEqual(['mediable']);
        expect(stage.noted.get('talked to')).toContain('notToBePunished');
        expect(await contextOf(stage, `${CALL}#2`)).toMatchObject({ outcome: 'punished' });
      },
    },
    {
      says: 'High risk: police and upper federation are told at once, and an application not made is overdue',
      check: async (stage) => {
        expect(await clocksOf(stage, 'intake', 'policeAlarm')).toMatchObject([
          { rule: 'R7p', outcome: 'met' },
        ]);
        expect(await clocksOf(stage, 'intake', 'federationAlarm')).toMatchObject([{ outcome: 'met' }]);
        expect(stage.noted.get('before she filed')).toMatchObject([{ rule: 'H19high', outcome: 'lapsed' }]);
        expect(await noticesOf(stage, 'deadline.escalated')).not.toEqual([]);
      },
    },
    {
      says: 'A hearing is no condition, it may be held over the net, and whoever refuses it stops nothing',
      check: async (stage) => {
        const held = (await eventsOf(stage, { track: ORDER })).find(({ type }) => type === 'hearing.held');
        expect(held?.payload).toMatchObject({ attendance: 'respondent_refused', online: true });
        expect((await stage.facts()).protectionOrder).toBe('in_force');
      },
    },
    {
      says: 'One to many: each receiver has a clock of its own and answers for itself',
      check: async (stage) => {
        const answers = [];
        // The first referral took the call to the police, the second the second call.
        for (const number of [3, 4, 5]) {
          const [answer] = await clocksOf(stage, `referral#${number}`, 'answer');
          answers.push(answer?.outcome);
        }
        expect(answers).toEqual(['met', 'lapsed', 'met']);
      },
    },
  ],
};
