/**
 * What is said on the telephone in the demo. Written for this project from the facts of a case that a newspaper
 * reported in 2021: thirteen years of beatings, strangled more than once, found again each time she fled, a threat to
 * kill her if she dared to divorce, and an escape to her sister's at three in the morning. All names, numbers and
 * places are invented.
 */
export const OPENING = {
  channel: 'hotline_12338',
  caller: { relation: 'self' },
  safeContact: {
    canTalkNow: true,
    okToText: false,
    phone: '13800006821',
    note: '只打妹妹的电话，响三声挂断再打',
  },
  survivor: { name: '许静安', phone: '13800006821', address: '她妹妹家，地址只告诉承办人' },
  respondent: { name: '魏大勇' },
  incident: {
    narrative:
      '结婚十三年，一直挨打，多次被掐住脖子喘不上气。以前逃到娘家、朋友家、旅馆，每次都被他找到。' +
      '昨晚他说敢离婚就杀了我全家。我假装服软把手机要回来，凌晨三点多趁他睡着，光脚跑到妹妹家。',
  },
} as const;

export const REGISTRATION = {
  victim: {
    name: '许静安',
    phone: '13800006821',
    sex: 'female',
    ageGroup: 'from_18_to_59',
    children: '一个女儿，九岁，在外婆家',
  },
  abuser: { name: '魏大勇', sex: 'male', ageGroup: 'from_18_to_59' },
  relation: 'spouse',
  history: { earlierViolence: true, text: '十三年，多次报警，没有留下回执' },
  violenceForms: ['physical', 'psychological', 'economic'],
  incident: { detail: '掐颈、威胁杀害，扣手机' },
  injury: { victimInjured: true, text: '颈部有指痕' },
  needs: ['police', 'shelter', 'legal_aid', 'counselling'],
  rightsTold: true,
  legalAidTold: true,
} as const;

/** 家庭暴力危险性预测量表: nine questions and two special ones. Being strangled makes it 高危致命 whatever the score. */
export const ANSWERS = {
  q1: 'yes',
  q2: 'yes',
  q3: 'yes',
  q4: 'yes',
  q5: 'no',
  q6: 'yes',
  q7: 'yes',
  q8: 'unknown',
  q9: 'yes',
  s1: 'yes',
  s2: 'no',
} as const;

export const LAWYER = {
  notes:
    '来访人情绪紧张，单独会谈。确认十三年持续家暴，最近一次有掐颈和杀害威胁。想离婚，最担心女儿。已固定颈部伤痕照片。',
  memo: '一、可以不等离婚诉讼，直接申请人身安全保护令。二、证据：伤照、报警记录、妹妹证言。三、建议同时申请法律援助，家暴受害人免经济困难审查。',
  application:
    '申请事项：禁止被申请人实施家庭暴力；禁止骚扰、跟踪、接触申请人及其女儿、妹妹；责令迁出申请人住所。事实与理由：……',
} as const;

export const SHELTER = {
  purpose: '请安排庇护：丈夫掐颈并威胁杀害，以前逃到亲友处都被找到，不能回娘家。',
  admission: { site: 'BH01', zone: 'women', apart: true, staffOfHerSex: true, free: true, mayLeave: true },
  leaving: { written: true, spokenAlone: true, destination: 'own_home' },
  visit: { spokenAlone: true },
  result: '已入住，单独房间，女儿由外婆照看。已安排心理辅导，未向任何人透露地址。',
} as const;
