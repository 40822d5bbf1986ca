import type { Words } from './words.ts';

/** What each role is called, as the server says it too (test/house/console.test.ts). */
const ROLE_WORDS: Readonly<Record<string, Words>> = {
  operator: { zh: '热线接线员', en: 'Hotline operator' },
  lawyer: { zh: '公益律师', en: 'Volunteer lawyer' },
  court_liaison: { zh: '法院联络员', en: 'Court liaison' },
  police_liaison: { zh: '公安联络员', en: 'Police liaison' },
  community_worker: { zh: '社区工作者', en: 'Community worker' },
  mediator: { zh: '调解员', en: 'Mediator' },
  shelter_worker: { zh: '庇护所工作人员', en: 'Shelter worker' },
  legal_aid: { zh: '法律援助机构人员', en: 'Legal aid' },
  case_manager: { zh: '个案管理员', en: 'Case manager' },
  supervisor: { zh: '督导', en: 'Supervisor' },
  auditor: { zh: '审计员', en: 'Auditor' },
  administrator: { zh: '系统管理员', en: 'Administrator' },
};

/** A role in words; one that this console does not know stays its code. */
export function roleWords(role: string): Words {
  return ROLE_WORDS[role] ?? { zh: role, en: role };
}
