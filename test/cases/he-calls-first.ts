import { expect } from 'vitest';
import type { JsonObject } from '#src/base/json.ts';
import { policeCalled, SCENE, scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { contextOf, eventsOf, stateOf } from '#test/stage/records.ts';

const LETTER = 'warning-letter';

export const realCase: RealCase = {
  title: {
    zh: '施暴方先报警称互殴，视频外传后称已互相谅解',
    en: 'He calls the police first and says that both fought',
  },
  publication: {
    publisher: '北京为平妇女权益机构',
    title: '反家暴法实施八周年监测报告·案例简析篇',
    item: '公安部分',
  },
  shift: 'Two years on, to the minute: 2024-01-20T01:37 is 2026-01-20T01:37.',
  story: [
    {
      at: '2026-01-20T01:37',
      line: 'Drunk, he beats her and strikes her with the back of a knife',
      plays: async (stage) => {
        await welcomed(stage, {
          form: { relation: 'spouse', violenceForms: ['physical'], history: { earlierViolence: true } },
        });
        const [type, scale] = scaleOf(['q2', 'q3']);
        const answers = { ...(scale?.['answers'] as object), s2: 'unknown' };
        await stage.tells('operator', 'intake', [type, { answers, injured: true }]);
      },
    },
    {
      at: '2026-01-20T14:00',
      line: 'In the afternoon he calls the police himself: a fight between both',
      plays: async (stage) => {
        await policeCalled(stage, { input: { relation: 'spouse', reporter: 'respondent', priorReports: 7 } });
        await stage.tells('police', LETTER, ['scene.reached', { ...SCENE, separated: false }]);
        await stage.tells('manager', 'intake', [
          'inquiry.received',
          { kind: 'counter_report', through: 'police' },
        ]);
        await stage.tells('manager', LETTER, ['decision.disputed', { kind: 'mutual' }]);
        const none = ['case.dismissed', { reasonsTold: true }] as const;
        stage.noted.set('dismissed unheard', await stage.isRefused('police', LETTER, none));
      },
    },
    {
      at: '2026-02-02T10:00',
      line: 'A video of it gets out',
      plays: (stage) =>
        stage.tells('manager', 'adverse', ['inquiry.repeated', { kind: 'exposure', through: 'media' }]),
    },
    {
      at: '2026-02-03T10:00',
      line: 'The police announce: cut together, both at fault, forgiven on both sides',
      plays: async (stage) => {
        const forgiven = ['offender.educated', { ground: 'light_forgiven', forgivenAlone: false }] as const;
        stage.noted.set('forgiven in public', await stage.isRefused('police', LETTER, forgiven));
        await stage.tells('police', LETTER, ['victim.heard', { apart: true }]);
        const alone = ['offender.educated', { ground: 'light_forgiven', forgivenAlone: true }] as const;
        stage.noted.set('forgiven alone', await stage.isRefused('police', LETTER, alone));
        await stage.tells('manager', LETTER, ['decision.disputed', { kind: 'educated' }]);
      },
    },
  ],
  expects: [
    {
      says: 'Who calls first is no victim for that: nothing is decided before she was heard apart',
      check: async (stage) => {
        expect(stage.noted.get('dismissed unheard')).toEqual(['victimHeard']);
        expect(await contextOf(stage, LETTER)).toMatchObject({ reporter: 'respondent', heardApart: true });
        expect((await contextOf(stage, LETTER))['shortcuts']).toContain('mutual');
        expect(await contextOf(stage, 'adverse')).toMatchObject({ kind: 'counter_report' });
      },
    },
    {
      says: 'Criticism needs a light first deed, and forgiveness that she gave alone',
      check: async (stage) => {
        expect(stage.noted.get('forgiven in public')).toContain('victimHeard');
        const refused = stage.noted.get('forgiven alone');
        expect(refused).toContain('lightAndFirst');
        expect((await stateOf(stage, LETTER))[0]).toContain('deciding.');
      },
    },
    {
      says: 'After seven or eight times he must be punished',
      check: async (stage) => {
        expect(stage.noted.get('forgiven alone')).toContain('notToBePunished');
        await stage.tells('police', LETTER, ['case.punished']);
        expect(await stateOf(stage, LETTER)).toEqual(['punished']);
      },
    },
    {
      says: 'A knife touches the second special item: whoever does not know counts it, and a person judges',
      check: async (stage) => {
        expect(await contextOf(stage, 'intake')).toMatchObject({ risk: 'high' });
        const scored = (await eventsOf(stage, { track: 'intake' })).find(
          ({ type }) => type === 'risk.scored',
        );
        expect(scored?.payload['answers']).toMatchObject({ s2: 'unknown' });
        await stage.tells('operator', 'intake', ['incident.reported', { what: '视频外传后再受威胁' }]);
        const answers = scored?.payload['answers'] as JsonObject;
        const lowered = { answers, injured: true, override: { to: 'medium', reason: '系刀背' } };
        expect(await stage.isRefused('operator', 'intake', ['risk.scored', lowered])).toContain(
          'loweredBySupervisor',
        );
        await stage.tells('supervisor', 'intake', ['risk.scored', lowered]);
        expect((await stage.facts()).risk).toBe('medium');
      },
    },
  ],
};
