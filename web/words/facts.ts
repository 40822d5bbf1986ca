import type { Words } from './words.ts';

type FactTitle = Words & { readonly values: Readonly<Record<string, string>> };

/** What the facts of a case are called, as the server says it too (test/house/console.test.ts). */
export const FACT_TITLES: Readonly<Record<string, FactTitle>> = {
  risk: { zh: '风险等级', en: 'Risk', values: { unknown: '未评估', low: '低', medium: '中', high: '高' } },
  mandatoryReport: {
    zh: '强制报告',
    en: 'Mandatory report',
    values: { none: '无须', reported: '已报告', due: '待报告' },
  },
  repeat: { zh: '曾经求助', en: 'Came before', values: { no: '否', yes: '是' } },
  intake: { zh: '受理', en: 'Intake', values: { closed: '已结束', active: '进行中' } },
  consultation: {
    zh: '律师咨询',
    en: 'Consultation',
    values: { none: '无', requested: '已申请', engaged: '已承办' },
  },
  representation: {
    zh: '代理与法律援助',
    en: 'Representation',
    values: { none: '无', needed: '需要', granted: '已提供' },
  },
  protectionOrder: {
    zh: '人身安全保护令',
    en: 'Protection order',
    values: { none: '无', applied: '已申请', in_force: '有效' },
  },
  warningLetter: {
    zh: '告诫书',
    en: 'Warning letter',
    values: { none: '无', monitoring: '查访中', violated: '已违反' },
  },
  transfer: { zh: '移送', en: 'Transfer', values: { none: '无', offered: '已提出' } },
  breach: { zh: '违反保护令', en: 'Breach of the order', values: { no: '否', yes: '是' } },
  punished: { zh: '曾受处罚', en: 'Punished before', values: { no: '否', yes: '是' } },
  survivor: { zh: '受害人', en: 'Survivor', values: { living: '在世', died: '已死亡' } },
  policeHistory: {
    zh: '公安机关以往处理',
    en: 'Earlier police action',
    values: { none: '无', educated: '批评教育', mediated: '调解', warned: '告诫' },
  },
  enforcement: { zh: '违令处置', en: 'Enforcement', values: { none: '无', open: '进行中' } },
  litigation: {
    zh: '诉讼',
    en: 'Litigation',
    values: { none: '无', preparing: '准备中', pending: '审理中' },
  },
  divorceBar: { zh: '离婚再诉限制期', en: 'Bar on suing again', values: { none: '无', running: '限制期内' } },
  criminal: {
    zh: '刑事程序',
    en: 'Criminal case',
    values: { none: '无', reported: '已报案', filed: '已立案', prosecuted: '已起诉', convicted: '已定罪' },
  },
  custody: {
    zh: '人身约束',
    en: 'Custody of him',
    values: { none: '无', restricted: '限制自由', held: '羁押' },
  },
  dangerPoint: { zh: '风险节点', en: 'Point of danger', values: { none: '无', due: '须复评' } },
  guardian: {
    zh: '监护人评估（最差者）',
    en: 'Worst guardian',
    values: {
      unknown: '未评估',
      protective: '保护型',
      interested: '有利害关系',
      neglectful: '失职',
      suspect: '涉嫌侵害',
    },
  },
  protectiveGuardian: { zh: '保护型监护人', en: 'Protective guardian', values: { none: '无', known: '有' } },
  placement: {
    zh: '未成年人安置',
    en: 'Placement',
    values: { none: '无', needed: '需要', placed: '已安置' },
  },
  shelter: { zh: '庇护', en: 'Shelter', values: { none: '无', requested: '已申请', housed: '已入住' } },
  location: { zh: '住所信息', en: 'Where she is', values: { unlocked: '未锁定', locked: '已锁定' } },
  inquiry: { zh: '不利查询', en: 'Adverse inquiry', values: { none: '无', open: '处理中' } },
  crisis: { zh: '危机干预', en: 'Crisis', values: { none: '无', watched: '关注中', acute: '紧急' } },
  mediation: { zh: '调解', en: 'Mediation', values: { none: '无', open: '进行中', agreed: '已达成协议' } },
  mediationViolence: {
    zh: '调解中的暴力、威胁',
    en: 'Violence in mediation',
    values: { no: '否', yes: '是' },
  },
  mediationMisuse: { zh: '违规调解', en: 'Unlawful mediation', values: { none: '无', flagged: '已标记' } },
  disclosure: {
    zh: '发现、披露家庭暴力',
    en: 'Violence disclosed',
    values: { none: '无', signs: '发现迹象', made: '已披露' },
  },
};

/** A fact that says something, in words: `庇护：已入住`. Null for the first value of each, which says that nothing is known. */
export function factWords(name: string, value: string): Words | null {
  const title = FACT_TITLES[name];
  if (title === undefined) return { zh: `${name}：${value}`, en: `${name}: ${value}` };
  if (Object.keys(title.values)[0] === value) return null;
  return {
    zh: `${title.zh}：${title.values[value] ?? value}`,
    en: `${title.en}: ${value.replaceAll('_', ' ')}`,
  };
}
