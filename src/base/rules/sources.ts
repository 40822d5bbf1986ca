/** Where a period comes from, and on which days that text is in force. */
export type Source = {
  readonly article: string;
  readonly inForce: { readonly from: string | null; readonly to: string | null };
};

type Law = { readonly name: string; readonly from: string | null; readonly to?: string };

/** An article of a law: `article(ADVL, '第28条')`. */
export function article(law: Law, place: string): Source {
  return { article: `${law.name} ${place}`, inForce: { from: law.from, to: law.to ?? null } };
}

// The first day of force is given where it was checked; null means unknown to this table, not "always".
export const ADVL: Law = { name: '反家庭暴力法', from: '2016-03-01' };
export const PROTECTION_ORDERS_INTERPRETATION: Law = { name: '法释〔2022〕17号', from: '2022-08-01' };
export const PROTECTION_ORDERS_OPINION: Law = { name: '法发〔2022〕10号', from: '2022-03-03' };
export const WARNING_LETTERS_OPINION: Law = { name: '公通字〔2024〕34号', from: '2024-12-06' };
export const MANDATORY_REPORTS_OPINION: Law = { name: '高检发〔2020〕9号', from: null };
export const DV_CRIMES_OPINION: Law = { name: '法发〔2015〕4号', from: null };
export const SHELTER_OPINION: Law = { name: '民发〔2015〕189号', from: null };
export const FEDERATION_PROCEDURE: Law = { name: '妇联组织受理家庭暴力投诉工作规程', from: null };
export const PUBLIC_SECURITY_2025: Law = { name: '治安管理处罚法（2025修订）', from: '2026-01-01' };
export const PUBLIC_SECURITY_OLD: Law = { name: '治安管理处罚法（2012修正）', from: null, to: '2025-12-31' };
export const POLICE_CRIMINAL: Law = { name: '公安机关办理刑事案件程序规定', from: null };
export const POLICE_ADMINISTRATIVE: Law = { name: '公安机关办理行政案件程序规定', from: null };
export const CRIMINAL_PROCEDURE: Law = { name: '刑事诉讼法', from: null };
export const POLICE_FILING_OPINION: Law = { name: '公安部关于改革完善受案立案制度的意见', from: null };
export const INJURY_CASES: Law = { name: '公安机关办理伤害案件规定', from: null };
export const CIVIL_PROCEDURE: Law = { name: '民事诉讼法', from: null };
export const CIVIL_PROCEDURE_INTERPRETATION: Law = { name: '民事诉讼法解释', from: null };
export const CIVIL_CODE: Law = { name: '民法典', from: '2021-01-01' };
export const LEGAL_AID: Law = { name: '法律援助法', from: '2022-01-01' };
export const LEGAL_AID_BEIJING: Law = { name: '北京市法律援助条例', from: null };
export const LEGAL_AID_MINORS: Law = { name: '司公通〔2020〕12号', from: null };
export const LEGAL_AID_PROCEDURE: Law = { name: '办理法律援助案件程序规定', from: null };
export const PETITIONS: Law = { name: '信访工作条例', from: '2022-05-01' };
export const PEOPLES_MEDIATION: Law = { name: '人民调解法', from: null };
export const PEOPLES_MEDIATION_RULES: Law = { name: '人民调解工作若干规定', from: null };
export const MINORS: Law = { name: '未成年人保护法', from: null };
export const PERSONAL_INFORMATION: Law = { name: '个人信息保护法', from: null };
export const ADMINISTRATIVE_REVIEW: Law = { name: '行政复议法', from: null };
export const ADMINISTRATIVE_LITIGATION: Law = { name: '行政诉讼法', from: null };
export const HOTLINE_BEIJING: Law = { name: '北京市接诉即办工作条例', from: null };
