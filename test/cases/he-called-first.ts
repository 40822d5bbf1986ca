import { expect } from 'vitest';
import { policeCalled, SCENE, scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf } from '#test/stage/records.ts';
import type { Stage, Told } from '#test/stage/stage.ts';

const CALL = 'warning-letter';
const UNHEARD = { ...SCENE, separated: false } as const;
const SILENT: Told = ['offender.educated', { ground: 'light_forgiven', whyNoLetter: '双方打斗，已谅解' }];
const ALONE: Told = [
  'offender.educated',
  { ground: 'light_forgiven', forgivenAlone: true, whyNoLetter: '双方打斗，已谅解' },
];
const LETTER: Told = [
  'letter.issued',
  {
    ...{ letterNo: '公（测）告诫字〔2026〕2号', identities: true, facts: '推打、刀背砍', admits: false },
    ...{ victimStatement: true, witness: false, evidence: ['recordings'], lawBasis: ['advl_16'] },
    ...{ ban: true, consequence: true },
  },
];

/** A first and light blow somewhere else: what talking to him asks for there. */
async function elsewhere(stage: Stage): Promise<void> {
  await welcomed(stage, { inCase: 'another' });
  await policeCalled(stage, { inCase: 'another', input: {} });
  const call = `another/${CALL}`;
  await stage.tells('police', call, ['scene.reached', { ...SCENE, injured: false }]);
  stage.noted.set('forgiven before both', await stage.isRefused('police', call, SILENT));
  await stage.tells('police', call, ALONE);
  stage.noted.set('forgiven alone', await stateOf(stage, call));
}

export const realCase: RealCase = {
  title: { zh: '施暴方先报警称互殴', en: 'He beat her by night, and called the police himself by day' },
  publication: {
    publisher: '北京为平妇女权益机构',
    title: '反家暴法实施八周年监测报告·案例简析篇',
    item: '二、公安',
  },
  shift: 'Two years on: 2024-01-20 is 2026-01-20, under the opinion of the end of 2024 on warning letters.',
  story: [
    {
      at: '2026-01-20T14:00',
      line: 'At half past one in the night, drunk, he beats her and strikes with the back of a knife',
      plays: async (stage) => {
        await welcomed(stage, {
          ...{ channel: 'police_notice', caller: { relation: 'police' } },
          form: {
            ...{ relation: 'spouse', history: { earlierViolence: true } },
            incident: { time: '2026-01-20T01:37:00.000+08:00' },
          },
        });
      },
    },
    {
      at: '2026-01-20T14:05',
      line: 'In the afternoon he calls the police and speaks of a fight',
      plays: async (stage) => {
        await policeCalled(stage, { by: 'operator', input: { reporter: 'respondent', priorReports: 7 } });
        await stage.tells('police', CALL, ['scene.reached', UNHEARD]);
        stage.noted.set('on his word', [
          await stage.isRefused('police', CALL, ALONE),
          await stage.isRefused('police', CALL, ['case.dismissed', { reasonsTold: true }]),
          await stage.isRefused('police', CALL, [
            'dispute.mediated',
            { agreedAlone: true, rightsTold: true },
          ]),
        ]);
        await stage.tells('operator', 'intake', [
          'inquiry.received',
          { kind: 'counter_report', through: 'police' },
        ]);
      },
    },
    { at: '2026-01-21T10:00', plays: elsewhere },
    {
      at: '2026-02-02T10:00',
      line: 'What the camera saw goes round the net',
      plays: async (stage) => {
        await stage.tells('operator', 'adverse', [
          'inquiry.repeated',
          { kind: 'exposure', through: 'media' },
        ]);
        stage.noted.set('made public', await clocksOf(stage, 'adverse', 'exposure'));
        await stage.tells('operator', 'intake', ['incident.reported', { what: '监控视频外传，显示持刀' }]);
        const plain = scaleOf(['q3'], { injured: true });
        const unasked = { answers: { ...(plain[1]?.['answers'] as object), s2: 'unknown' } };
        await stage.tells('operator', 'intake', ['risk.scored', { ...plain[1], ...unasked }]);
        stage.noted.set('risk while nobody knows', (await contextOf(stage, 'intake'))['risk']);
        await stage.tells('operator', 'intake', ['review.requested']);
        const back = { ...unasked, injured: true, override: { to: 'medium', reason: '系刀背，未及要害' } };
        const judged: Told = ['risk.scored', back];
        stage.noted.set('lowered at the desk', await stage.isRefused('operator', 'intake', judged));
        await stage.tells('supervisor', 'intake', judged);
        stage.noted.set('risk once it was judged', (await contextOf(stage, 'intake'))['risk']);
      },
    },
    {
      at: '2026-02-03T10:00',
      line: 'The police announce that the film is cut, both were at fault and have forgiven each other',
      plays: async (stage) => {
        await stage.tells('police', CALL, ['victim.heard', { apart: true }]);
        stage.noted.set('heard, and seven times before', [
          await stage.isRefused('police', CALL, SILENT),
          await stage.isRefused('police', CALL, LETTER),
        ]);
        await stage.tells('manager', CALL, ['decision.disputed', { kind: 'mutual' }]);
        await stage.tells('police', CALL, ['case.punished']);
      },
    },
  ],
  expects: [
    {
      says: 'Who calls first is no victim for that: nothing is decided on his word before she was heard apart',
      check: async (stage) => {
        expect(await contextOf(stage, CALL)).toMatchObject({ reporter: 'respondent', shortcuts: ['mutual'] });
        const [talked, dismissed, mediated] = stage.noted.get('on his word') as string[][];
        expect(talked).toContain('victimHeard');
        expect(dismissed).toEqual(['victimHeard']);
        expect(mediated).toContain('victimHeard');
        expect((await eventsOf(stage, { track: CALL })).map(({ type }) => type)).toContain('victim.heard');
      },
    },
    {
      says: 'He is only talked to where it was light, first and forgiven freely, and she was asked about that alone',
      check: (stage) => {
        expect(stage.noted.get('forgiven before both')).toEqual(['lightAndFirst']);
        expect(stage.noted.get('forgiven alone')).toEqual(['educated']);
      },
    },
    {
      says: 'Seven or eight times before: he is punished, and no letter takes the place of that',
      check: async (stage) => {
        const [talked, letter] = stage.noted.get('heard, and seven times before') as string[][];
        expect(talked).toEqual(expect.arrayContaining(['notToBePunished', 'lightAndFirst']));
        expect(letter).toEqual(['notToBePunished']);
        expect(await stateOf(stage, CALL)).toEqual(['punished']);
      },
    },
    {
      says: 'A knife: whether it was plainly lethal is judged by somebody, and until then not known counts as yes',
      check: (stage) => {
        expect(stage.noted.get('risk while nobody knows')).toBe('high');
        expect(stage.noted.get('lowered at the desk')).toEqual(['loweredBySupervisor']);
        expect(stage.noted.get('risk once it was judged')).toBe('medium');
      },
    },
  ],
};
