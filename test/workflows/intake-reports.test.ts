import { describe, expect, test } from 'vitest';
import { INTAKE_INPUT } from '#test/support/intake-moves.ts';
import { OPENED_AT, type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/intake.ts';

const FOUND_AT = '2026-01-02T15:00:00.000+08:00';
const receipt = { receiptNo: { sealed: 'n' }, to: { sealed: 't' }, madeAt: OPENED_AT } as const;

function answered(safeContact: object = { canTalkNow: true }): Story {
  const story = tell(workflow, { ...INTAKE_INPUT, safeContact });
  story.send('call.answered');
  return story;
}

describe('a report that the law demands', () => {
  test('is due from when somebody bound to report came upon it, not from when we heard of it', () => {
    const story = answered();
    story.send('report.required', { subject: 'minor', foundAt: FOUND_AT });
    expect(story.context()).toMatchObject({ reportRule: 'R2p', reportFrom: FOUND_AT });
    const unsaid = answered();
    unsaid.send('report.required', { subject: 'minor' });
    expect(unsaid.context()).toMatchObject({ reportFrom: OPENED_AT });
  });

  test('is not made by passing it on: each desk has its own clock, the first one runs on', () => {
    const story = answered();
    expect(story.refused('report.passed', { to: 'superior' })).toEqual(['event_not_in_state']);
    story.send('report.required', { subject: 'minor', foundAt: FOUND_AT });
    story.send('report.passed', { to: 'youth_league' }, { role: 'community_worker' });
    story.send('report.passed', { to: 'procuratorate' }, { role: 'community_worker' });
    expect(story.now().state).toContain('open.report.due');
    expect(story.context()).toMatchObject({
      reportFrom: FOUND_AT,
      hops: [{ id: 'procuratorate', from: OPENED_AT }],
    });
    story.send('report.filed', { ...receipt, through: 'procuratorate' });
    expect(story.context()).toMatchObject({ report: 'filed', hops: [], reportFrom: null });
  });
});

describe('a phone that is in his hands', () => {
  test('is no safe way to her, whatever was said about texting, until somebody made sure with her alone', () => {
    const story = answered({ canTalkNow: true, okToText: true, phoneControlled: true });
    expect(story.context()).toMatchObject({ okToText: false, contactDoubtful: true });
    story.send('contact.verified', { spokenAlone: true, okToText: true, through: 'other' });
    expect(story.context()).toMatchObject({
      okToText: true,
      contactDoubtful: false,
      contactThrough: 'other',
    });
    const { effects } = story.send('contact.doubted', {}, { role: 'shelter_worker' });
    expect(story.context()).toMatchObject({ okToText: false, contactDoubtful: true });
    expect(effects).toContainEqual({ kind: 'notify', to: 'handler', notice: 'danger.foreseen' });
  });
});
