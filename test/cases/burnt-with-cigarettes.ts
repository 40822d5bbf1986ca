import { expect } from 'vitest';
import { ruleOf } from '#src/base/rules.ts';
import { CalendarYearUnknownError } from '#src/calendar/calendar-errors.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import { computeAnswer } from '#src/calendar/compute-answer.ts';
import type { CastName } from '#test/stage/cast.ts';
import { scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf } from '#test/stage/records.ts';
import { instantOf, type Stage } from '#test/stage/stage.ts';

const REPORTER = '沈立群';
const REPORTED = instantOf('2024-06-06T15:00');
const mother = (grade: string, from: string) =>
  ['guardian.assessed', { guardian: 'mother', grade, from: instantOf(from) }] as const;
const consents = (to: string) => ['consent.given', { guardian: 'mother', for: to }] as const;

async function foundByTheCommittee(stage: Stage): Promise<void> {
  await welcomed(stage, {
    channel: 'mandatory_report',
    caller: { relation: 'village_committee', name: REPORTER },
    form: {
      ...{ relation: 'other_household', victim: { ageGroup: 'under_14' }, minor: true },
      ...{ violenceForms: ['physical'], injury: { victimInjured: true, text: '掌骨骨折、烫伤' } },
    },
  });
  await stage.tells(
    'operator',
    'intake',
    ['report.filed', { receiptNo: '房公受〔2024〕606号', to: '派出所', madeAt: REPORTED }],
    scaleOf(['q3', 's2'], { injured: true }),
    ['police.informed'],
    ['federation.informed'],
  );
  await stage.opens('manager', 'placement', { basis: 'mandatory_report', child: 'minor' });
  await stage.tells('manager', 'placement', mother('neglectful', '2024-06-06T15:00'));
  stage.noted.set('consent', await stage.isRefused('manager', 'placement', consents('interview')));
  const named = ['safeperson.named', { relation: 'guardian', herChoice: true }] as const;
  stage.noted.set('safe person', await stage.isRefused('manager', 'intake', named));
}

async function aidForTheChild(stage: Stage): Promise<void> {
  await stage.opens('manager', 'litigation', { kind: 'damages', herRole: 'claimant' });
  await stage.tells('manager', 'litigation', ['support.requested']);
  await stage.opens('manager', 'consultation', { respondentName: '沙万里', minor: true, clientAgrees: true });
  await stage.tells('manager', 'consultation', ['lawyer.assigned', { lawyer: stage.person('lawyer').id }]);
  await stage.tells(
    'lawyer',
    'consultation',
    ['conflict.cleared'],
    ['offer.accepted'],
    ['representation.needed'],
    ['aid.applied', { voucher: 'police_paper' }],
  );
  await stage.tells(
    'manager',
    'consultation',
    ['aid.granted'],
    ['aid.assigned', { lawyer: stage.person('lawyer').id }],
  );
  await stage.tells('manager', 'placement', mother('protective', '2025-07-15T09:00'), consents('litigation'));
  await stage.tells('operator', 'intake', [
    'account.conflicted',
    { about: 'time', sources: ['media', 'procuratorate'], what: '两种报道年份不一' },
  ]);
}

