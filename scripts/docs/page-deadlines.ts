import { ruleOf } from '#src/base/rules.ts';
import { type Title, title } from '#src/base/title.ts';
import type { DeadlineDeclaration } from '#src/workflow/deadline.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { both, listed, table } from './markdown.ts';
import { amountOf, audienceOf, durationOf, remindOf } from './words.ts';

type Deadline = DeadlineDeclaration<string, Record<string, unknown>>;

/** The deadlines of a workflow as a table: the rule behind each, what starts and what meets it, who is told when. */
export function deadlinesTable(workflow: Workflow): string | null {
  const rows = Object.entries(workflow.deadlines).map(([id, deadline]) => [
    `**${deadline.title.zh}**\n${deadline.title.en}\n\`${id}\``,
    ruleInWords(deadline),
    both(startOf(deadline)),
    listed(deadline.metBy.flatMap((event) => workflow.events[event]?.title ?? [])),
    both(lapseOf(workflow, deadline)),
    both(tellingOf(deadline)),
  ]);
  if (rows.length === 0) return null;
  return table(
    [
      '期限 Period',
      '依据 Rule',
      '起算 Starts',
      '完成 Met by',
      '届满 When it lapses',
      '提醒与升级 Who is told',
    ],
    rows,
  );
}

function ruleInWords({ rule }: Deadline): string {
  if (typeof rule !== 'string') {
    const [[kind, key] = ['', '']] = Object.entries(rule);
    return kind === 'item'
      ? `逐项依案情确定\nas each entry says\n\`${key}\``
      : `依案情确定\nas the case says\n\`${key}\``;
  }
  const { article, kind } = ruleOf(rule);
  const { zh, en } = amountOf(rule);
  const house = kind === 'policy' ? '（非法定 not a statute）' : '';
  return `**${rule}** ${article}${house}\n${zh}\n${en}`;
}

function startOf({ anchor, per }: Deadline): Title {
  const each =
    per === undefined
      ? title('', '')
      : title(`（\`${String(per)}\` 逐项计算）`, ` (one for each of \`${String(per)}\`)`);
  if (anchor === 'entry')
    return title(`进入该状态的事项发生时${each.zh}`, `when the event that led here happened${each.en}`);
  const [[, key] = ['', '']] = Object.entries(anchor);
  return title(`所记录的时间 \`${key}\`${each.zh}`, `the recorded time \`${key}\`${each.en}`);
}

function lapseOf(workflow: Workflow, { onLapse }: Deadline): Title {
  if (onLapse === undefined) return title('记录逾期并升级', 'recorded as lapsed and escalated');
  const event = workflow.events[onLapse]?.title ?? title(onLapse, onLapse);
  return title(`系统记录“${event.zh}”`, `the system records: ${event.en}`);
}

function tellingOf({ remind, remindTo = 'handler', escalate }: Deadline): Title {
  const reminded = audienceOf(remindTo);
  const before = remind.map(remindOf);
  const after = escalate.map(({ after: delay, to }) => {
    const { zh, en } = durationOf(delay);
    const audience = audienceOf(to);
    return zh === ''
      ? title(`届期即报${audience.zh}`, `${audience.en} at the end`)
      : title(`逾期 ${zh} 报${audience.zh}`, `${audience.en} ${en} after`);
  });
  const parts = [
    ...(before.length === 0
      ? []
      : [
          title(
            `${before.map(({ zh }) => zh).join('、')}提醒${reminded.zh}`,
            `${reminded.en} ${before.map(({ en }) => en).join(', ')}`,
          ),
        ]),
    ...after,
  ];
  if (parts.length === 0) return title('不提醒', 'nobody');
  return title(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '));
}
