import { expect } from 'vitest';
import { welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf } from '#test/stage/records.ts';
import { instantOf } from '#test/stage/stage.ts';
import { CALLER_RELATIONS } from '#workflows/intake/codes.ts';

const DUTY = 'duty-failure';
const FOUND_AT = '2025-05-25T10:00';

export const realCase: RealCase = {
  title: {
    zh: '学校见而不报，逐级转报，跨省安置',
    en: 'A school that saw it, and a report that went from desk to desk',
  },
  publication: {
    publisher: '北京市房山区人民检察院（北京晚报）',
    title: '应报未报被追责案',
    item: '2021年5月',
  },
  shift: 'Four years on: 2021-05-25 is 2025-05-25; what came later keeps its distance.',
  story: [
    {
      at: '2025-05-25T11:00',
      line: 'For more than a year a girl of eight was beaten, burnt, starved and shut out',
      plays: (stage) =>
        welcomed(stage, {
          ...{ channel: 'grid', caller: { relation: 'village_committee' }, survivor: { minor: true } },
          form: {
            ...{ victim: { ageGroup: 'under_14' }, relation: 'parent', abuserIsGuardian: true },
            ...{ history: { earlierViolence: true }, injury: { victimInjured: true } },
            harmFoundAt: instantOf(FOUND_AT),
          },
        }).then(() => undefined),
    },
    {
      at: '2025-05-25T11:20',
      line: 'Her teacher had seen it and told nobody',
      plays: (stage) =>
        stage
          .opens('manager', DUTY, {
            ...{ unit: 'school', failure: 'unreported', ground: 'suspected' },
            noticedAt: instantOf('2025-03-03T09:00'),
          })
          .then(() => undefined),
    },
    {
      at: '2025-05-25T11:30',
      line: 'A neighbour rings, the secretary of the committee goes there',
      plays: (stage) => stage.tells('operator', 'intake', ['incident.reported', { what: '居委会到场发现' }]),
    },
    {
      at: '2025-05-25T14:00',
      line: 'The committee reports it upwards, desk by desk, to the youth league',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', ['report.passed', { to: 'superior' }]);
        await stage.moveTo('2025-05-25T16:00');
        await stage.tells('operator', 'intake', ['report.passed', { to: 'youth_league' }]);
      },
    },
    {
      at: '2025-05-26T09:00',
      line: 'The youth league hands it to the procuratorate',
      plays: (stage) => stage.tells('operator', 'intake', ['report.passed', { to: 'procuratorate' }]),
    },
    {
      at: '2025-05-26T15:00',
      line: 'The procuratorate tells the police to file it; both are restrained',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', [
          'report.filed',
          {
            ...{ receiptNo: '受案0526', to: '公安分局', through: 'procuratorate' },
            madeAt: instantOf('2025-05-26T14:30'),
          },
        ]);
        for (const suspect of ['abuser', 'accomplice']) {
          await stage.opens('manager', 'criminal', {
            ...{ suspect, offence: 'maltreatment', source: 'procuratorate' },
            reportedAt: instantOf('2025-05-26T14:30'),
          });
          await stage.tells(
            'manager',
            'criminal',
            ['case.filed'],
            ['restraint.imposed', { kind: 'detention', from: instantOf('2025-05-26T15:00') }],
          );
        }
      },
    },
    {
      at: '2025-05-26T17:00',
      line: 'Civil affairs take her in',
      plays: async (stage) => {
        await stage.entrusts('manager', 'placement', 'civil');
        await stage.tells(
          'civil',
          'placement',
          ['guardian.assessed', { guardian: 'father', grade: 'suspect', from: instantOf(FOUND_AT) }],
          ['child.placed', { kind: 'protection_centre', place: 'BH01', from: instantOf('2025-05-26T17:00') }],
          ['guardianship.assumed', { ground: 'harmed', from: instantOf('2025-05-26T17:00') }],
        );
      },
    },
    {
      at: '2025-11-20T10:00',
      line: 'One year for the stepmother, nine months suspended for the father',
      plays: async (stage) => {
        for (const number of [1, 2]) {
          await stage.tells(
            'manager',
            `criminal#${number}`,
            ['prosecution.referred'],
            ['rights.told'],
            ['prosecution.started', { kind: 'public' }],
            ['trial.held', {}],
            ['judgment.given', { verdict: 'convicted' }],
          );
        }
        await stage.tells('manager', 'criminal#1', [
          'restraint.imposed',
          {
            ...{ kind: 'imprisonment', from: instantOf('2025-11-20T10:00') },
            plannedEnd: instantOf('2026-05-26T15:00'),
          },
        ]);
        await stage.tells('manager', 'criminal#2', [
          'restraint.imposed',
          {
            ...{ kind: 'probation', from: instantOf('2025-11-20T10:00'), terms: ['no_contact'] },
            plannedEnd: instantOf('2026-11-20T10:00'),
          },
        ]);
      },
    },
    {
      at: '2025-12-10T10:00',
      line: 'The procuratorate supports the suit: the father is guardian no more, and pays every month',
      plays: async (stage) => {
        await stage.opens('manager', 'litigation', { kind: 'guardianship', herRole: 'claimant' });
        await stage.tells(
          'manager',
          'litigation',
          ['support.requested'],
          ['support.decided', { answer: 'granted' }],
          ['suit.filed', { filedAt: instantOf('2025-12-10T09:00') }],
        );
        await stage.tells('manager', 'placement', ['revocation.filed', { guardian: 'father' }]);
        const revoked = { guardian: 'father', named: 'paternal_grandparent' };
        stage.noted.set(
          'revoked, and free of paying',
          await stage.isRefused('manager', 'placement', ['guardianship.revoked', revoked]),
        );
        await stage.tells('manager', 'placement', ['guardianship.revoked', { ...revoked, stillPays: true }]);
      },
    },
    {
      at: '2025-12-20T10:00',
      line: 'The school is punished, its head dismissed; the committee is commended',
      plays: async (stage) => {
        await stage.tells(
          'manager',
          DUTY,
          ['lead.reported', { to: 'education', receivedAt: instantOf('2025-12-20T09:00') }],
          ['answer.received'],
          ['result.recorded', { kind: 'warning', against: 'unit' }],
          ['result.recorded', { kind: 'dismissal', against: 'head' }],
          ['lead.closed', { toldReporter: true }],
        );
      },
    },
    {
      at: '2026-08-20T10:00',
      line: 'A prosecutor travels to the province where she lives now',
      plays: async (stage) => {
        await stage.tells(
          'civil',
          'placement',
          [
            'guardian.assessed',
            { guardian: 'paternal_grandparent', grade: 'protective', from: instantOf('2026-08-01T10:00') },
          ],
          [
            'child.placed',
            {
              ...{ kind: 'kin', guardian: 'paternal_grandparent', place: 'XZ01' },
              from: instantOf('2026-08-01T10:00'),
            },
          ],
        );
        const transfer = await stage.offers('manager', 'otherManager', { kind: 'transfer' });
        const owner = async () =>
          (await stage.world.engine.viewCase(stage.person('manager'), stage.caseId())).ownerAgency;
        stage.noted.set('owner while offered', await owner());
        await stage.answers('otherManager', transfer);
        stage.noted.set('owner once accepted', await owner());
        await stage.opens('otherManager', 'visit', { purpose: 'guardianship' });
        await stage.tells('otherManager', 'visit', [
          'team.assigned',
          {
            ...{ lead: stage.person('otherManager').id, safetyChecked: true },
            others: [{ unit: 'procuratorate', count: 1 }],
          },
        ]);
        await stage.tells('otherManager', 'visit', [
          'household.visited',
          { visitedAt: instantOf('2026-08-20T09:00'), seenAlone: true, childrenSeen: true },
        ]);
      },
    },
  ],
  expects: [
    {
      says: 'A report goes to the police at once: each desk has its clock, the first has long lapsed, and it is taken all the same',
      check: async (stage) => {
        expect(await clocksOf(stage, 'intake', 'mandatoryReport')).toMatchObject([
          { rule: 'R2p', safeDue: '2025-05-25T10:15' },
        ]);
        const [report] = await clocksOf(stage, 'intake', 'mandatoryReport');
        expect(report?.outcome).not.toBe('open');
        const desks = await clocksOf(stage, 'intake', 'passedReport');
        expect(desks.map(({ item }) => item)).toEqual(['superior', 'youth_league', 'procuratorate']);
        expect(desks.every(({ outcome }) => outcome !== 'open')).toBe(true);
        expect((await stage.facts()).mandatoryReport).toBe('reported');
      },
    },
    {
      says: 'Who was bound to report and did not is a matter of its own, handed to whoever is in charge and followed to its end',
      check: async (stage) => {
        expect(await stateOf(stage, DUTY)).toEqual(['closed']);
        expect(await contextOf(stage, DUTY)).toMatchObject({
          ...{ unit: 'school', failure: 'unreported', to: 'education' },
          results: [
            { kind: 'warning', against: 'unit' },
            { kind: 'dismissal', against: 'head' },
          ],
        });
      },
    },
    {
      says: 'Youth league, education bureau and supervisory organ can act, be told and be asked',
      check: async (stage) => {
        expect(Object.keys(CALLER_RELATIONS)).toEqual(expect.arrayContaining(['youth_league', 'education']));
        const reported = stage.world.deps.workflows.latest(DUTY)?.events['lead.reported'];
        expect(JSON.stringify(reported?.payload)).toMatch(/education.*supervision/s);
        const hops = (await eventsOf(stage, { track: 'intake' })).filter(
          ({ type }) => type === 'report.passed',
        );
        expect(hops.map(({ payload }) => payload['to'])).toContain('youth_league');
      },
    },
    {
      says: 'She lives in another province: the case changes hands when the others accept it, and they go to see her',
      check: async (stage) => {
        expect(stage.noted.get('owner while offered')).toBe(stage.person('manager').agency);
        expect(stage.noted.get('owner once accepted')).toBe(stage.person('otherManager').agency);
        expect(await contextOf(stage, 'visit')).toMatchObject({ entries: 1 });
      },
    },
    {
      says: 'The suit is supported; guardian no more, he goes on paying',
      check: async (stage) => {
        expect(stage.noted.get('revoked, and free of paying')).toEqual(['payload_invalid']);
        expect(await stateOf(stage, 'placement')).toContain('open.guardianship.revoked');
        expect(await stateOf(stage, 'litigation')).toContain('open.support.decided');
      },
    },
  ],
};
