import { expect } from 'vitest';
import { grantOf, policeCalled, SCENE, scaleOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf, workflowsOf } from '#test/stage/records.ts';
import { instantOf } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const CALL = 'warning-letter';
const CALLED = { relation: 'parent_child', reporter: 'unit', fragile: ['minor'] } as const;
const LETTER = {
  ...{ letterNo: '公（测）告诫字〔2025〕9号', identities: true, facts: '多次体罚', admits: true },
  ...{ victimStatement: true, witness: true, evidence: ['medical'], lawBasis: ['advl_16', 'mpl'] },
  ...{ ban: true, consequence: true },
} as const;

export const realCase: RealCase = {
  title: { zh: '保护令与家庭教育指导令同日作出', en: 'An order, and on the same day an order to learn' },
  publication: { publisher: '最高人民法院', title: '人民法院案例库', item: '2025-07-2-442-001' },
  shift: 'Nothing is moved: the source gives no days; 2025.',
  story: [
    {
      at: '2025-03-03T16:00',
      line: 'School, police, procuratorate and a rescue body have each talked to his father, and it did not help',
      plays: async (stage) => {
        await welcomed(stage, {
          ...{ channel: 'mandatory_report', caller: { relation: 'school' }, survivor: { minor: true } },
          form: { victim: { ageGroup: 'under_14' }, relation: 'parent', abuserIsGuardian: true },
        });
        await stage.tells('operator', 'intake', [
          'report.filed',
          { receiptNo: '受案0303', to: '某派出所', madeAt: instantOf('2025-03-03T16:00') },
        ]);
        await policeCalled(stage, { by: 'operator', input: { ...CALLED, priorReports: 0 } });
        const talk = { ground: 'trivial', whyNoLetter: '首次，情节显著轻微' };
        await stage.tells('police', CALL, ['scene.reached', SCENE]);
        stage.noted.set(
          'talked to without a reason',
          await stage.isRefused('police', CALL, ['offender.educated', { ground: 'trivial' }]),
        );
        await stage.tells('police', CALL, ['offender.educated', talk]);
        await policeCalled(stage, { by: 'operator', input: { ...CALLED, priorReports: 3 } });
        await stage.tells('police', CALL, ['scene.reached', SCENE]);
        stage.noted.set('once more', [
          await stage.isRefused('police', CALL, ['offender.educated', talk]),
          await stage.isRefused('police', CALL, ['letter.issued', LETTER]),
        ]);
        await stage.tells('police', CALL, ['case.punished']);
      },
    },
    {
      at: '2025-03-10T20:00',
      line: 'Beaten again, he thinks of ending his life',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', ['incident.reported', { what: '再次被体罚' }]);
        await stage.tells('operator', 'intake', scaleOf(['q3'], { injured: true, suicideRisk: true }));
      },
    },
    {
      at: '2025-03-11T09:00',
      line: 'His mother applies for him',
      plays: async (stage) => {
        await stage.tells('manager', 'placement', [
          'guardian.assessed',
          { guardian: 'mother', grade: 'protective', from: instantOf('2025-03-10T21:00') },
        ]);
        await stage.tells('manager', 'placement', [
          'child.placed',
          { kind: 'guardian', guardian: 'mother', place: 'MQ01', from: instantOf('2025-03-10T21:00') },
        ]);
        await stage.opens('manager', ORDER, {
          ...{ relation: 'parent_child', basis: 'violence' },
          applicants: [{ id: 'a1', name: '顾小北', minor: true }],
          respondents: [{ id: 'r1', name: '顾连山' }],
        });
        await stage.tells('manager', ORDER, [
          'application.filed',
          {
            ...{ court: 'applicant_residence', mode: 'written', measures: ['no_violence', 'other'] },
            proxy: { kind: 'guardian', reason: 'no_capacity' },
          },
        ]);
        await stage.entrusts('manager', ORDER, 'court');
        await stage.tells('court', ORDER, ['application.accepted', { urgent: true }]);
      },
    },
    {
      at: '2025-03-11T15:00',
      line: 'Granted: no beating, no abuse, no punishment of the body in whatever form',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          grantOf('2025-03-11', [
            { id: 'm1', code: 'no_violence' },
            { id: 'm2', code: 'other', note: '禁止体罚及变相体罚' },
          ]),
          ...servedOn(['a1', 'r1', 'station', 'committee']),
        ),
    },
    {
      at: '2025-03-11T15:10',
      line: 'Beside it, the same day, an order to attend family-education guidance for half a year',
      plays: (stage) =>
        stage.tells('manager', 'placement', [
          'guidance.ordered',
          { guardian: 'father', overseer: 'federation', sessions: 6, until: instantOf('2025-09-11T15:00') },
        ]),
    },
    {
      at: '2025-03-18T09:00',
      line: 'The time for reconsideration passes, and he did not ask for it',
      plays: async (stage) => {
        stage.noted.set('after five days', await stateOf(stage, ORDER));
        await stage.tells('manager', 'placement', ['guidance.attended']);
      },
    },
  ],
  expects: [
    {
      says: 'Five days pass unused: the window is on record as lapsed, and the order is what it was',
      check: async (stage) => {
        expect(await clocksOf(stage, ORDER, 'reconsideration')).toMatchObject([
          { rule: 'C7', outcome: 'lapsed' },
        ]);
        const events = await eventsOf(stage, { track: ORDER });
        expect(events.filter(({ type }) => type === 'reconsideration.lapsed')).toHaveLength(1);
        expect(stage.noted.get('after five days')).toEqual(
          expect.arrayContaining(['inForce.reconsideration.over', 'inForce.validity.running']),
        );
      },
    },
    {
      says: 'The guidance order is an instrument of its own: its term, its sessions, who attends and who oversees it',
      check: async (stage) => {
        expect(await contextOf(stage, 'placement')).toMatchObject({
          ...{ guidance: 'ordered', guided: 'father', overseer: 'federation', sessions: 6, attended: 1 },
        });
        expect(await clocksOf(stage, 'placement', 'guidanceEnd')).toMatchObject([
          { safeDue: expect.stringMatching(/^2025-09-11/), outcome: 'open' },
        ]);
      },
    },
    {
      says: 'A child: talking alone needs a reason. Talked to again and again: he must be punished',
      check: async (stage) => {
        expect(stage.noted.get('talked to without a reason')).toEqual(['letterNotDue']);
        expect(stage.noted.get('once more')).toEqual([
          expect.arrayContaining(['notToBePunished']),
          ['notToBePunished'],
        ]);
        expect(await workflowsOf(stage)).toEqual(expect.arrayContaining(['enforcement', 'crisis']));
      },
    },
  ],
};
