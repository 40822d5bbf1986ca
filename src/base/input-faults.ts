import { type Title, title } from './title.ts';

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
  no_such_time: title('须为带时区的真实时间', 'is no time with an offset'),
  future: title('不得晚于现在', 'must not be in the future'),
  too_early: title('不得早于2000年', 'must not be before 2000'),
  before_cause: title(
    '不得早于本环节中必须在先的事项',
    'must not be before what had to come first on this track',
  ),
  no_such_workflow: title('没有此类办理环节', 'is no workflow here'),
  no_such_person: title('须为本平台相应角色的在职人员', 'must be somebody who works here in the right role'),
  no_other_agency: title('须为另一个单位', 'must be another agency'),
  no_open_track: title('须为本个案尚未办结的环节', 'must be an open track of this case'),
  wrong: title('不符合要求', 'does not fit'),
} as const satisfies Record<string, Title>;

export type InputFault = keyof typeof INPUT_FAULTS;

/** One wrong place: a JSON pointer, and what is wrong there in both languages. Never the value. */
export type InputProblem = { readonly pointer: string; readonly message: Title };

/** What is wrong where. */
export function inputProblem(pointer: string, fault: InputFault): InputProblem {
  return { pointer, message: INPUT_FAULTS[fault] };
}

const OF_KEYWORD: Readonly<Record<string, InputFault>> = {
  required: 'required',
  additionalProperties: 'unknown_key',
  type: 'wrong_type',
  enum: 'not_offered',
  const: 'not_offered',
  anyOf: 'not_offered',
  minLength: 'too_short',
  minItems: 'too_short',
  maxLength: 'too_long',
  maxItems: 'too_long',
  pattern: 'wrong_form',
  format: 'wrong_form',
  minimum: 'out_of_range',
  maximum: 'out_of_range',
};

/** The fault that a JSON Schema keyword stands for. */
export function faultOfKeyword(keyword: string): InputFault {
  return OF_KEYWORD[keyword] ?? 'wrong';
}

/** The pointer of a key inside the object at `pointer`; a very long key is cut. */
export function pointerTo(pointer: string, key: string): string {
  return `${pointer}/${key.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
