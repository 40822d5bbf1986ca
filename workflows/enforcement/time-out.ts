import { Type } from 'typebox';
import type { ExcludedKind, ExcludedSpan } from '#src/base/excluded-span.ts';
import type { Role } from '#src/base/roles.ts';
import type { RuleCode } from '#src/base/rules.ts';
import { title } from '#src/base/title.ts';
import { Codes, Flag, Payload } from '#src/workflow/field.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { dayOf } from '../protection-order/validity.ts';

const POLICE: readonly Role[] = ['police_liaison', 'case_manager', 'supervisor'];

/** 治安管理处罚法 118: what takes the police time that is not theirs. */
const TIMES_OUT = {
  appraisal: ['鉴定', 'Appraisal'],
  hearing: ['听证', 'Hearing'],
} as const;
const kind = () => Codes(TIMES_OUT, '不计入办案期限的情形', 'What takes the time');

/** Something that is still out, and by when it should be back. */
export type TimeOut = { id: ExcludedKind; from: string; rule: RuleCode };

export type TimeOutContext = {
  /** At most one appraisal and one hearing at a time. */
  out: TimeOut[];
  /** What came back: these days do not count. */
  excludedSpans: ExcludedSpan[];
};

export const NO_TIME_OUT: TimeOutContext = { out: [], excludedSpans: [] };

export const timeOutEvents = defineEvents({
  'time.excluded': {
    domainCode: 'enforce.TIME_OUT',
    title: title('开始鉴定、听证，办案期限中止', 'Appraisal or hearing begins: the clock stands still'),
    roles: POLICE,
    payload: Payload({
      kind: kind(),
      complex: Type.Optional(Flag('伤情复杂，七日内出具', 'Complex injury: seven days')),
    }),
  },
  'time.resumed': {
    domainCode: 'enforce.TIME_BACK',
    title: title(
      '收到鉴定意见、听证结束，办案期限继续计算',
      'Opinion received or hearing over: the clock runs on',
    ),
    roles: POLICE,
    payload: Payload({ kind: kind() }),
    follows: ['time.excluded'],
  },
});

type Started = { kind: ExcludedKind; complex?: boolean };

/** The context once something more is out. */
export function timedOut({ out }: TimeOutContext, { kind: id, complex }: Started, from: string) {
  const appraisal = complex === true ? 'P16d' : 'P16b';
  const rule: RuleCode = id === 'hearing' ? 'H44' : appraisal;
  return { out: [...out, { id, from, rule }] };
}

/** The context once it is back. */
export function timedIn(
  { out, excludedSpans }: TimeOutContext,
  id: ExcludedKind,
  to: string,
): TimeOutContext {
  const from = out.find((one) => one.id === id)?.from;
  // Back on the day it went out: no day is taken out, and nothing is to be remembered.
  const isNothing = from === undefined || dayOf(from) === dayOf(to);
  return {
    out: out.filter((one) => one.id !== id),
    excludedSpans: isNothing ? excludedSpans : [...excludedSpans, { kind: id, from, to }],
  };
}
