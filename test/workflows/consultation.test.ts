import { describe, expect, test } from 'vitest';
import { nodesOf, pathOf } from '#src/workflow/state-paths.ts';
import { type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/consultation.ts';

const AGREED = { clientAgrees: true } as const;
const supervisor = { role: 'supervisor' } as const;
const timer = { role: 'system' } as const;
const asLawyer = (person: string) => ({ role: 'lawyer', person }) as const;
const session = { minutes: 30, channel: 'phone' } as const;
const draft = { document: 'evidence_list', text: { sealed: 'text' } } as const;

function offered(lawyer = 'lawyer-1', input: object = AGREED): Story {
  const story = tell(workflow, input);
  story.send('lawyer.assigned', { lawyer }, supervisor);
  story.send('conflict.cleared', {}, asLawyer(lawyer));
  return story;
}

function engaged(lawyer = 'lawyer-1', input: object = AGREED): Story {
  const story = offered(lawyer, input);
  story.send('offer.accepted', {}, asLawyer(lawyer));
  return story;
}

describe('finding a lawyer', () => {
  test('an offered lawyer is a candidate until she accepts, then the assignee', () => {
    const story = tell(workflow, AGREED);
    const { effects } = story.send('lawyer.assigned', { lawyer: 'lawyer-1' }, supervisor);
    expect(effects).toContainEqual({ kind: 'assign', candidate: 'lawyer-1' });
    story.send('conflict.cleared', {}, asLawyer('lawyer-1'));
    const accepted = story.send('offer.accepted', {}, asLawyer('lawyer-1'));
    expect(accepted.effects).toContainEqual({ kind: 'assign', assignee: 'lawyer-1', candidate: null });
    expect(accepted.facts.consultation).toBe('engaged');
  });

  test('before accepting she may see what the conflict check needs and nothing else', () => {
    expect(workflow.candidateSees).toEqual(['respondentName', 'respondentIdHash']);
  });

  test('whoever has a conflict is never asked again in this matter', () => {
    const story = tell(workflow, AGREED);
    story.send('lawyer.assigned', { lawyer: 'lawyer-1' }, supervisor);
    const { effects, state } = story.send('conflict.found', { kind: 'firm' }, asLawyer('lawyer-1'));
    expect(state).toEqual(['matching.requested']);
    expect(effects).toContainEqual({ kind: 'assign', candidate: null });
    expect(story.refused('lawyer.assigned', { lawyer: 'lawyer-1' }, supervisor)).toEqual(['notRuledOut']);
    story.send('lawyer.assigned', { lawyer: 'lawyer-2' }, supervisor);
  });

  test('the conflict check is quicker at high risk, known at opening or since', () => {
    const opened = tell(workflow, { ...AGREED, highRisk: true });
    expect(opened.context()).toMatchObject({ conflictRule: 'H1high', assignmentRule: 'H14high' });
    const since = tell(workflow, AGREED);
    since.send('lawyer.assigned', { lawyer: 'lawyer-1' }, { ...supervisor, facts: { risk: 'high' } });
    expect(since.context()['conflictRule']).toBe('H1high');
  });

  test.each([
    ['offer.declined', { reason: 'no_capacity' }, asLawyer('lawyer-1')],
    ['offer.expired', {}, timer],
  ])('after the third time (%s) legal aid takes over, and somebody is told', (type, payload, who) => {
    const story = offered();
    for (let asked = 1; asked <= 2; asked += 1) {
      story.send(type, payload, who);
      story.send('lawyer.assigned', { lawyer: 'lawyer-1' }, supervisor);
      story.send('conflict.cleared', {}, asLawyer('lawyer-1'));
    }
    const { state, effects, facts } = story.send(type, payload, who);
    expect(state).toEqual(['legalAid.preparing']);
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'consultation.unstaffed' });
    expect(facts.representation).toBe('needed');
  });
});

