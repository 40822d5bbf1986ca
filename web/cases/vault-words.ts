import { listWords, type Words } from '#web/words/words.ts';

/** The sealed parts of a case, in the order in which they are shown. */
export const PARTS = ['safeContact', 'survivor', 'incident', 'respondent', 'caller'] as const;

export type PartName = (typeof PARTS)[number];

export const PART_WORDS: Readonly<Record<PartName, Words>> = {
  safeContact: { zh: '安全联系方式', en: 'Safe contact' },
  survivor: { zh: '受害人', en: 'Survivor' },
  incident: { zh: '情况', en: 'What happened' },
  respondent: { zh: '对方当事人', en: 'Respondent' },
  caller: { zh: '来电人', en: 'Caller' },
};

/** What the fields of a call are called. */
export const FIELD_WORDS: Readonly<Record<string, Words>> = {
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '电话', en: 'Telephone' },
  idNumber: { zh: '身份证号', en: 'ID number' },
  sex: { zh: '性别', en: 'Sex' },
  birthDate: { zh: '出生日期', en: 'Date of birth' },
  ageGroup: { zh: '年龄段', en: 'Age group' },
  job: { zh: '职业', en: 'Job' },
  address: { zh: '地址', en: 'Address' },
  note: { zh: '备注', en: 'Note' },
  minor: { zh: '未成年人', en: 'A minor' },
  capacity: { zh: '民事行为能力', en: 'Legal capacity' },
  children: { zh: '子女', en: 'Children' },
  relation: { zh: '关系', en: 'Relation' },
  anonymous: { zh: '匿名', en: 'Anonymous' },
  canTalkNow: { zh: '来电时方便说话', en: 'Could talk when she called' },
  okToCall: { zh: '可以打电话', en: 'May be called' },
  okToText: { zh: '可以发短信', en: 'May be texted' },
  okToVoicemail: { zh: '可以留言', en: 'Voicemail may be left' },
  phoneControlled: { zh: '手机可能被他人掌握', en: 'Her phone may be in other hands' },
  through: { zh: '通过谁联系', en: 'Reached through' },
  window: { zh: '可联系时段', en: 'Hours' },
  codeWord: { zh: '暗语', en: 'Code word' },
  whoMayAnswer: { zh: '谁可能接听', en: 'Who may answer' },
  time: { zh: '时间', en: 'When' },
  area: { zh: '地点', en: 'Where' },
  narrative: { zh: '经过', en: 'Account' },
  violenceForms: { zh: '暴力形式', en: 'Forms of violence' },
  injured: { zh: '受伤', en: 'Injured' },
  weapon: { zh: '凶器', en: 'Weapon' },
  childrenPresent: { zh: '儿童在场', en: 'Children present' },
  from: { zh: '起', en: 'From' },
  to: { zh: '止', en: 'To' },
};

const YES_OR_NO = { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } };

/** A value of a part in words: codes by their terms, hours as hours. */
export function valueWords(value: unknown, terms: ReadonlyMap<string, Words>): Words {
  if (typeof value === 'boolean') return YES_OR_NO[`${value}`];
  if (Array.isArray(value)) return listWords(value.map((item: unknown) => valueWords(item, terms)));
  if (typeof value === 'object' && value !== null) {
    const { from, to } = value as { from?: string; to?: string };
    return { zh: `${from ?? ''}–${to ?? ''}`, en: `${from ?? ''}–${to ?? ''}` };
  }
  const text = String(value);
  return terms.get(text) ?? { zh: text, en: text };
}
