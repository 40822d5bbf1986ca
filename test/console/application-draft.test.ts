import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  additionsOf,
  draftApplication,
  type Sources,
  usualMeasures,
} from '#web/consultations/application-draft.ts';
import { openedContext } from '#web/consultations/opened-context.ts';
import { paperOf, textOf } from '#web/consultations/application-text.ts';

const HOME = '柳溪镇桃源路12号3栋502室';
const CODES = {
  relations: [
    { code: 'spouse', words: { zh: '配偶', en: 'Spouse' } },
    { code: 'former_spouse', words: { zh: '前配偶', en: 'Former spouse' } },
  ],
  measures: [
    { code: 'no_violence', words: { zh: '禁止实施家庭暴力', en: '' } },
    { code: 'move_out', words: { zh: '责令迁出申请人住所', en: '' } },
  ],
  evidence: [{ code: 'medical', words: { zh: '医疗机构的诊疗记录', en: '' } }],
};
const NOTHING: Sources = {
  survivor: {},
  respondent: {},
  incident: {},
  facts: {},
  registration: {},
  order: null,
  codes: CODES,
};
const TOGETHER = { relation: 'spouse', livesTogether: true, movedOut: false };
const draft = (sources: Partial<Sources>, typed = {}, measures: readonly string[] = ['no_violence']) =>
  draftApplication({ ...NOTHING, ...sources }, { typed, measures });
const paper = (...given: Parameters<typeof draft>) => textOf(paperOf(draft(...given), '2026-01-05'));

describe('what is known stands in it, what is not is listed', () => {
  test('of a case that says nothing all is missing, what a court needs first', () => {
    const { missing } = draft({}, {}, []);
    const needed = missing.filter(({ isNeeded }) => isNeeded).map(({ key }) => key);
    expect(needed).toEqual(missing.slice(0, needed.length).map(({ key }) => key));
    expect(needed.sort()).toEqual([
      'applicantAddress',
      'applicantName',
      'court',
      'facts',
      'measures',
      'relation',
      'respondentName',
    ]);
    expect(missing.map(({ key }) => key)).toContain('evidence');
  });

  test('names come from the order’s track before the form, and the form before the registration', () => {
    const registration = { victim: { name: '登记' }, abuser: { name: '对方' } };
    expect(draft({ registration }).values).toMatchObject({ applicantName: '登记', respondentName: '对方' });
    const survivor = { name: '温如玉' };
    expect(draft({ registration, survivor }).values.applicantName).toBe('温如玉');
    const order = {
      applicants: [
        { id: 'a1', name: '温玉' },
        { id: 'a2', name: null },
      ],
    };
    expect(draft({ registration, survivor, order }).values.applicantName).toBe('温玉');
  });

  test('what the lawyer typed counts before everything, and is missing no more', () => {
    const given = draft(
      { respondent: { name: '魏某' } },
      { respondentName: ' 魏大勇 ', court: '青禾区人民法院' },
    );
    expect(given.values).toMatchObject({ respondentName: '魏大勇', court: '青禾区人民法院' });
    expect(given.missing.map(({ key }) => key)).not.toContain('court');
  });

  test('a sealed value that was not opened for her is missing, and nothing of it is shown', () => {
    const survivor = { name: { sealed: true } };
    const given = draft({
      survivor,
      order: openedContext({ context: { applicants: [{ name: { sealed: 'x' } }] }, revealed: {} }),
    });
    expect(given.values.applicantName).toBe('');
  });

  test('relation, measures and evidence are in the court’s words; the desk’s codes are translated', () => {
    expect(draft({ registration: { relation: 'ex_spouse' } }).values.relation).toBe('前配偶');
    const text = paper({ order: { relation: 'spouse', evidence: ['medical'] } }, {}, [
      'no_violence',
      'move_out',
    ]);
    expect(text).toContain('1. 禁止实施家庭暴力；\n2. 责令迁出申请人住所；');
    expect(text).toContain('医疗机构的诊疗记录');
    expect(text).toContain('双方关系\n配偶');
  });

  test('a relation nobody was asked about is left to fill in, and what was said once stands once', () => {
    expect(draft({ order: { relation: 'cohabiting' } }).values.relation).toBe('');
    const asked = { order: { relation: 'cohabiting' }, registration: { relation: 'ex_spouse' } };
    expect(draft(asked).values.relation).toBe('前配偶');
    const twice = { incident: { narrative: '被推倒。' }, registration: { incident: { detail: '被推倒。' } } };
    expect(draft(twice).values.facts).toBe('被推倒。');
  });

  test('facts are what was taken down, one after the other; the ground is that of the track', () => {
    const incident = { time: '昨晚', area: '柳溪镇', narrative: '被推倒。' };
    const registration = { incident: { detail: '额头有伤。' }, history: { text: '第三次。' } };
    expect(draft({ incident, registration }).values.facts).toBe(
      '昨晚，柳溪镇\n被推倒。\n额头有伤。\n第三次。',
    );
    expect(paper({ order: { basis: 'harassment' } })).toContain('妇女权益保障法');
    expect(paper({})).toContain('反家庭暴力法');
  });

  test('that he moves out is asked for where they live together, and not once she has gone', () => {
    expect(usualMeasures({ order: TOGETHER })).toContain('move_out');
    expect(usualMeasures({ order: { ...TOGETHER, movedOut: true } })).not.toContain('move_out');
    expect(usualMeasures({ order: null })).not.toContain('move_out');
  });
});

