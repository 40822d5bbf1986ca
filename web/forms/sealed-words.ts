import type { Words } from '#web/words/words.ts';

/** Who reads what is sealed, per class of the vault; test/house/console.test.ts knows of each class. */
export const SEALED_WORDS: Readonly<Record<string, Words>> = {
  identity: { zh: '密封：只有办理本案的人员可读', en: 'Sealed: only who works on this case reads it' },
  contact: { zh: '密封：只有办理本案的人员可读', en: 'Sealed: only who works on this case reads it' },
  narrative: { zh: '密封：只有办理本案的人员可读', en: 'Sealed: only who works on this case reads it' },
  conflict: { zh: '密封：用于利益冲突审查', en: 'Sealed: for the conflict check' },
  privileged: { zh: '密封：只有您本人可读', en: 'Sealed: nobody but you reads it' },
  whereabouts: {
    zh: '密封：只有妇联、公安、庇护所和填写人可读',
    en: 'Sealed: read by the federation, the police, the shelter, and you',
  },
  reporter: {
    zh: '密封：只有公安联络员和您可读',
    en: 'Sealed: read by the police liaison, and you',
  },
  respondent: {
    zh: '密封：公安、接线员、庇护所不可读',
    en: 'Sealed: not for police, operators or shelters',
  },
};