describe('the work', () => {
  test('each session counts once, in whatever state it is held', () => {
    const story = engaged();
    story.send('session.held', session, asLawyer('lawyer-1'));
    story.send('advice.given', { memo: { sealed: 'memo' } });
    story.send('session.held', session, asLawyer('lawyer-1'));
    expect(story.context()).toMatchObject({ sessions: 2, minutes: 60 });
  });

  test('a session is told with how, what was advised and what comes next; nobody has to say how long it took', () => {
    const story = engaged();
    const told = {
      channel: 'phone',
      advice: 'protection_order',
      nextStep: 'draft',
      nextOn: '2026-01-05',
    } as const;
    expect(story.send('session.held', told, asLawyer('lawyer-1')).state).toEqual(['counsel.engaged.heard']);
    expect(story.context()).toMatchObject({ sessions: 1, minutes: 0 });
  });

  test('a draft that is made again restarts the time for confirming it', () => {
    const story = engaged();
    story.send('advice.given', { memo: { sealed: 'memo' } });
    story.send('draft.made', draft);
    const { entered, exited } = story.send('draft.made', draft);
    expect([entered, exited]).toEqual([['counsel.drafting'], ['counsel.drafting']]);
    story.send('draft.confirmed');
    expect(story.send('consultation.closed', { clientTold: true }).isFinal).toBe(true);
  });

  test('a lawyer who gives the matter back loses it and is not asked again', () => {
    const story = engaged();
    const { state, effects } = story.send('engagement.returned', { reason: 'illness' });
    expect(state).toEqual(['matching.requested']);
    expect(effects).toContainEqual({ kind: 'assign', assignee: null });
    expect(story.refused('lawyer.assigned', { lawyer: 'lawyer-1' }, supervisor)).toEqual(['notRuledOut']);
  });

  test('a late conflict stops the work at once; only the lawyer or a supervisor says so', () => {
    const story = engaged();
    expect(story.refused('conflict.discovered', { kind: 'kinship' }, asLawyer('lawyer-2'))).toEqual([
      'byLawyerOrSupervisor',
    ]);
    const { state, effects } = story.send('conflict.discovered', { kind: 'kinship' }, asLawyer('lawyer-1'));
    expect(state).toEqual(['matching.suspended']);
    expect(effects).toContainEqual({ kind: 'assign', assignee: null });
  });

  test('danger that a lawyer notices is told, and the work goes on', () => {
    const story = engaged();
    const before = story.now().state;
    const { state, effects } = story.send('risk.noticed', {});
    expect(state).toEqual(before);
    expect(effects).toEqual([
      { kind: 'notify', to: 'supervisor', notice: 'risk.raised' },
      { kind: 'notify', to: 'case_manager', notice: 'risk.raised' },
    ]);
  });
});

describe('legal aid', () => {
  function applied(input: object = AGREED): Story {
    const story = engaged('lawyer-1', input);
    story.send('representation.needed');
    story.send('aid.applied', { receivedAt: '2025-09-28T10:00:00.000+08:00' });
    return story;
  }

  test('both limits run from the day the agency received the application', () => {
    const story = applied();
    expect(story.context()['aidReceivedAt']).toBe('2025-09-28T10:00:00.000+08:00');
    const running = nodesOf(workflow.machine).find((node) => pathOf(node) === 'legalAid.applied');
    expect(running?.meta.deadlines).toEqual(['aidDecision', 'aidDecisionBeijing']);
    expect(workflow.deadlines['aidDecision']?.rule).toBe('L1');
    expect(workflow.deadlines['aidDecisionBeijing']?.rule).toBe('L1bj');
  });

  test('missing papers are listed once', () => {
    const story = applied();
    story.send('papers.requested', { list: { sealed: 'list' } });
    // The time for deciding runs on: the parent state was not left.
    expect(story.now().exited).not.toContain('legalAid.applied');
    story.send('papers.supplied');
    expect(story.refused('papers.requested', { list: { sealed: 'list' } })).toEqual([
      'papersNotYetRequested',
    ]);
  });

  test('a minor is met within the working days of L7, an adult within those of the house', () => {
    expect(applied({ ...AGREED, minor: true }).context()['meetingRule']).toBe('L7');
    expect(applied().context()['meetingRule']).toBe('H10');
  });

  test('an assigned lawyer becomes the assignee, unless she was ruled out or is not registered here', () => {
    const story = applied();
    story.send('conflict.discovered', { kind: 'firm' }, supervisor);
    story.send('lawyer.assigned', { lawyer: 'lawyer-2' }, supervisor);
    story.send('conflict.cleared', {}, asLawyer('lawyer-2'));
    story.send('offer.accepted', {}, asLawyer('lawyer-2'));
    story.send('representation.needed');
    story.send('aid.applied', {});
    expect(story.send('aid.granted').facts.representation).toBe('granted');
    expect(story.refused('aid.assigned', { lawyer: 'lawyer-1' })).toEqual(['notRuledOut']);
    const { effects } = story.send('aid.assigned', { lawyer: 'lawyer-3' });
    expect(effects).toContainEqual({ kind: 'assign', assignee: 'lawyer-3' });
    const outside = applied();
    outside.send('aid.granted');
    expect(outside.send('aid.assigned', {}).effects).toEqual([]);
  });

  test('a refusal may be objected to, and the justice bureau may order the aid', () => {
    const story = applied();
    story.send('aid.refused', { reason: 'not_in_scope' });
    expect(story.now().facts.representation).toBe('needed');
    story.send('objection.filed');
    expect(story.send('aid.ordered').state).toEqual(['legalAid.granted']);
  });
});
