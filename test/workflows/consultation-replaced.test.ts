import { describe, expect, test } from 'vitest';
import { type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/consultation.ts';

const AGENCY = { role: 'legal_aid', agency: 'legalAid' } as const;
const REPLACED = { reason: 'duty_neglected', clientTold: true } as const;
const declined = { kind: 'notify', to: 'supervisor', notice: 'consultation.declined' };

function engaged(): Story {
  const story = tell(workflow, { clientAgrees: true });
  story.send('lawyer.assigned', { lawyer: 'lawyer-1' });
  story.send('conflict.cleared', {}, { role: 'lawyer', person: 'lawyer-1' });
  story.send('offer.accepted', {}, { role: 'lawyer', person: 'lawyer-1' });
  return story;
}

function aided(...further: readonly string[]): Story {
  const story = engaged();
  for (const type of ['representation.needed', 'aid.applied', 'aid.granted']) story.send(type);
  story.send('aid.assigned', { lawyer: 'lawyer-2' }, AGENCY);
  for (const type of further) story.send(type);
  return story;
}

describe('another lawyer in place of one who does not work the matter', () => {
  test('is sought by those who sent him; he sees nothing more and is never asked again', () => {
    const story = engaged();
    const { state, effects } = story.send('lawyer.replaced', REPLACED);
    expect(state).toEqual(['matching.requested']);
    expect(effects).toContainEqual({ kind: 'assign', assignee: null });
    expect(effects).toContainEqual(declined);
    expect(story.refused('lawyer.assigned', { lawyer: 'lawyer-1' })).toEqual(['notRuledOut']);
  });

  test.each([[[]], [['client.met']], [['client.unreachable']]])(
    'leaves the aid as it was granted, and the agency assigns again (after %j)',
    (further) => {
      const story = aided(...further);
      const { state, facts } = story.send('lawyer.replaced', REPLACED, AGENCY);
      expect([state, facts.representation]).toEqual([['legalAid.granted'], 'granted']);
      expect(story.refused('aid.assigned', { lawyer: 'lawyer-2' }, AGENCY)).toContain('notRuledOut');
      expect(story.send('aid.assigned', { lawyer: 'lawyer-3' }, AGENCY).state).toEqual(['legalAid.assigned']);
    },
  );

  test('comes also where the lawyer of the aid gives it back for a proper reason', () => {
    const story = aided('client.met');
    const { state } = story.send(
      'engagement.returned',
      { reason: 'illness' },
      { role: 'lawyer', person: 'lawyer-2' },
    );
    expect(state).toEqual(['legalAid.granted']);
  });
});
