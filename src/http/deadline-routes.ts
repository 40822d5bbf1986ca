import { Type } from 'typebox';
import { AppError } from '#src/base/errors.ts';
import { type Rule, type RuleCode, ruleOf } from '#src/base/rules.ts';
import {
  CalendarYearUnknownError,
  ExcludedDaysInvalidError,
  RuleHasNoPeriodError,
  StartInvalidError,
} from '#src/calendar/calendar-errors.ts';
import { listDeadlines, type ListedDeadline } from '#src/store/list-deadlines.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import { type Api, loggedIn } from './api.ts';
import { personOf } from './caller.ts';
import { inputProblem } from '#src/base/input-faults.ts';
import { CURSOR_PARTS, limitOf, PAGE_QUERY, pageOf, readCursor, toPage } from './list-page.ts';
import { momentOf } from './moment-of.ts';
import type { Services } from './services.ts';
import { oneOf, strict, text } from './strict.ts';
import { computedDeadline, deadlineInList, ruleView } from './view-schemas.ts';

const LIST = loggedIn({
  summary:
    'Deadlines of tracks you hold (mine) or your agency answers for (agency), the most urgent first; `order=lawful` sorts by the lawful end and not by the internal one',
  querystring: strict({
    box: oneOf('mine', 'agency'),
    outcome: Type.Optional(oneOf('open', 'met', 'met_late', 'cancelled', 'paused', 'lapsed')),
    dueBefore: Type.Optional(text(40)),
    order: Type.Optional(oneOf('safe', 'lawful')),
    ...PAGE_QUERY,
  }),
  answers: [200, pageOf(deadlineInList)],
});

const COMPUTE = loggedIn({
  summary: 'When a period would end; `start` is a minute for hours, a date otherwise',
  body: strict({
    rule: text(20),
    start: text(40),
    excludedDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 3650 })),
  }),
  answers: [200, computedDeadline],
  refusals: ['rule_unknown', 'calendar_year_unknown', 'payload_invalid'],
});

const RULES = loggedIn({
  summary: 'Every period of law and policy',
  querystring: strict(PAGE_QUERY),
  answers: [200, pageOf(ruleView)],
});

/** Deadlines, the rules they come from, and the arithmetic. */
export function deadlineRoutes(app: Api, { db, rules, workflows, computeDeadline }: Services): void {
  app.get('/deadlines', LIST, async (request) => {
    const { box, outcome, order = 'safe' } = request.query;
    const dueBefore = momentOf('dueBefore', request.query.dueBefore);
    const limit = limitOf(request.query);
    const cursor = readCursor(request.query, [CURSOR_PARTS.instant, CURSOR_PARTS.uuid]);
    const rows = await listDeadlines(db, personOf(request), {
      box,
      order,
      ...(outcome && { outcome }),
      ...(dueBefore !== null && { dueBefore }),
      ...(cursor && { after: { dueAt: cursor[0] ?? '', id: cursor[1] ?? '' } }),
      limit: limit + 1,
    });
    return toPage(rows, limit, {
      item: (row) => toDeadline(workflows, row),
      key: (row) => [row.dueAt, row.id],
    });
  });

  app.post('/deadlines/compute', COMPUTE, async (request) => {
    const { start, excludedDays } = request.body;
    const rule = rules.find((candidate) => candidate.code === request.body.rule);
    if (rule === undefined) throw new AppError('rule_unknown');
    try {
      const { safeDue, legalDue, explanation } = await computeDeadline(rule, start, excludedDays ?? 0);
      return { safeDue, legalDue, explanation: [...explanation] };
    } catch (error) {
      throw refusalOf(error);
    }
  });

  app.get('/rules', RULES, async (request) => {
    const limit = limitOf(request.query);
    const cursor = readCursor(request.query, [CURSOR_PARTS.number]);
    const from = Number(cursor?.[0] ?? 0);
    const rows = rules.slice(from, from + limit + 1);
    return toPage(rows, limit, { item: toRule, key: () => [String(from + limit)] });
  });
}

function toDeadline(workflows: WorkflowRegistry, row: ListedDeadline) {
  const { id, caseId, trackId, rule, startedAt, safeDue, legalDue, outcome, provisional, explanation } = row;
  const { article, title: ofRule } = ruleOf(rule as RuleCode);
  const { caseNumber, workflow, workflowVersion, declaration } = row;
  const title = workflows.version(workflow, workflowVersion)?.deadlines[declaration]?.title ?? ofRule;
  const due = { startedAt, safeDue, legalDue, outcome, provisional, explanation };
  return { id, title, caseId, caseNumber, trackId, workflow, rule, article, ...due };
}

function toRule(rule: Rule) {
  const { code, title, article, amount, unit, rolls, trigger, dutyBody, consequence, kind, inForce } = rule;
  const { succeeds, excludes, mayTighten, isVerified } = rule;
  const words = { code, title, article, amount, unit, rolls, trigger, dutyBody, consequence, kind, inForce };
  return { ...words, succeeds, excludes: [...excludes], mayTighten, isVerified };
}

/** What the calendar says no to, as the caller hears it; anything else stays what it is. */
function refusalOf(error: unknown): unknown {
  if (error instanceof CalendarYearUnknownError) return new AppError('calendar_year_unknown');
  if (error instanceof RuleHasNoPeriodError) return new AppError('rule_unknown');
  if (error instanceof StartInvalidError) return payloadInvalid('/start');
  if (error instanceof ExcludedDaysInvalidError) return payloadInvalid('/excludedDays');
  return error;
}

function payloadInvalid(pointer: string): AppError {
  return new AppError('payload_invalid', { errors: [inputProblem(pointer, 'wrong_form')] });
}