export const realCase: RealCase = {
  title: {
    zh: '母亲同居男友虐待女童，居委会发现即报',
    en: 'Burnt by her mother’s boyfriend: the committee sees it and reports',
  },
  publication: {
    publisher: '房山区人民检察院、法治日报等',
    title: '房山区女童遭母亲同居男友虐待案',
    item: '2025年',
  },
  shift:
    'Nothing is moved: three days from 2024-06-07 end on a holiday of a year the calendar does not cover.',
  story: [
    {
      at: '2024-06-06T15:05',
      line: 'For a month he had beaten and burnt her; the head of the committee comes upon it',
      plays: foundByTheCommittee,
    },
    {
      at: '2024-06-06T17:00',
      line: 'She is brought to a hospital and the police are called',
      plays: (stage) =>
        stage.tells('manager', 'placement', [
          'child.placed',
          { kind: 'hospital', place: 'HS01', from: instantOf('2024-06-06T16:00') },
        ]),
    },
    {
      at: '2024-06-07T10:00',
      line: 'The next day the police file the case',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', [
          'report.docketed',
          { docketedAt: instantOf('2024-06-07T09:00') },
        ]);
        await stage.opens('manager', 'criminal', {
          ...{ suspect: 'abuser', offence: 'ward_maltreatment', source: 'mandatory_report' },
          reportedAt: REPORTED,
        });
        await stage.entrusts('manager', 'criminal', 'police');
        await stage.tells('police', 'criminal', ['case.filed']);
      },
    },
    {
      at: '2024-07-08T10:00',
      line: 'A month later it goes to the procuratorate',
      plays: async (stage) => {
        await stage.tells('police', 'criminal', ['prosecution.referred']);
        await stage.entrusts('police', 'criminal', 'procurator');
      },
    },
    {
      at: '2025-07-15T10:00',
      line: 'Mother and girl ask for support of their suit',
      plays: aidForTheChild,
    },
    {
      at: '2025-07-23T10:00',
      line: 'The letter of support is served',
      plays: async (stage) => {
        await stage.entrusts('manager', 'litigation', 'procurator');
        const supported = { answer: 'granted', decisionNo: '房检支诉1号' };
        await stage.tells('procurator', 'litigation', ['support.decided', supported]);
      },
    },
    {
      at: '2025-08-15T10:00',
      line: 'A year and six months for maltreatment',
      plays: async (stage) => {
        await stage.tells('procurator', 'criminal', ['prosecution.started', { kind: 'public' }]);
        await stage.entrusts('procurator', 'criminal', 'court');
        const from = instantOf('2025-08-15T10:00');
        const plannedEnd = instantOf('2027-02-15T10:00');
        await stage.tells(
          'court',
          'criminal',
          ['trial.held', {}],
          ['judgment.given', { verdict: 'convicted' }],
          ['restraint.imposed', { kind: 'imprisonment', from, plannedEnd }],
        );
      },
    },
    {
      at: '2025-08-20T10:00',
      line: 'Damages of 12,000 yuan, judicial aid of 4,800, a social worker judges who can care for her',
      plays: async (stage) => {
        await stage.tells(
          'court',
          'criminal',
          ['relief.granted', { kind: 'incidental_suit', amountFen: 1_200_000 }],
          ['relief.granted', { kind: 'judicial_aid', amountFen: 480_000 }],
        );
        const purpose = '请社工评估监护能力';
        await stage.answers('village', await stage.offers('procurator', 'village', { purpose }));
      },
    },
  ],
  expects: [
    {
      says: 'Found is reported; three days from the filing end on the 10th, and what a holiday does is not guessed',
      check: async (stage) => {
        expect(await clocksOf(stage, 'intake', 'mandatoryReport')).toMatchObject([{ outcome: 'met' }]);
        const feedback = (await clocksOf(stage, 'intake', 'policeFeedback')).at(-1);
        expect(feedback).toMatchObject({ rule: 'R3', safeDue: '2024-06-10T24:00', isProvisional: true });
        const asked = (day: string) => computeAnswer(ruleOf('R3'), day, { calendar: CHINA_CALENDAR });
        expect(() => asked('2024-06-07')).toThrow(CalendarYearUnknownError);
        // A year on, four days before the festival, it is known: the 31st is its day, and rest until 2 June.
        expect(asked('2025-05-28')).toMatchObject({
          safeDue: '2025-05-31T24:00',
          legalDue: '2025-06-03T24:00',
        });
      },
    },
    {
      says: 'Who reported it is sealed: whoever took the call and the police know the name, and nobody else who works the case',
      check: async (stage) => {
        const seenBy = async (who: CastName) =>
          JSON.stringify(await stage.world.engine.viewCase(stage.person(who), stage.caseId()));
        // The police have to know whom they may ask, and whoever took the call wrote it down.
        for (const who of ['operator', 'police'] as const) expect(await seenBy(who)).toContain(REPORTER);
        for (const who of ['lawyer', 'manager', 'procurator', 'court', 'village'] as const)
          expect(await seenBy(who)).not.toContain(REPORTER);
        expect(JSON.stringify(await eventsOf(stage))).not.toContain(REPORTER);
      },
    },
    {
      says: 'A guardian who knew and was silent neither consents nor is called; a later grade counts from its own day',
      check: async (stage) => {
        expect(stage.noted.get('consent')).toEqual(['guardianIsProtective']);
        expect(stage.noted.get('safe person')).toEqual(['safePersonTrusted']);
        expect((await contextOf(stage, 'placement'))['guardians']).toMatchObject([
          { id: 'mother', grade: 'protective', from: instantOf('2025-07-15T09:00') },
        ]);
        const graded = (await eventsOf(stage, { track: 'placement' })).filter(
          ({ type }) => type === 'guardian.assessed',
        );
        expect(graded.map(({ payload }) => payload['grade'])).toEqual(['neglectful', 'protective']);
      },
    },
    {
      says: 'Two reports do not agree on the time: both stay, and that is marked',
      check: async (stage) => {
        expect(await contextOf(stage, 'intake')).toMatchObject({ conflicts: ['time'] });
        expect(await stateOf(stage, 'criminal')).toContain('open.proceeding.judged');
      },
    },
    {
      says: 'The lawyer of a child meets her within five working days of the assignment',
      check: async (stage) => {
        expect(await clocksOf(stage, 'consultation', 'meeting')).toMatchObject([
          { rule: 'L7', safeDue: '2025-07-22T24:00' },
        ]);
      },
    },
  ],
};
