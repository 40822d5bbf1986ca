/** Whom this proceeding is against. The role belongs to the proceeding: her rights do not follow from it. */
export const SUSPECTS = {
  abuser: ['加害人', 'The abuser'],
  accomplice: ['共同加害人', 'An accomplice'],
  survivor: ['当事人本人', 'The survivor'],
} as const;

export const OFFENCES = {
  maltreatment: ['虐待', 'Maltreatment'],
  abandonment: ['遗弃', 'Abandonment'],
  injury: ['故意伤害', 'Intentional injury'],
  homicide: ['故意杀人', 'Homicide'],
  rape: ['强奸、猥亵', 'Rape, indecency'],
  confinement: ['非法拘禁', 'Unlawful confinement'],
  provocation: ['寻衅滋事', 'Provocation of trouble'],
  defying_order: ['拒不执行判决、裁定', 'Defying a judgment or ruling'],
  bigamy: ['重婚', 'Bigamy'],
  ward_maltreatment: ['虐待被监护、看护人', 'Maltreatment of a person in care'],
  other: ['其他', 'Other'],
} as const;

export const LEAD_SOURCES = {
  report: ['报案、控告', 'Report'],
  court_transfer: ['法院移送线索', 'Lead handed over by the court'],
  police_case: ['治安案件转为刑事案件', 'From an administrative case'],
  procuratorate: ['检察机关通报、监督', 'From the procuratorate'],
  mandatory_report: ['强制报告', 'Mandatory report'],
  other: ['其他', 'Other'],
} as const;

export const REVIEW_LIMITS = {
  check: ['线索需要查证（七日）', 'The lead is to be checked (7 days)'],
  complex: ['重大疑难复杂（三十日）', 'Grave or complex (30 days)'],
} as const;

/** 强制措施、刑罚和其他限制人身自由的处置. */
export const RESTRAINTS = {
  detention: ['刑事拘留', 'Criminal detention'],
  arrest: ['逮捕', 'Arrest'],
  administrative_detention: ['行政拘留', 'Administrative detention'],
  judicial_detention: ['司法拘留', 'Judicial detention'],
  imprisonment: ['有期徒刑、无期徒刑', 'Imprisonment'],
  short_detention: ['拘役', 'Short-term detention'],
  compulsory_treatment: ['强制医疗', 'Compulsory treatment'],
  protective_restraint: ['临时的保护性约束措施', 'Protective restraint before treatment'],
  detoxification: ['强制隔离戒毒', 'Compulsory isolated detoxification'],
  bail: ['取保候审', 'Bail'],
  residential: ['监视居住', 'Residential surveillance'],
  probation: ['缓刑', 'Suspended sentence'],
  public_surveillance: ['管制', 'Public surveillance'],
  parole: ['假释、暂予监外执行', 'Parole, serving outside prison'],
} as const;

/** Kinds in which he is locked away; in the others he walks about, bound by terms. */
export const CUSTODIAL: readonly (keyof typeof RESTRAINTS)[] = [
  'detention',
  'arrest',
  'administrative_detention',
  'judicial_detention',
  'imprisonment',
  'short_detention',
  'compulsory_treatment',
  'protective_restraint',
  'detoxification',
];

/** 取保候审、监视居住、缓刑期间须遵守的规定, no-contact terms first (法发〔2015〕4号 13). */
export const TERMS = {
  no_contact: ['禁止与被害人及其近亲属接触', 'No contact with the victim and her kin'],
  no_violence: ['禁止再次实施家庭暴力', 'No further violence'],
  no_places: ['禁止进入特定场所', 'No entry to named places'],
  no_activities: ['禁止从事特定活动', 'No named activities'],
  reporting: ['定期报到', 'Reports regularly'],
  no_travel: ['不得离开所居住的市、县', 'Does not leave the county'],
  treatment: ['接受矫治、戒治', 'Undergoes treatment'],
} as const;

export const RELEASES = {
  expired: ['期满', 'The period ended'],
  early: ['提前解除', 'Ended early'],
  revoked: ['撤销、不予批准', 'Revoked or not approved'],
  served: ['刑满释放', 'Sentence served'],
  escaped: ['脱逃', 'Escaped'],
  died: ['死亡', 'He died'],
} as const;

export const NOT_PROSECUTED = {
  minor: ['犯罪情节轻微', 'Minor circumstances'],
  insufficient: ['证据不足', 'Insufficient evidence'],
  self_defence: ['正当防卫', 'Self-defence'],
  not_criminal: ['不构成犯罪', 'No crime'],
  no_responsibility: ['依法不负刑事责任的精神病人', 'Not responsible, by mental illness'],
} as const;

export const VERDICTS = {
  convicted: ['有罪', 'Convicted'],
  exempted: ['免予刑事处罚', 'Convicted, exempted from punishment'],
  acquitted: ['无罪', 'Acquitted'],
  self_defence: ['正当防卫，不负刑事责任', 'Self-defence, not guilty'],
  treatment: ['强制医疗', 'Compulsory treatment'],
} as const;

export const PROSECUTIONS = {
  public: ['公诉', 'Public prosecution'],
  private: ['自诉', 'Private prosecution'],
  treatment: ['申请强制医疗', 'Application for compulsory treatment'],
} as const;

/** How a prosecution ends without a judgment (刑事诉讼法 16, 212). */
export const PROSECUTION_ENDS = {
  withdrawn: ['自诉人撤诉', 'She withdraws it'],
  settled: ['和解、调解结案', 'Settled'],
  deemed: ['按撤诉处理', 'Deemed withdrawn'],
  by_procuratorate: ['人民检察院撤回起诉', 'Withdrawn by the procuratorate'],
  terminated: ['终止审理', 'Terminated by the court'],
} as const;

export const STATEMENT_GIVERS = {
  survivor: ['当事人本人', 'The survivor'],
  child: ['未成年被害人', 'The child'],
  witness: ['证人', 'A witness'],
} as const;

export const PRESSURES = {
  guardian_spoke: ['此前监护人与其谈话', 'A guardian spoke with her before'],
  suspect_contact: ['嫌疑人或者其亲属接触', 'Contact by the suspect or his kin'],
  money: ['经济利益', 'Money'],
  not_alone: ['询问时有他人在场', 'Others were present'],
  none_known: ['未发现', 'None known'],
} as const;

export const RELIEFS = {
  judicial_aid: ['司法救助', 'Judicial aid'],
  incidental_suit: ['附带民事赔偿', 'Damages in the criminal case'],
} as const;

export const DEAD = {
  survivor: ['当事人本人', 'The survivor'],
  suspect: ['嫌疑人、被告人', 'The suspect'],
  child: ['子女', 'A child'],
} as const;
