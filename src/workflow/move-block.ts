import { type Title, title } from '#src/base/title.ts';

/** Why a track cannot be moved; the first has its words from the mapping. */
export const MOVE_BLOCKS = {
  state_blocked: title('映射注明此状态暂不迁移', 'The mapping says that nobody is moved from this state'),
  state_unmapped: title('映射没有说明此状态', 'The mapping has no answer for this state'),
  state_unfit: title('新版本没有这样的状态组合', 'The new version has no such state'),
  end_changed: title(
    '迁移不得使环节终结或者恢复',
    'A move neither ends a track nor opens one that had ended',
  ),
  context_unfit: title('内容不符合新版本', 'What the track remembers does not fit the new version'),
  fact_changed: title(
    '迁移会改变映射未注明的个案事实',
    'A fact of the case would change and the mapping does not say so',
  ),
  deadline_unmapped: title('映射没有说明此期限', 'The mapping has no answer for this running deadline'),
  deadline_lost: title(
    '新状态中没有此期限可继续计算',
    'In the new state nothing carries this running deadline',
  ),
  deadline_doubled: title('两个期限合为一个', 'Two running deadlines would become one'),
  deadline_unforeseen: title(
    '迁移会启动映射未注明的期限',
    'A deadline would start and the mapping does not say so',
  ),
  anchor_moved: title('迁移会改变期限的起算点', 'The start of a running deadline would move'),
  rule_changed: title(
    '保留的期限在新版本中适用另一规则',
    'A deadline said to be kept has another rule in the new version',
  ),
  overdue_at_once: title(
    '新期限届时已过，须先办理',
    'Its new period is over already: it must be dealt with before',
  ),
  lapse_due: title('期限已届满，须先处理', 'A period has run out, which must take effect before'),
  message_waiting: title(
    '尚有新版本听不懂的待发事件',
    'An event is still to be sent that the new version does not hear',
  ),
} as const satisfies Record<string, Title>;

export type MoveBlockCode = keyof typeof MOVE_BLOCKS;

/** One reason, and the state, fact or deadline it is about. */
export type MoveBlock = { readonly code: MoveBlockCode; readonly about: string; readonly text: Title };

/** A reason in its standing words, or in those of a mapping. */
export function moveBlock(code: MoveBlockCode, about: string, text: Title = MOVE_BLOCKS[code]): MoveBlock {
  return { code, about, text };
}
