import { Type } from 'typebox';
import { AppError } from '#src/base/errors.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { listStates } from '#src/workflow/list-states.ts';
import { type Api, loggedIn } from './api.ts';
import { CURSOR_PARTS, limitOf, PAGE_QUERY, pageOf, readCursor, toPage } from './list-page.ts';
import type { Services } from './services.ts';
import { strict } from './strict.ts';
import { workflowSummary, workflowView } from './view-schemas.ts';

const LIST = loggedIn({
  summary: 'The workflows there are',
  querystring: strict(PAGE_QUERY),
  answers: [200, pageOf(workflowSummary)],
});

const VIEW = loggedIn({
  summary: 'A workflow: what opens it, its states, events and deadlines; forms are drawn from the schemas',
  params: Type.Object({ id: Type.String() }),
  answers: [200, workflowView],
});

/** Workflows as data: the console draws its forms and lists from them. */
export function workflowRoutes(app: Api, { workflows }: Pick<Services, 'workflows'>): void {
  app.get('/workflows', LIST, async (request) => {
    const limit = limitOf(request.query);
    const cursor = readCursor(request.query, [CURSOR_PARTS.number]);
    const from = Number(cursor?.[0] ?? 0);
    const ids = [...workflows.ids()].sort().slice(from, from + limit + 1);
    const rows = ids.map((id) => known(workflows.latest(id)));
    return toPage(rows, limit, { item: toSummary, key: () => [String(from + limit)] });
  });

  app.get('/workflows/:id', VIEW, async (request) => toView(known(workflows.latest(request.params.id))));
}

function known(workflow: Workflow | undefined): Workflow {
  if (workflow === undefined) throw new AppError('not_found');
  return workflow;
}

function toSummary({ id, version, title, openedBy }: Workflow) {
  return { id, version, title, openedBy: [...openedBy] };
}

function toView(workflow: Workflow) {
  return {
    ...toSummary(workflow),
    inputSchema: workflow.input,
    states: listStates(workflow).map(({ path, title, type, meta }) => ({
      path,
      title,
      type,
      deadlines: [...(meta.deadlines ?? [])],
      waitsFor: [...(meta.waitsFor ?? [])],
    })),
    events: Object.entries(workflow.events).map(([type, event]) => ({
      type,
      domainCode: event.domainCode,
      title: event.title,
      roles: [...event.roles],
      by: event.by ?? 'anyone',
      follows: [...(event.follows ?? [])],
      payloadSchema: event.payload,
    })),
    deadlines: Object.entries(workflow.deadlines).map(([id, deadline]) => ({
      id,
      title: deadline.title,
      rule: typeof deadline.rule === 'string' ? deadline.rule : null,
      metBy: [...deadline.metBy],
      onLapse: deadline.onLapse ?? null,
      remind: [...deadline.remind],
      escalate: deadline.escalate.map(({ after, to }) => ({ after, to })),
    })),
  };
}
