import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { riskReviewed } from '../danger-points/risk-review.ts';
import { DEAD, PRESSURES, RELIEFS, STATEMENT_GIVERS } from './codes.ts';

const SIDE: readonly Role[] = ['lawyer', 'case_manager', 'supervisor'];
const ALL: readonly Role[] = [...SIDE, 'operator', 'police_liaison', 'court_liaison'];

/** What happens to people in the course of it. */
export const personEvents = defineEvents({
  'statement.changed': {
    domainCode: 'criminal.RECANTATION',
    title: title('翻供、改变陈述', 'A statement is taken back or changed'),
    roles: ALL,
    payload: Payload({
      by: Codes(STATEMENT_GIVERS, '陈述人', 'Whose'),
      pressure: Codes(PRESSURES, '可能的影响', 'Possible pressure'),
      spokenAlone: Type.Optional(Flag('已单独核实', 'Checked with her alone')),
    }),
  },
  'minor.interviewed': {
    domainCode: 'criminal.MINOR_INTERVIEW',
    title: title('询问未成年被害人', 'A minor victim interviewed'),
    roles: [...SIDE, 'police_liaison', 'court_liaison'],
    payload: Payload({
      number: Type.Integer({ minimum: 1, maximum: 20, ...label('第几次询问', 'Which time') }),
      recorded: Flag('同步录音录像', 'Recorded'),
      adultPresent: Flag('合适成年人在场', 'A suitable adult was present'),
    }),
  },
  'defence.claimed': {
    domainCode: 'criminal.SELF_DEFENCE',
    title: title('提出正当防卫', 'Self-defence claimed'),
    roles: SIDE,
    payload: Payload({
      earlierViolence: Confirmed(
        '已提交此前遭受家庭暴力的记录',
        'The record of earlier violence was handed in',
      ),
    }),
  },
  'defender.arranged': {
    domainCode: 'criminal.DEFENDER',
    title: title('已为其安排辩护人', 'A defender for her arranged'),
    roles: SIDE,
    payload: Payload({
      apart: Confirmed(
        '辩护与民事代理分开，无利益冲突',
        'Defence kept apart from civil counsel, no conflict',
      ),
    }),
  },
  'relief.granted': {
    domainCode: 'criminal.RELIEF',
    title: title('司法救助、赔偿到位', 'Judicial aid or damages granted'),
    roles: ALL,
    payload: Payload({
      kind: Codes(RELIEFS, '种类', 'Kind'),
      amountFen: Type.Integer({
        minimum: 0,
        maximum: 100_000_000_000,
        ...label('金额（分）', 'Amount (fen)'),
      }),
    }),
  },
  'death.recorded': {
    domainCode: 'criminal.DEATH',
    title: title('死亡', 'Death'),
    roles: ALL,
    payload: Payload({
      who: Codes(DEAD, '死者', 'Who died'),
      what: Type.Optional(Sealed('narrative', 4000, label('情况', 'What happened'))),
    }),
  },
  'risk.reviewed': riskReviewed('criminal.RISK_REVIEWED'),
  'file.closed': {
    domainCode: 'criminal.CLOSE',
    title: title('刑事环节办结', 'Criminal track closed'),
    roles: SIDE,
    payload: Payload({}),
  },
});
