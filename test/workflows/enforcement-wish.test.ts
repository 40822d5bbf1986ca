import { expect, test } from 'vitest';
import { tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/enforcement.ts';

const declined = { reason: { sealed: 's' }, herWish: true } as const;
const wish = { wish: 'no_sanction', spokenAlone: true } as const;

test('that she wants no measure is a ground only if she was asked alone and nobody pressed her', () => {
  const story = tell(workflow, {
    ...{ basis: 'order', respondent: 'r1', source: 'applicant', acts: ['violence'] },
  });
  story.send('court.noticed');
  expect(story.refused('measure.declined', declined)).toEqual(['wishFree']);
  story.send('wish.recorded', { ...wish, pressed: true });
  expect(story.refused('measure.declined', declined)).toEqual(['wishFree']);
  story.send('wish.recorded', { ...wish, pressed: false });
  expect(story.send('measure.declined', declined).state).toContain('open.court.reviewing.acted');
});