test('what was added before is there again; where nothing was kept, the usual measures are asked for', () => {
  expect(additionsOf(undefined, NOTHING)).toEqual({ typed: {}, measures: usualMeasures(NOTHING) });
  const kept = { court: '青禾区人民法院', measures: ['move_out'], other: 'x' };
  expect(additionsOf(kept, NOTHING)).toEqual({ typed: { court: kept.court }, measures: ['move_out'] });
});

describe('where she lives now does not stand in what he is served with', () => {
  test('it may stand there while she is known to live with him', () => {
    const given = draft({ survivor: { address: HOME }, order: TOGETHER });
    expect([given.isAddressHidden, given.values.applicantAddress]).toEqual([false, HOME]);
  });

  test.each([
    ['nothing says that she lives with him', { order: null }],
    ['she has moved out', { order: { ...TOGETHER, movedOut: true } }],
    ['she is in a shelter', { order: TOGETHER, facts: { shelter: 'housed' } }],
    ['a child is placed', { order: TOGETHER, facts: { placement: 'placed' } }],
    ['somebody is looking for her', { order: TOGETHER, facts: { location: 'locked' } }],
    ['the track does not say', { order: { relation: 'spouse' } }],
  ])('it is left out where %s', (_, sources) => {
    const given = draft({ survivor: { address: HOME }, ...sources });
    expect(given.isAddressHidden).toBe(true);
    expect(given.values.applicantAddress).toBe('');
    expect(given.missing.map(({ key }) => key)).toContain('applicantAddress');
  });

  test('wherever it was written, and however it is spaced, it is taken out', () => {
    const spaced = HOME.split('').join(' ');
    const anywhere = fc.record({
      before: fc.string(),
      text: fc.constantFrom(HOME, spaced, `${HOME.slice(0, 5)}，${HOME.slice(5)}`),
      field: fc.constantFrom('narrative', 'facts', 'applicantAddress', 'court', 'home'),
    });
    fc.assert(
      fc.property(anywhere, ({ before, text, field }) => {
        const typed = ['narrative', 'home'].includes(field) ? {} : { [field]: `${before}${text}` };
        const written = paper(
          {
            survivor: field === 'home' ? {} : { address: HOME },
            registration: { victim: { home: HOME } },
            incident: { narrative: field === 'narrative' ? before + text : '被推倒' },
            order: { ...TOGETHER, movedOut: true },
          },
          typed,
        );
        expect(written.replaceAll(/[\s,，、]/g, '')).not.toContain(HOME);
      }),
    );
  });
});

test('the paper is whole with nothing in it: blanks to be filled in by hand, the day, a place to sign', () => {
  const text = paper({});
  expect(text).toMatch(/^人身安全保护令申请书\n申请人\n/);
  expect(text).toContain('＿＿＿');
  expect(text).toContain('申请人（签名或者捺印）：\n2026年1月5日');
});
