import { expect, test } from 'vitest';
import { tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/enforcement.ts';

const ACT = { basis: 'violence', respondent: 'r1', source: 'police', acts: ['violence'] };
const OLD_LAW = '2025-12-31T12:00:00.000+08:00';
const NEW_LAW = '2026-01-01T12:00:00.000+08:00';

test.each([
  ['sixty and more', ['elder'], OLD_LAW, ['over_60']],
  ['sixty and more', ['elder'], NEW_LAW, ['plain']],
  ['seventy and more', ['elder', 'over_70'], OLD_LAW, ['over_60', 'over_70']],
  ['seventy and more', ['elder', 'over_70'], NEW_LAW, ['over_70']],
  ['pregnant', ['pregnant'], OLD_LAW, ['pregnant']],
  ['nursing', ['nursing'], NEW_LAW, ['plain']],
])('beating somebody who is %s %j, decided on %s: %j', (_who, victim, at, lawful) => {
  const grounds = ['plain', 'over_60', 'over_70', 'pregnant'];
  const decided = (ground: string) => {
    const story = tell(workflow, { ...ACT, victim }, { at });
    story.send('case.opened', { ground: 'beating' }, { at });
    const graver = { ground: 'aggravated', aggravation: ground };
    const penalty = { kind: 'detention', days: 10, ...(ground === 'plain' ? { ground: 'beating' } : graver) };
    if (lawful.includes(ground)) return story.send('punishment.decided', penalty, { at }).facts.punished;
    return story.refused('punishment.decided', penalty, { at }).join();
  };
  expect(grounds.map(decided)).toEqual(
    grounds.map((ground) => (lawful.includes(ground) ? 'yes' : 'groundFitsVictim')),
  );
});
