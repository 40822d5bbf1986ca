import { expect } from 'vitest';
import { grantOf, orderAsked, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { contextOf, eventsOf, noticesOf, stateOf } from '#test/stage/records.ts';
import type { Stage } from '#test/stage/stage.ts';

const ORDER = 'protection-order';

async function broken(stage: Stage, inCase: string, madeOn: string): Promise<void> {
  await welcomed(stage, { inCase, form: { relation: 'spouse' } });
  await orderAsked(stage, { inCase });
  await stage.tells(
    'court',
    `${inCase}/${ORDER}`,
    grantOf(madeOn, [{ id: 'm1', code: 'no_violence' }]),
    ...servedOn(['a1', 'r1', 'station', 'committee']),
    ['violation.reported', { respondent: 'r1', measures: ['m1'], acts: ['violence'], source: 'applicant' }],
  );
  await stage.entrusts('manager', `${inCase}/enforcement`, 'court');
  await stage.tells('court', `${inCase}/enforcement`, ['court.informed', { by: 'applicant' }]);
}

const declined = (herWish: boolean) =>
  ['measure.declined', { reason: '申请人只求追究刑事责任，转刑事途径', herWish }] as const;

export const realCase: RealCase = {
  title: { zh: '违令处置中的受害人意愿', en: 'Two who were asked what should be done to him' },
  publication: {
    publisher: '人民司法·应用（2019）',
    title: '人身安全保护令案件办理中的困境及其解决',
    item: '违反保护令2例',
  },
  shift: 'Nothing is moved: the source gives no days; 2025.',
  story: [
    {
      at: '2025-04-07T10:00',
      line: 'She wants no sanction of the civil court, only a prosecution',
      plays: async (stage) => {
        await broken(stage, 'her', '2025-04-07');
        stage.noted.set('her wish, unasked', await stage.isRefused('court', 'enforcement', declined(true)));
        const wish = { wish: 'criminal_only', spokenAlone: true };
        stage.noted.set(
          'asked before others',
          await stage.isRefused('court', 'enforcement', [
            'wish.recorded',
            { ...wish, spokenAlone: false, pressed: false },
          ]),
        );
        await stage.tells('court', 'enforcement', ['wish.recorded', { ...wish, pressed: true }]);
        stage.noted.set('her wish, pressed', await stage.isRefused('court', 'enforcement', declined(true)));
        await stage.tells(
          'court',
          'enforcement',
          ['wish.recorded', { ...wish, pressed: false }],
          declined(true),
        );
        await stage.tells('court', 'enforcement', ['court.concluded']);
      },
    },
    {
      at: '2025-04-08T10:00',
      line: 'The court sends her to a legal-aid lawyer for it',
      plays: async (stage) => {
        await stage.opens('manager', 'consultation', { respondentName: '廉某人', clientAgrees: true });
        await stage.tells('manager', 'consultation', [
          'lawyer.assigned',
          { lawyer: stage.person('lawyer').id },
        ]);
        await stage.tells('lawyer', 'consultation', ['conflict.cleared', {}], ['offer.accepted', {}]);
        await stage.tells('lawyer', 'consultation', ['representation.needed']);
      },
    },
    {
      at: '2025-04-09T10:00',
      line: 'Another one, for the family’s sake, asks only that he be admonished; the court does it by word of mouth',
      plays: async (stage) => {
        await broken(stage, 'other', '2025-04-09');
        await stage.tells('court', 'other/enforcement', [
          'wish.recorded',
          { wish: 'admonish_only', spokenAlone: true, pressed: false },
        ]);
        const admonished = { place: 'court' };
        stage.noted.set(
          'admonished without a record',
          await stage.isRefused('court', 'other/enforcement', ['respondent.admonished', admonished]),
        );
        await stage.tells('court', 'other/enforcement', [
          'respondent.admonished',
          { ...admonished, recordMade: true },
        ]);
      },
    },
    {
      at: '2025-04-20T10:00',
      line: 'He did not break it again',
      plays: (stage) =>
        stage.tells('court', `other/${ORDER}`, [
          'visit.made',
          { unit: 'committee', manner: 'in_person', seenApart: true, keptOrder: true },
        ]),
    },
  ],
  expects: [
    {
      says: 'No measure is recorded as none, with reasons and shown to the supervisor; no admonition is made up for it',
      check: async (stage) => {
        expect(await contextOf(stage, 'enforcement')).toMatchObject({
          ...{ reasonedNoMeasure: true, admonished: false, court: 'settled' },
        });
        expect(await noticesOf(stage, 'handling.disputed')).not.toEqual([]);
        const events = await eventsOf(stage, { track: 'enforcement' });
        expect(events.map(({ type }) => type)).not.toContain('respondent.admonished');
      },
    },
    {
      says: 'Her wish goes into what is done: asked alone, checked for pressure, and without that it is no ground',
      check: async (stage) => {
        expect(stage.noted.get('her wish, unasked')).toEqual(['wishFree']);
        expect(stage.noted.get('asked before others')).toEqual(['payload_invalid']);
        expect(stage.noted.get('her wish, pressed')).toEqual(['wishFree']);
        expect(await contextOf(stage, 'enforcement')).toMatchObject({
          wish: 'criminal_only',
          wishPressed: false,
        });
        expect(await contextOf(stage, 'other/enforcement')).toMatchObject({ wish: 'admonish_only' });
      },
    },
    {
      says: 'An admonition by word of mouth has its record too; a prosecution is a matter for a lawyer of her own',
      check: async (stage) => {
        expect(stage.noted.get('admonished without a record')).toEqual(['payload_invalid']);
        expect(await stateOf(stage, 'other/enforcement')).toContain('open.court.reviewing.acted');
        expect((await stateOf(stage, 'consultation'))[0]).toMatch(/^legalAid\./);
        expect((await stage.facts()).representation).toBe('needed');
      },
    },
  ],
};
