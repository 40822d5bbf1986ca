/** Whose work a piece of evidence is: the court collects on request or by itself (法释〔2022〕17号 5). */
export const EVIDENCE_ORIGINS = {
  applicant: ['申请人提供', 'Brought by the applicant'],
  respondent: ['被申请人提供', 'Brought by the respondent'],
  court: ['人民法院调取', 'Collected by the court'],
  unit: ['有关单位出具', 'Given by a unit'],
  visit: ['上门、走访取得', 'Taken down at her home'],
} as const;

/** What he says to it. None of these stands in the way of an order (法释〔2022〕17号 6-8). */
export const STANCES = {
  admits: ['承认', 'Admits it'],
  denies: ['否认', 'Denies it'],
  blames_her: ['承认但称申请人有过错', 'Admits it and says that it was her fault'],
  silent: ['未发表意见', 'Says nothing'],
} as const;

/** 补正: what a counter asks for. */
export const ASKED_PAPERS = {
  application: ['申请书', 'The application'],
  own_identity: ['申请人身份证明', 'Her proof of identity'],
  relation: ['双方关系材料', 'Proof of the relation'],
  proxy: ['代为申请的材料', 'Papers of a proxy'],
  respondent_identity: ['被申请人身份证明、户籍证明', 'His proof of identity or residence'],
  divorce_suit: ['离婚起诉材料', 'A suit for divorce'],
  police_paper: ['告诫书、处罚决定书', 'A warning letter or a penalty decision'],
  other: ['其他', 'Other'],
} as const;

type Asked = keyof typeof ASKED_PAPERS;

/** 反家庭暴力法 23-25, 27 ask for a respondent who can be told, a request and violence or danger; for none of these. */
const WITHOUT_GROUND: readonly Asked[] = ['respondent_identity', 'divorce_suit', 'police_paper'];

/** Whether something is asked for that the law does not ask for. */
export function isGroundless(asked: readonly Asked[]): boolean {
  return asked.some((paper) => WITHOUT_GROUND.includes(paper));
}

/** 较大可能性: the standard of proof of every application that was accepted from this day on. */
const LIKELIHOOD_FROM = '2022-08-01';

/** The standard of proof by the day of acceptance, not of filing. */
export function standardOn(acceptedOn: string): 'likelihood' | 'general' {
  return acceptedOn >= LIKELIHOOD_FROM ? 'likelihood' : 'general';
}
