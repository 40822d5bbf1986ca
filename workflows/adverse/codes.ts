/** How an abuser uses an agency against her (不利查询、不利报案). */
export const ADVERSE_KINDS = {
  lookup: ['查询下落', 'Asks where she is'],
  missing_report: ['谎报失踪', 'Reports her missing'],
  kidnap_report: ['谎报绑架、拐骗', 'Reports a kidnapping'],
  illness_claim: ['谎称精神疾病', 'Says that she is mentally ill'],
  counter_report: ['反咬互殴、抢先报案', 'Reports first, or a mutual fight'],
  child_demand: ['索要子女', 'Demands the children'],
  visit: ['上门寻找', 'Comes to look for her'],
  exposure: ['当事人信息、影像被公开或者泄露', 'Her data or pictures became public'],
} as const;

export const INQUIRERS = {
  himself: ['本人', 'Himself'],
  kin: ['亲属', 'His kin'],
  police: ['公安机关', 'Police'],
  court: ['人民法院', 'Court'],
  school: ['学校', 'School'],
  committee: ['居（村）委会', 'Village committee'],
  media: ['媒体、网络', 'Media'],
  own_side: ['本单位、合作单位', 'Our own or a partner agency'],
  other: ['其他', 'Other'],
} as const;
