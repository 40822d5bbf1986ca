import type { Words } from '#web/words/words.ts';

type Entry = { readonly to: string; readonly words: Words; readonly roles: readonly string[] | 'all' };

const DESK = ['operator', 'case_manager', 'supervisor'];
const WORKERS = [
  ...DESK,
  ...[
    'lawyer',
    'court_liaison',
    'police_liaison',
    'community_worker',
    'mediator',
    'shelter_worker',
    'legal_aid',
  ],
];

/** The ways through the console, each for those whose work it is. What a role may see is the API's business. */
const ENTRIES: readonly Entry[] = [
  { to: '/', words: { zh: '我的工作', en: 'My work' }, roles: WORKERS },
  { to: '/call', words: { zh: '接电话', en: 'Take a call' }, roles: ['operator'] },
  { to: '/callbacks', words: { zh: '回访名单', en: 'Call-backs' }, roles: DESK },
  { to: '/shift', words: { zh: '交接班', en: 'Shift' }, roles: DESK },
  {
    to: '/orders',
    words: { zh: '保护令看板', en: 'Orders' },
    roles: ['court_liaison', 'police_liaison', 'case_manager', 'supervisor'],
  },
  { to: '/handoffs', words: { zh: '转介', en: 'Handoffs' }, roles: WORKERS },
  { to: '/cases', words: { zh: '个案', en: 'Cases' }, roles: [...WORKERS, 'auditor'] },
  { to: '/deadlines', words: { zh: '期限', en: 'Deadlines' }, roles: WORKERS },
  { to: '/rules', words: { zh: '法定期限', en: 'Rules' }, roles: 'all' },
  { to: '/workflows', words: { zh: '流程', en: 'Workflows' }, roles: 'all' },
];

/** The entries of a role, the first of which is where it starts. */
export function navFor(role: string): readonly Entry[] {
  return ENTRIES.filter(({ roles }) => roles === 'all' || roles.includes(role));
}
