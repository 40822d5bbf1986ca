import type { Words } from '#web/words/words.ts';

type FormField = {
  readonly words: Words;
  /** Without it a court cannot act on it (反家庭暴力法 23-25, 27); the rest may be left open. */
  readonly isNeeded: boolean;
  readonly isLong?: boolean;
};

/** The lines of the application, in the order of the form. */
export const FIELDS = {
  applicantName: { words: { zh: '申请人姓名', en: 'Applicant: name' }, isNeeded: true },
  applicantSex: { words: { zh: '申请人性别', en: 'Applicant: sex' }, isNeeded: false },
  applicantEthnicity: { words: { zh: '申请人民族', en: 'Applicant: ethnicity' }, isNeeded: false },
  applicantBirth: { words: { zh: '申请人出生日期', en: 'Applicant: born' }, isNeeded: false },
  applicantId: { words: { zh: '申请人身份证号码', en: 'Applicant: identity number' }, isNeeded: false },
  applicantAddress: {
    words: {
      zh: '申请人送达地址（不填她现在的住处，可填律师事务所、妇联地址）',
      en: 'Applicant: address for service (not where she lives now: your firm or the federation)',
    },
    isNeeded: true,
  },
  respondentName: { words: { zh: '被申请人姓名', en: 'Respondent: name' }, isNeeded: true },
  respondentSex: { words: { zh: '被申请人性别', en: 'Respondent: sex' }, isNeeded: false },
  respondentEthnicity: { words: { zh: '被申请人民族', en: 'Respondent: ethnicity' }, isNeeded: false },
  respondentBirth: { words: { zh: '被申请人出生日期', en: 'Respondent: born' }, isNeeded: false },
  respondentId: { words: { zh: '被申请人身份证号码', en: 'Respondent: identity number' }, isNeeded: false },
  respondentAddress: { words: { zh: '被申请人住所', en: 'Respondent: home' }, isNeeded: false },
  respondentPhone: { words: { zh: '被申请人联系电话', en: 'Respondent: phone' }, isNeeded: false },
  relation: { words: { zh: '双方关系', en: 'Relation' }, isNeeded: true },
  facts: { words: { zh: '事实与理由', en: 'Facts and reasons' }, isNeeded: true, isLong: true },
  court: {
    words: { zh: '受理法院（申请人、被申请人居住地或者家暴发生地的基层法院）', en: 'Court' },
    isNeeded: true,
  },
} as const satisfies Readonly<Record<string, FormField>>;

export type FieldKey = keyof typeof FIELDS;

/** The law an application is made under, by the ground its track gives. */
export const WORDS_OF_BASES = {
  violence: '《中华人民共和国反家庭暴力法》第二十三条、第二十七条、第二十九条',
  danger: '《中华人民共和国反家庭暴力法》第二十三条、第二十七条、第二十九条',
  harassment: '《中华人民共和国妇女权益保障法》第二十九条',
  child_snatching: '《最高人民法院关于适用〈中华人民共和国民法典〉婚姻家庭编的解释（二）》第十二条',
} as const;
