import type { Words } from '#web/words/words.ts';

/** Who reads what is sealed in a class that not everybody who works on the case may read (src/access decides it). */
export const SEALED_WORDS: Readonly<Record<string, Words>> = {
  conflict: { zh: '用于利益冲突审查', en: 'For the conflict check' },
  privileged: { zh: '只有您本人可读', en: 'Nobody but you reads it' },
  whereabouts: {
    zh: '只有妇联、公安、庇护所和您可读',
    en: 'Read by the federation, the police, the shelter, and you',
  },
  reporter: { zh: '只有公安联络员和您可读', en: 'Read by the police liaison, and you' },
  respondent: {
    zh: '公安、接线员、庇护所不可读',
    en: 'Not read by police, operators or shelters',
  },
};
