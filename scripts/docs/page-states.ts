import type { Role } from '#src/base/roles.ts';
import { listStates, type ListedState } from '#src/workflow/list-states.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { both, listed, table } from './markdown.ts';
import { rolesOf } from './words.ts';

const KINDS: Readonly<Record<ListedState['type'], string>> = {
  atomic: '',
  compound: '',
  parallel: '（并行 parallel）',
  final: '（终结 final）',
  history: '',
};

/** The states of a workflow as a table: those within another stand below it, further right. */
export function statesTable(workflow: Workflow): string {
  const rows = listStates(workflow).map((state) => [
    `${'　'.repeat(state.path.split('.').length - 1)}**${state.title.zh}**${KINDS[state.type]}\n${state.title.en}`,
    `\`${state.path}\``,
    deadlinesIn(workflow, state),
    listed(rolesOf(holdersOf(workflow, state))),
  ]);
  return table(['状态 State', '代号 Path', '期限 Periods', '由谁推进 Who acts next'], rows);
}

function deadlinesIn(workflow: Workflow, { meta }: ListedState): string {
  const deadlines = (meta.deadlines ?? []).flatMap((id) => workflow.deadlines[id] ?? []);
  const lines = deadlines.map(({ title, rule }) => {
    const code = typeof rule === 'string' ? ` \`${rule}\`` : '';
    return both({ zh: `${title.zh}${code}`, en: title.en });
  });
  return lines.length === 0 ? '—' : lines.join('\n');
}

/** Whom the state names, and who can meet a deadline that runs in it. */
function holdersOf(workflow: Workflow, { meta }: ListedState): Role[] {
  const meeting = (meta.deadlines ?? []).flatMap((id) => workflow.deadlines[id]?.metBy ?? []);
  const roles = meeting.flatMap((event) => workflow.events[event]?.roles ?? []);
  return [...new Set([...(meta.waitsFor ?? []), ...roles])];
}
