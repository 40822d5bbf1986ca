import type { Workflow } from '#src/workflow/define-workflow.ts';
import { listed, paragraphs, table } from './markdown.ts';
import { deadlinesTable } from './page-deadlines.ts';
import { eventDetails, eventsTable } from './page-events.ts';
import { factsTable, type WorkflowSource } from './page-facts.ts';
import { fieldsTable } from './page-forms.ts';
import { statesTable } from './page-states.ts';
import { rolesOf } from './words.ts';

const GENERATED =
  '<!-- 由 npm run docs 从流程定义生成，请勿手改。Written by npm run docs; edit the workflow instead. -->';

/** The page of a workflow, as Markdown: everything its definition says, for people. */
export function writePage(workflow: Workflow, source: WorkflowSource): string {
  const { id, version, title } = workflow;
  const facts = factsTable(source);
  const deadlines = deadlinesTable(workflow);
  const details = eventDetails(workflow);
  return paragraphs([
    GENERATED,
    `# ${title.zh} ${title.en}`,
    `\`${id}\`，第 ${version} 版。${countsOf(workflow)}。 [全部流程 All workflows](README.md)`,
    '## 状态图 State diagram',
    `[![${title.zh}状态图 State diagram: ${title.en}](${id}.svg)](${id}.svg)`,
    '## 开启 Opening',
    openingOf(workflow),
    '## 状态 States',
    statesTable(workflow),
    '## 事项 Events',
    '◇：须符合条件，见下节。◇: on conditions, see the next section.',
    eventsTable(workflow),
    ...(details.length === 0 ? [] : ['## 条件与填写内容 Conditions and forms', ...details]),
    ...(deadlines === null ? [] : ['## 期限 Periods', deadlines]),
    ...(facts === null ? [] : ['## 与其他流程互通的事实 Facts shared with other workflows', facts]),
  ]);
}

/** The page that lists all of them. */
export function writeIndex(workflows: readonly Workflow[]): string {
  return paragraphs([
    GENERATED,
    '# 流程 Workflows',
    '每个流程一页：状态图、状态、事项、期限、表单，全部由流程定义生成（`npm run docs`）。 ' +
      'A page for each workflow, written from its definition alone; a test fails when one is stale.',
    table(
      ['流程 Workflow', '版本 Version', '由谁开启 Opened by', ''],
      workflows.map((workflow) => [
        `[**${workflow.title.zh}** ${workflow.title.en}](${workflow.id}.md)`,
        String(workflow.version),
        listed(rolesOf(workflow.openedBy)),
        countsOf(workflow),
      ]),
    ),
  ]);
}

function countsOf({ events, deadlines }: Workflow): string {
  const [eventCount, deadlineCount] = [events, deadlines].map((all) => Object.keys(all).length);
  return `事项 ${eventCount} 项，期限 ${deadlineCount} 项 ${eventCount} events, ${deadlineCount} periods`;
}

function openingOf({ openedBy, openingGuards, input }: Workflow): string {
  const who =
    openedBy.length === 0
      ? '只由系统或者其他流程开启。Opened by the system or by another workflow only.'
      : `由谁开启 Opened by：${listed(rolesOf(openedBy)).replace('\n', ' ')}`;
  const demanded = Object.values(openingGuards).map(({ text }) => `- ${text.zh}<br>${text.en}`);
  const conditions = demanded.length === 0 ? null : ['须符合 Provided：', '', ...demanded].join('\n');
  return [who, conditions, fieldsTable(input)].filter((part) => part !== null).join('\n\n');
}
