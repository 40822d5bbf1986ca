import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#src/base/json.ts';
import { RISK_SCALE, scoreRisk } from '#src/workflow/risk-scale.ts';
import { caseBody, registration } from '#web/calls/call-body.ts';
import { clockOf } from '#web/calls/call-length.ts';
import {
  callOf,
  type CallForm,
  EMPTY_CALL,
  isInDanger,
  missingOf,
  withRedLine,
} from '#web/calls/call-form.ts';
import { historyOf } from '#web/calls/call-history.ts';
import { isLeftOver, leftOvers } from '#web/calls/left-over.ts';
import { nextEvent } from '#web/calls/next-event.ts';
import { bandOf } from '#web/calls/risk-band.ts';
import { digitsIn } from '#web/calls/phone-digits.ts';
import type { KnownCase } from '#web/calls/use-known.ts';

const GROUPS = ['victim', 'abuser', 'relation', 'incident', 'injury', 'needs'];
const ITEMS = Object.keys({ ...RISK_SCALE.items, ...RISK_SCALE.specials });
const CALL: CallForm = { ...EMPTY_CALL, relation: 'self', canTalkNow: true };
const trackThat = (...types: string[]) => ({
  state: [],
  events: types.map((type) => ({ type, allowed: true })),
});

describe('the band of the risk scale', () => {
  it('is what the server scores, whatever was answered', () => {
    const reply = fc.option(fc.constantFrom('yes', 'no', 'unknown'), { nil: undefined });
    const replies = fc.record(Object.fromEntries(ITEMS.map((item) => [item, reply])));
    fc.assert(
      fc.property(replies, (drawn) => {
        const given = Object.fromEntries(Object.entries(drawn).filter(([, value]) => value !== undefined));
        const { lower, upper, lowerLevel, upperLevel } = bandOf(ITEMS, given as CallForm['scale']);
        expect({ lower, upper, lowerLevel, upperLevel }).toEqual(scoreRisk(given));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a call', () => {
  it('asks for three things and no more', () => {
    expect(missingOf({ ...EMPTY_CALL, channel: '' })).toEqual(['channel', 'relation', 'canTalkNow']);
    expect(missingOf(CALL)).toEqual([]);
    expect(missingOf({ ...CALL, canTalkNow: false })).toEqual([]);
  });

  it('takes a red line over into the scale, and back', () => {
    const choked = withRedLine(CALL, 'choking', 'yes');
    expect([choked.redLines.choking, choked.scale['s1'], isInDanger(choked)]).toEqual(['yes', 'yes', true]);
    const taken = withRedLine(choked, 'choking', null);
    expect([taken.redLines, taken.scale, isInDanger(taken)]).toEqual([{}, {}, false]);
    expect(withRedLine(CALL, 'weapon', 'yes').scale).toEqual({});
    expect(isInDanger(withRedLine(CALL, 'weapon', 'unknown'))).toBe(false);
  });

  it('comes out of a draft that kept less than this screen knows', () => {
    expect(callOf({ relation: 'self', contact: { okToCall: true } })).toEqual({
      ...EMPTY_CALL,
      relation: 'self',
      contact: { ...EMPTY_CALL.contact, okToCall: true },
    });
  });
});

describe('the opening of a case', () => {
  it('holds what was said and nothing that is empty', () => {
    expect(caseBody(CALL)).toEqual({
      channel: 'hotline_12338',
      caller: { relation: 'self', anonymous: true },
      safeContact: { canTalkNow: true },
    });
  });

  it('is the same bytes when it comes back out of a draft, which keeps its keys in order', () => {
    const contact = { ...CALL.contact, phoneControlled: false, from: '09:00', to: '11:00' };
    const body = caseBody({ ...CALL, phone: '138', name: '温如玉', narrative: '…', contact });
    expect(JSON.stringify(body)).toBe(canonicalJson(body));
  });

  it('gives the number of her who calls for herself as hers, and nobody else’s', () => {
    const call = { ...CALL, phone: ' 138 0000 1234 ', contact: { ...CALL.contact, okToCall: true } };
    const own = caseBody(call);
    expect(own).toMatchObject({
      caller: { phone: '138 0000 1234' },
      survivor: { phone: '138 0000 1234' },
      safeContact: { phone: '138 0000 1234' },
    });
    const neighbours = caseBody({ ...call, relation: 'neighbour' });
    expect(neighbours).not.toHaveProperty('survivor');
    expect(neighbours.safeContact).not.toHaveProperty('phone');
  });

  it('names her hours only when both ends were given', () => {
    const at = (from: string, to: string) => caseBody({ ...CALL, contact: { ...CALL.contact, from, to } });
    expect(at('09:00', '11:00').safeContact['window']).toEqual({ from: '09:00', to: '11:00' });
    expect(at('09:00', '').safeContact).not.toHaveProperty('window');
  });

  it('registers what was given and marks every other group as refused', () => {
    const form = { ...CALL, name: '温如玉', redLines: { hurt: 'no' as const } };
    expect(registration(form, GROUPS)).toEqual({
      victim: { name: '温如玉' },
      injury: { victimInjured: false },
      refused: ['abuser', 'relation', 'incident', 'needs'],
    });
  });
});

describe('the next event of a call', () => {
  it('is what the answers amount to, in the order of the work, and only what is allowed', () => {
    const typeOf = (form: CallForm, ...types: string[]) => nextEvent(form, trackThat(...types), GROUPS)?.type;
    expect(typeOf(CALL, 'call.answered')).toBe('call.answered');
    const all = ['danger.declared', 'talk.postponed', 'safety.confirmed'];
    expect(typeOf(CALL, ...all)).toBe('safety.confirmed');
    expect(typeOf({ ...CALL, canTalkNow: false }, ...all)).toBe('talk.postponed');
    expect(typeOf({ ...CALL, droppedMs: 1 }, ...all)).toBe('talk.postponed');
    expect(typeOf({ ...CALL, isUrgent: true }, ...all)).toBe('danger.declared');
    expect(typeOf({ ...CALL, isUrgent: true, recorded: ['danger.declared'] }, 'danger.declared')).toBe(
      undefined,
    );
    expect(typeOf(CALL, 'caller.registered', 'risk.scored')).toBe(undefined);
    expect(typeOf({ ...CALL, isRestRefused: true }, 'caller.registered')).toBe('caller.registered');
    expect(typeOf({ ...CALL, scale: { q1: 'yes' } }, 'risk.scored')).toBe('risk.scored');
  });

  it('carries what the red lines said', () => {
    const redLines = { hurt: 'yes', weapon: 'yes', children: 'no' } as const;
    const event = nextEvent({ ...CALL, redLines, isUrgent: true }, trackThat('danger.declared'), GROUPS);
    expect(event?.payload).toEqual({ injured: true, weapon: true });
  });

  it('leaves a draft with something that is in no event yet', () => {
    const opening = { key: 'k', body: caseBody({ ...CALL, narrative: '说过的' }) };
    const opened = { caseId: 'c', number: 'n', trackId: 't' };
    const done = { ...CALL, narrative: '说过的', opening, opened };
    expect(isLeftOver(done)).toBe(false);
    expect(isLeftOver({ ...done, narrative: '说过的，后来又说' })).toBe(true);
    expect(isLeftOver({ ...done, scale: { q1: 'no' } })).toBe(true);
    expect(isLeftOver({ ...done, scale: { q1: 'no' }, recorded: ['risk.scored'] })).toBe(false);
    expect(isLeftOver(CALL)).toBe(true);
  });

  it('leaves over what was asked or changed after the case had it, until the case is told', () => {
    const opening = { key: 'k', body: caseBody({ ...CALL, narrative: '说过的' }) };
    const opened = { caseId: 'c', number: 'n', trackId: 't' };
    const done = { ...CALL, narrative: '说过的', opening, opened };
    const lost = { ...done, contact: { ...CALL.contact, phoneControlled: true } };
    expect(leftOvers(lost)).toEqual(['contact']);
    expect(nextEvent(lost, trackThat('contact.doubted'), GROUPS)?.type).toBe('contact.doubted');
    const told = { ...lost, recorded: ['contact.doubted'] };
    expect(leftOvers(told)).toEqual([]);
    expect(leftOvers({ ...told, contact: { ...told.contact, from: '14:00', to: '16:00' } })).toEqual([
      'contact',
    ]);
    const known = { ...lost, opening: { key: 'k', body: caseBody(lost) } };
    expect(leftOvers(known)).toEqual([]);
    expect(nextEvent(known, trackThat('contact.doubted'), GROUPS)).toBe(null);
    const registered = {
      ...done,
      recorded: ['caller.registered', 'risk.scored'],
      scale: { q1: 'no' as const },
      sent: { 'caller.registered': registration(done, GROUPS), 'risk.scored': { answers: { q1: 'no' } } },
    };
    expect(leftOvers(registered)).toEqual([]);
    expect(leftOvers({ ...registered, narrative: '说过的，后来又说' })).toEqual(['later']);
    expect(leftOvers({ ...registered, scale: { q1: 'yes' } })).toEqual(['later']);
  });
});

describe('what is known of a caller', () => {
  const at = (type: string, occurredAt: string) => ({ type, occurredAt, title: { zh: type, en: type } });
  const known = (facts: Record<string, string>, ...events: object[]) =>
    ({ view: { facts }, events }) as unknown as KnownCase;
  const nowMs = Date.parse('2026-11-24T10:00:00+08:00');

  it('counts the contacts of ninety days with this one, and says what went wrong before', () => {
    const cases = [
      known(
        { protectionOrder: 'in_force' },
        at('case.opened', '2026-11-01T10:00:00+08:00'),
        at('incident.reported', '2026-11-20T10:00:00+08:00'),
        at('handoff.declined', '2026-11-03T10:00:00+08:00'),
        at('handoff.declined', '2026-11-05T10:00:00+08:00'),
      ),
      known({}, at('case.opened', '2026-08-01T10:00:00+08:00')),
    ];
    const { contactCount, refusals, hasOrder } = historyOf(cases, nowMs);
    expect([contactCount, refusals.map(({ zh }) => zh), hasOrder]).toEqual([3, ['handoff.declined'], true]);
  });

  it('looks a number up from seven digits on, in any width and spelling', () => {
    expect(['＋８６ 138-1234', '138 123', '110'].map(digitsIn)).toEqual([9, 6, 3]);
  });
});

it('a call is timed in minutes, and in hours when it comes to that', () => {
  expect([0, 67, 3_847].map(clockOf)).toEqual(['0:00', '1:07', '1:04:07']);
});
