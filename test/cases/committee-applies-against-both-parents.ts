import { expect } from 'vitest';
import { grantOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf, workflowsOf } from '#test/stage/records.ts';
import { instantOf } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const FOUND_AT = '2025-03-22T16:00';
const FILING = {
  court: 'place_of_violence',
  mode: 'online',
  measures: ['no_violence', 'keep_away'],
} as const;
const ANNEX = '某福利中心南门外';

export const realCase: RealCase = {
  title: {
    zh: '居委会代未成年人申请，约束父母双方',
    en: 'The committee asks for her, against her mother and her father',
  },
  publication: {
    publisher: '珠海市香洲区人民法院',
    title: '社区代未成年人申请的人身安全保护令',
    item: '2023年4月',
  },
  shift: 'Two years on: 2023-03-22 is 2025-03-22, 2023-04-11 is 2025-04-11.',
  story: [
    {
      at: FOUND_AT,
      line: 'The community finds a girl covered in wounds and takes her to hospital',
      plays: async (stage) => {
        await welcomed(stage, {
          ...{ channel: 'grid', caller: { relation: 'village_committee' }, survivor: { minor: true } },
          form: {
            ...{ victim: { ageGroup: 'under_14' }, relation: 'parent', abuserIsGuardian: true },
            ...{ injury: { victimInjured: true }, history: { earlierViolence: true } },
          },
        });
        await stage.tells('operator', 'intake', [
          'report.filed',
          { receiptNo: '受案0322', to: '某派出所', madeAt: instantOf(FOUND_AT) },
        ]);
        await stage.entrusts('operator', 'placement', 'civil');
        const grade = (guardian: string) => ({ guardian, grade: 'suspect', from: instantOf(FOUND_AT) });
        await stage.tells(
          'civil',
          'placement',
          ['guardian.assessed', grade('mother')],
          ['guardian.assessed', grade('father')],
        );
      },
    },
    {
      at: '2025-03-22T18:00',
      line: 'Twelve days in hospital',
      plays: (stage) =>
        stage.tells('civil', 'placement', [
          'child.placed',
          { kind: 'hospital', place: 'YY01', from: instantOf('2025-03-22T18:00') },
        ]),
    },
    {
      at: '2025-04-03T10:00',
      line: 'Then in the welfare centre',
      plays: (stage) =>
        stage.tells(
          'civil',
          'placement',
          ['child.placed', { kind: 'welfare', place: 'FL01', from: instantOf('2025-04-03T10:00') }],
          ['guardianship.assumed', { ground: 'harmed', from: instantOf('2025-04-03T10:00') }],
        ),
    },
    {
      at: '2025-04-11T15:00',
      line: 'The committee applies for her over the net; accepted',
      plays: async (stage) => {
        await stage.opens('manager', ORDER, {
          ...{ relation: 'parent_child', basis: 'violence', movedOut: true },
          applicants: [{ id: 'a1', name: '阮小满', minor: true }],
          respondents: [
            { id: 'r1', name: '阮大成' },
            { id: 'r2', name: '花无恙' },
          ],
        });
        const by = (kind: string) =>
          ['application.filed', { ...FILING, proxy: { kind, reason: 'no_capacity' } }] as const;
        stage.noted.set('a parent as proxy', [
          await stage.isRefused('manager', ORDER, by('guardian')),
          await stage.isRefused('manager', ORDER, by('kin')),
        ]);
        await stage.tells('manager', ORDER, by('committee'));
        await stage.entrusts('manager', ORDER, 'court');
        await stage.tells('court', ORDER, ['application.accepted', { urgent: true }]);
      },
    },
    {
      at: '2025-04-12T11:00',
      line: 'Within twenty-four hours both parents are bound',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          ['evidence.added', { kind: 'medical' }],
          ['crime.referred', { offence: 'injury', acknowledged: true }],
          grantOf('2025-04-12', [
            { id: 'm1', code: 'no_violence' },
            { id: 'm2', code: 'keep_away', place: 'shelter', placeAnnex: ANNEX, radiusMeters: 200 },
            { id: 'm3', code: 'keep_away', place: 'school', radiusMeters: 200 },
          ]),
        ),
    },
    {
      at: '2025-04-12T15:00',
      line: 'Both are summoned, served in court and admonished',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          ...servedOn(['r1', 'r2'], { method: 'at_court' }),
          ...servedOn(['a1', 'station', 'committee']),
        ),
    },
  ],
  expects: [
    {
      says: 'Both parents are respondents; no parent applies for her, the committee does, and no guardian’s consent is asked for',
      check: async (stage) => {
        expect(stage.noted.get('a parent as proxy')).toEqual([['proxyApart'], ['proxyApart']]);
        expect(await contextOf(stage, ORDER)).toMatchObject({ proxy: 'committee', toServe: [] });
        const consents = (await eventsOf(stage)).filter(({ type }) => type === 'consent.given');
        expect(consents).toEqual([]);
      },
    },
    {
      says: 'Twenty-four hours from acceptance; made on the twelfth it ends on the twelfth of October',
      check: async (stage) => {
        expect(await clocksOf(stage, ORDER, 'decision')).toMatchObject([
          { rule: 'C3', safeDue: '2025-04-12T15:00', outcome: 'met' },
        ]);
        expect(await clocksOf(stage, ORDER, 'validity')).toMatchObject([{ legalDue: '2025-10-12T24:00' }]);
      },
    },
    {
      says: 'The order names the place where she is by a code; where that is lies in a sealed annex',
      check: async (stage) => {
        const { measures } = (await contextOf(stage, ORDER)) as { measures: object[] };
        expect(measures[1]).toMatchObject({ place: 'shelter', radiusMeters: 200 });
        const log = JSON.stringify(await eventsOf(stage));
        expect(log).not.toContain(ANNEX);
        const granted = (await eventsOf(stage, { track: ORDER })).find(
          ({ type }) => type === 'order.granted',
        );
        expect(granted?.payload['measures']).toMatchObject([
          {},
          { placeAnnex: { sealed: expect.any(String) } },
          {},
        ]);
      },
    },
    {
      says: 'Twenty days lie between the discovery and the application: each has clocks of its own',
      check: async (stage) => {
        const [report] = await clocksOf(stage, 'intake', 'mandatoryReport');
        expect(report).toMatchObject({ rule: 'R2p', outcome: 'met' });
        expect(report?.startedAt.slice(0, 10)).toBe('2025-03-22');
        const [acceptance] = await clocksOf(stage, ORDER, 'acceptance');
        expect(acceptance?.startedAt.slice(0, 10)).toBe('2025-04-11');
      },
    },
    {
      says: 'Broken bones are a lead for a crime, which goes to the police beside the order',
      check: async (stage) => {
        expect(await workflowsOf(stage)).toContain('criminal');
        expect(await contextOf(stage, 'criminal')).toMatchObject({ offence: 'injury' });
        expect(await stateOf(stage, ORDER)).toContain('inForce.service.ruling.active');
      },
    },
  ],
};
