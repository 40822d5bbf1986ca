import type { Words } from '#web/words/words.ts';

/** Whether this server shows invented people only; it says so in the page it serves. */
export const IS_DEMO = document.querySelector<HTMLMetaElement>('meta[name="haolin-demo"]')?.content === 'on';

export const DEMO_PASSWORD = 'haolin-demo';

/** The logins of the demo district, as README lists them. */
export const DEMO_LOGINS: readonly { readonly username: string; readonly who: Words }[] = [
  { username: 'operator1', who: { zh: '热线接线员', en: 'Hotline operator' } },
  { username: 'lawyer1', who: { zh: '公益律师', en: 'Volunteer lawyer' } },
  { username: 'lawyer2', who: { zh: '公益律师', en: 'Volunteer lawyer' } },
  { username: 'court1', who: { zh: '法院联络员', en: 'Court liaison' } },
  { username: 'manager1', who: { zh: '妇联个案管理员', en: 'Case manager' } },
  { username: 'supervisor1', who: { zh: '妇联督导', en: 'Supervisor' } },
  { username: 'police1', who: { zh: '公安联络员', en: 'Police liaison' } },
  { username: 'village1', who: { zh: '村（社区）工作者', en: 'Community worker' } },
  { username: 'mediator1', who: { zh: '调解员', en: 'Mediator' } },
  { username: 'shelter1', who: { zh: '庇护所工作人员', en: 'Shelter worker' } },
  { username: 'legalaid1', who: { zh: '法律援助中心', en: 'Legal aid' } },
];
