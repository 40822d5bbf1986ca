import { expect, test } from 'vitest';
import { title } from '#src/base/title.ts';
import { CHINA_CALENDAR, calendarWith } from '#src/calendar/china-calendar.ts';
import { recomputeDeadline } from '#src/engine/recompute-deadline.ts';
import type { RunningDeadline } from '#src/store/running-deadlines.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';

// X3, five working days from 2026-12-28: provisionally 2027-01-04, by a notice that rests until the tenth 2027-01-13.
const workflow = {
  deadlines: {
    dispute: {
      title: title('异议', 'Dispute'),
      rule: 'X3',
      anchor: 'entry',
      metBy: [],
      remind: ['P3D', 'PT24H'],
      escalate: [{ after: 'PT0S', to: 'supervisor' }],
    },
    validity: {
      title: title('有效期', 'Validity'),
      rule: 'C5',
      anchor: 'entry',
      metBy: [],
      remind: ['last_working_day'],
      escalate: [],
    },
  },
} as unknown as Workflow;

const RUNNING: RunningDeadline = {
  id: 'one',
  caseId: 'case',
  trackId: 'track',
  workflow: 'any',
  workflowVersion: 1,
  declaration: 'dispute',
  item: '',
  rule: 'X3',
  startedAt: '2026-12-28T10:00:00.000+08:00',
  excluded: [],
  safeDue: '2027-01-04T24:00',
  legalDue: '2027-01-04T24:00',
  isProvisional: true,
  armed: [],
};

const rest = (to: string) => ({ title: title('元旦', 'New Year'), from: '2027-01-01', to, workedOn: [] });
const until = (to: string) => calendarWith([{ year: 2027, document: 'a notice', holidays: [rest(to)] }]);
const at = (day: string) => `${day}T00:00:00.000+08:00`;
const remind = (day: string) => ({ kind: 'remind' as const, at: at(day) });
const escalate = (day: string) => ({ kind: 'escalate' as const, at: at(day) });

function momentsAt(running: Partial<RunningDeadline>, now: string, calendar = until('2027-01-10')) {
  const recomputed = recomputeDeadline({ ...RUNNING, ...running }, workflow, { calendar, now: at(now) });
  return recomputed?.moments.map((moment) => `${moment.kind} ${moment.at.slice(0, 10)}`) ?? null;
}

test('a year without a notice changes nothing', () => {
  expect(momentsAt({}, '2026-12-29', CHINA_CALENDAR)).toBeNull();
});

test('a later date is told anew, also to whom the earlier one was told', () => {
  const recomputed = recomputeDeadline(RUNNING, workflow, {
    calendar: until('2027-01-10'),
    now: at('2027-01-03'),
  });
  expect(recomputed?.after).toMatchObject({ safeDue: '2027-01-12T24:00', isProvisional: false });
  expect(momentsAt({}, '2027-01-03')).toEqual([
    'remind 2027-01-10',
    'remind 2027-01-12',
    'escalate 2027-01-13',
  ]);
});

test('an earlier date that has overtaken its reminders is told now, once, and escalated', () => {
  const late = { safeDue: '2027-01-12T24:00', legalDue: '2027-01-12T24:00', isProvisional: false };
  const armed = [remind('2027-01-10'), remind('2027-01-12'), escalate('2027-01-13')];
  const calendar = until('2027-01-01');
  expect(momentsAt({ ...late, armed }, '2027-01-03', calendar)).toEqual([
    'remind 2027-01-03',
    'remind 2027-01-05',
    'escalate 2027-01-06',
  ]);
  expect(momentsAt({ ...late, armed }, '2027-01-07', calendar)).toEqual([
    'remind 2027-01-07',
    'escalate 2027-01-07',
  ]);
  expect(momentsAt({ ...late, armed: [] }, '2027-01-07', calendar)).toEqual([]);
});

test('an order’s end never moves, and the reminder of the last day to file does', () => {
  const order = {
    declaration: 'validity',
    rule: 'C5',
    excluded: [],
    startedAt: '2026-07-05T10:00:00.000+08:00',
    safeDue: '2027-01-05T24:00',
    legalDue: '2027-01-05T24:00',
    isProvisional: false,
    armed: [{ kind: 'remind' as const, at: '2027-01-05T09:00:00.000+08:00' }],
  };
  expect(momentsAt(order, '2026-12-01')).toEqual(['remind 2026-12-31']);
  expect(momentsAt(order, '2026-12-01', until('2027-01-03'))).toBeNull();
});
