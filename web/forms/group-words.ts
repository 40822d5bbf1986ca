import type { Words } from '#web/words/words.ts';

/** What groups are called whose schema leaves the naming to their fields. */
export const GROUP_WORDS: Readonly<Record<string, Words>> = {
  figures: { zh: '数字', en: 'Figures' },
  people: { zh: '参加人数', en: 'People' },
  attendances: { zh: '参加人次', en: 'Attendances' },
  households: { zh: '户数', en: 'Households' },
  entries: { zh: '参赛作品', en: 'Entries' },
  issuesCollected: { zh: '收集问题', en: 'Problems collected' },
  issuesClosed: { zh: '解决问题', en: 'Problems closed' },
  funnel: { zh: '培训与就业', en: 'Training and employment' },
  caller: { zh: '来电人', en: 'Caller' },
  safeContact: { zh: '安全联系方式', en: 'Safe contact' },
  window: { zh: '可联系时段', en: 'Hours for contact' },
  victim: { zh: '受害人', en: 'Survivor' },
  abuser: { zh: '施暴人', en: 'Respondent' },
  history: { zh: '家庭暴力史', en: 'History of violence' },
  incident: { zh: '本次情况', en: 'What happened' },
  injury: { zh: '受伤情况', en: 'Injury' },
  override: { zh: '人工调整', en: 'Changed by a person' },
  suit: { zh: '支持起诉', en: 'Support of a suit' },
  proxy: { zh: '代为申请', en: 'Applied for by somebody else' },
};
