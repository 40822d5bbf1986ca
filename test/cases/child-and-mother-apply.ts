import { expect } from 'vitest';
import { grantOf, orderAsked, policeCalled, SCENE, scaleOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, noticesOf, stateOf } from '#test/stage/records.ts';
import type { Told } from '#test/stage/stage.ts';

const LETTER = 'warning-letter#1';
const ORDER = 'protection-order';
const at = (time: string) => `${time}:00.000+08:00`;
const ISSUED: Told = [
  'letter.issued',
  {
    ...{
      letterNo: '告诫字5号',
      identities: true,
      facts: '木棍体罚、不让上学',
      admits: true,
      victimStatement: true,
    },
    ...{ witness: false, evidence: [], lawBasis: ['mpl'], ban: true, consequence: true },
  },
];

export const realCase: RealCase = {
  title: {
    zh: '告诫后再犯，裁定暂时中止父亲抚养',
    en: 'Violence after a warning; the father’s care of the child suspended',
  },
  publication: {
    publisher: '最高人民法院',
    title: '人民法院反家庭暴力典型案例（第二批）（2023-11）',
    item: '案例五',
  },
  shift: 'Three years on: September 2022 is September 2025.',
  story: [
    {
      at: '2025-09-08T19:00',
      line: 'The police give the father a warning letter',
      plays: async (stage) => {
        await welcomed(stage, {
          ...{ channel: 'police_notice', caller: { relation: 'relative' }, survivor: { minor: true } },
          form: { relation: 'parent', minor: true },
        });
        const filed = { receiptNo: '回执8', to: '派出所', madeAt: at('2025-09-08T19:00') };
        await stage.tells('operator', 'intake', ['report.filed', filed], scaleOf([]));
        await policeCalled(stage, {
          input: { relation: 'parent_child', reporter: 'kin', fragile: ['minor'] },
        });
        const delivered = {
          ...{ readAloud: true, signed: true, refusalNoted: false, recorded: false },
          ...{ victimCopy: true, orderRightTold: true },
        };
        await stage.tells('police', LETTER, ['scene.reached', SCENE], ISSUED, [
          'letter.delivered',
          delivered,
        ]);
      },
    },
    {
      at: '2025-11-10T19:00',
      line: 'He does it again; the police hand the child to the mother for the time being',
      plays: async (stage) => {
        await stage.tells('police', LETTER, ['offender.repeated']);
        stage.noted.set('letter', [await stateOf(stage, LETTER), await contextOf(stage, LETTER)]);
        await policeCalled(stage, {
          input: { relation: 'parent_child', reporter: 'kin', priorReports: 1, fragile: ['minor'] },
        });
        await stage.tells('police', 'warning-letter#2', ['scene.reached', SCENE]);
        stage.noted.set('a second letter', await stage.isRefused('police', 'warning-letter#2', ISSUED));
        await stage.opens('manager', 'placement', { basis: 'police_handover', child: 'minor' });
        await stage.entrusts('manager', 'placement', 'police');
        const from = at('2025-11-10T19:00');
        await stage.tells('police', 'placement', [
          'guardian.assessed',
          { guardian: 'mother', grade: 'protective', from },
        ]);
        const placed = { kind: 'guardian', place: 'QH02', guardian: 'mother', from };
        await stage.tells('police', 'placement', ['child.placed', placed]);
      },
    },
    {
      at: '2025-12-01T09:00',
      line: 'The mother sues for custody',
      plays: async (stage) => {
        await stage.opens('manager', 'litigation', { kind: 'custody', herRole: 'claimant' });
        await stage.tells('manager', 'litigation', ['suit.filed', { filedAt: at('2025-12-01T09:00') }]);
        await stage.entrusts('manager', 'litigation', 'court');
        await stage.tells('court', 'litigation', ['suit.docketed']);
      },
    },
    {
      at: '2025-12-03T09:00',
      line: 'Child and mother apply together for a protection order',
      plays: (stage) =>
        orderAsked(stage, {
          input: { relation: 'parent_child', applicants: [{ id: 'a1', minor: true }, { id: 'a2' }] },
          filing: { measures: ['custody', 'no_violence', 'no_stalking', 'no_contact'] },
        }),
    },
    {
      at: '2025-12-04T15:00',
      line: 'The father’s care is suspended, the child is with the mother; no violence, no following, no contact',
      plays: async (stage) => {
        const codes = ['custody', 'no_violence', 'no_stalking', 'no_contact'];
        const measures = codes.map((code, index) => ({ id: `m${index + 1}`, code }));
        await stage.tells('court', ORDER, grantOf('2025-12-04', measures));
        await stage.tells('court', ORDER, ...servedOn(['a1', 'a2', 'r1', 'station', 'committee']));
        const suspended = { guardian: 'father', until: at('2026-06-05T00:00') };
        await stage.tells('court', 'placement', ['guardianship.suspended', suspended]);
        const nobody: Told = ['guardianship.suspended', { guardian: 'father' }];
        stage.noted.set('without an end', await stage.isRefused('court', 'placement', nobody));
      },
    },
    {
      at: '2026-06-05T09:00',
      plays: async (stage) => {
        stage.noted.set('guardianship when the order is over', await stateOf(stage, 'placement'));
        const again = { guardian: 'father', until: at('2026-09-05T00:00') };
        await stage.tells('court', 'placement', ['guardianship.suspended', again]);
        const granted = { outcome: 'granted', servedAt: at('2026-06-05T09:00') };
        await stage.tells('court', 'litigation', ['judgment.given', granted]);
        await stage.tells('court', 'placement', ['suspension.lifted']);
      },
    },
  ],
  expects: [
    {
      says: 'Two applicants, one order: each has a copy and a clock for it',
      check: async (stage) => {
        const served = (await clocksOf(stage, ORDER, 'service')).map(({ item, outcome }) => [item, outcome]);
        expect(served).toEqual(
          expect.arrayContaining([
            ['a1', 'met'],
            ['a2', 'met'],
            ['r1', 'met'],
          ]),
        );
      },
    },
    {
      says: 'Violence two months after the letter: visits count from nothing, and he is punished, not warned again',
      check: async (stage) => {
        const [state, context] = stage.noted.get('letter') as [string[], object];
        expect(state).toContain('delivered.visits.violated');
        expect(context).toMatchObject({ clean: 0 });
        expect(stage.noted.get('a second letter')).toEqual(['notToBePunished']);
        expect(await clocksOf(stage, LETTER, 'punishment')).toMatchObject([{ rule: 'H34' }]);
      },
    },
    {
      says: 'That the child is with the mother for now has a beginning, a basis and an agency that answers for it',
      check: async (stage) => {
        const events = await eventsOf(stage, { track: 'placement' });
        expect(events.find(({ type }) => type === 'track.opened')?.payload).toMatchObject({
          basis: 'police_handover',
        });
        const placed = events.find(({ type }) => type === 'child.placed');
        expect(placed?.payload).toMatchObject({ guardian: 'mother', from: at('2025-11-10T19:00') });
        expect(placed?.actor.agency).toBe(stage.person('police').agency);
        expect((await clocksOf(stage, 'placement')).map(({ name }) => name)).toContain('suspensionEnd');
      },
    },
    {
      says: 'A suspended care has a printed end: whoever is responsible hears when it comes, a judgment takes its place',
      check: async (stage) => {
        expect(stage.noted.get('without an end')).toEqual(['payload_invalid']);
        expect(stage.noted.get('guardianship when the order is over')).toContain(
          'open.guardianship.parental',
        );
        const ends = await clocksOf(stage, 'placement', 'suspensionEnd');
        expect(ends[0]).toMatchObject({ safeDue: '2026-06-05T00:00' });
        const told = await noticesOf(stage, 'danger.foreseen');
        expect(told.some(({ at: when }) => when.startsWith('2026-06-05'))).toBe(true);
        expect(await stateOf(stage, 'placement')).toContain('open.guardianship.parental');
      },
    },
  ],
};
