import { type Title, title } from '#src/base/title.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { EventDefinition } from '#src/workflow/workflow-event.ts';
import { both, listed, table } from './markdown.ts';
import { fieldsTable } from './page-forms.ts';
import { type Route, routesOf } from './page-routes.ts';
import { relationOf, rolesOf } from './words.ts';

const NOBODY = title('系统（期限届满时）', 'the system, when a period has run out');
const NOWHERE = title('不改变状态', 'the state stays');

/** The events of a workflow as a table: what is recorded, by whom, and what becomes of it. */
export function eventsTable(workflow: Workflow): string {
  const rows = Object.entries(workflow.events).map(([type, event]) => [
    `**${event.title.zh}**\n${event.title.en}\n\`${type}\` \`${event.domainCode}\``,
    both(recordersOf(event)),
    routesOf(workflow, type).map(routeInWords).join('\n'),
  ]);
  return table(['事项 Event', '由谁记录 Recorded by', '状态变化 From → to'], rows);
}

/** For each event that asks for something: what must hold, what it may not precede, what is filled in. */
export function eventDetails(workflow: Workflow): string[] {
  return Object.entries(workflow.events).flatMap(([type, event]) => {
    const conditions = routesOf(workflow, type).filter((route) => route.conditions.length > 0);
    const fields = fieldsTable(event.payload);
    const { follows = [] } = event;
    if (conditions.length + follows.length === 0 && fields === null) return [];
    const earlier = follows.flatMap((other) => workflow.events[other]?.title ?? []);
    return [
      `### ${event.title.zh} ${event.title.en}`,
      ...(earlier.length === 0 ? [] : [`不得早于 not before：${listed(earlier).replace('\n', ' ')}`]),
      ...(conditions.length === 0 ? [] : [conditions.map(conditionsInWords).join('\n')]),
      ...(fields === null ? [] : [fields]),
    ];
  });
}

function recordersOf({ roles, by }: EventDefinition): Title {
  if (roles.length === 0) return NOBODY;
  const [zh = '', en = ''] = listed(rolesOf(roles)).split('\n');
  const relation = relationOf(by);
  return relation === null ? { zh, en } : { zh: `${zh}（${relation.zh}）`, en: `${en} (${relation.en})` };
}

function routeInWords({ from, to, conditions }: Route): string {
  const { zh, en } = to ?? NOWHERE;
  const mark = conditions.length > 0 ? '◇' : '';
  return `${joined(from).zh} → ${zh}${mark}\n${joined(from).en} → ${en}`;
}

function conditionsInWords({ from, to, conditions }: Route): string {
  const { zh, en } = to ?? NOWHERE;
  const demanded = conditions.map((one) => `  - ${one.zh}<br>${one.en}`);
  const ways = `${joined(from).zh} → ${zh} ${joined(from).en} → ${en}`;
  return [`- ${ways}，须符合 provided：`, ...demanded].join('\n');
}

/** States side by side; many of their titles have a comma within. */
function joined(titles: readonly Title[]): Title {
  return title(titles.map(({ zh }) => zh).join('／'), titles.map(({ en }) => en).join(' / '));
}
