import { type Title, title } from '#src/base/title.ts';
import { type Language, wordsOf } from './language.ts';

/** What can be wrong with one place of a request. The words never repeat what was sent. */
export const INPUT_FAULTS = {
  required: title('必填', 'is required'),
  unknown_key: title('没有此项', 'unknown key'),
  wrong_type: title('类型不符', 'has the wrong type'),
  not_offered: title('不在可选范围内', 'is not one of the values offered'),
  too_short: title('过短或者过少', 'is too short'),
  too_long: title('过长或者过多', 'is too long'),
  wrong_form: title('格式不符', 'has the wrong form'),
  out_of_range: title('超出范围', 'is out of range'),
  not_json: title('不是有效的 JSON（UTF-8）', 'is not JSON in UTF-8'),
  too_deep: title('嵌套过深', 'is nested too deeply'),
  key_twice: title('同一项出现两次', 'has a key twice'),
  key_forbidden: title('含有不允许的项名', 'has a key that is not allowed'),
  bad_characters: title('含有不能保存的字符', 'holds characters that cannot be kept'),
  bad_number: title('含有不能准确保存的数字', 'holds a number that cannot be kept exactly'),
  wrong: title('不符合要求', 'does not fit'),
} as const satisfies Record<string, Title>;

export type InputFault = keyof typeof INPUT_FAULTS;

const BY_ENGLISH = new Map<string, Title>(Object.values(INPUT_FAULTS).map((words) => [words.en, words]));

/** A fault's English words as the catalogue has them, in another language; other sentences stay as they are. */
export function faultIn(language: Language, english: string): string {
  const known = BY_ENGLISH.get(english);
  return known === undefined ? english : wordsOf(language, known);
}
