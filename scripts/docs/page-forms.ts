import type { TObject, TSchema } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { OF_OWNER, PERSON_ROLES } from '#src/workflow/field.ts';
import { PHONE, SEALED, type SealedClass } from '#src/workflow/sealed.ts';
import { table } from './markdown.ts';
import { rolesOf } from './words.ts';

/** A field's schema with the keywords forms are drawn from. */
type Field = TSchema & {
  readonly title?: string;
  readonly 'x-title-en'?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly anyOf?: readonly Field[];
  readonly items?: Field;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly required?: readonly string[];
  readonly 'x-planned'?: boolean;
  readonly [PERSON_ROLES]?: readonly Role[];
  readonly [OF_OWNER]?: boolean;
  readonly [SEALED]?: SealedClass;
  readonly [PHONE]?: boolean;
};

type Row = { readonly path: string; readonly field: Field; readonly isRequired: boolean };

const SEALED_WORDS: Readonly<Record<SealedClass, string>> = {
  identity: '身份 identity',
  contact: '联系方式 contact',
  narrative: '案情叙述 narrative',
  privileged: '律师保密 privileged',
  conflict: '利益冲突审查 conflict check',
  reporter: '报告人 who told us',
  respondent: '对方当事人 the other side',
  whereabouts: '行踪、住址 whereabouts',
};

/** What is filled in: each field, how, whether it must be, and whether it is sealed. null: nothing is asked for. */
export function fieldsTable(schema: TObject): string | null {
  const rows = rowsOf(schema as unknown as Field, '');
  if (rows.length === 0) return null;
  return table(
    ['字段 Field', '填写 What to enter', '必填 Required', '密封 Sealed'],
    rows.map(({ path, field, isRequired }) => [
      `${field.title ?? path}\n${field['x-title-en'] ?? ''} \`${path}\``,
      entryOf(field),
      isRequired ? '是 yes' : '',
      sealedWords(field),
    ]),
  );
}

function rowsOf(schema: Field, prefix: string): Row[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const path = `${prefix}${key}`;
    const isRequired = schema.required?.includes(key) ?? false;
    const within = field.properties === undefined ? [] : rowsOf(field, `${path}.`);
    const items = field.items?.properties === undefined ? [] : rowsOf(field.items, `${path}[].`);
    return [{ path, field, isRequired }, ...within, ...items];
  });
}

function entryOf(field: Field): string {
  if (field.anyOf !== undefined) return `选一项 one of：${choicesOf(field.anyOf)}`;
  if (field.type === 'array') return listOf(field);
  if (field.type === 'object') return '见下列各项 as below';
  if (field.type === 'boolean') return field.const === true ? '须确认 must be confirmed' : '是／否 yes or no';
  if (field.type === 'integer' || field.type === 'number') return numberOf(field);
  return textOf(field);
}

function listOf({ items, minItems = 0, maxItems }: Field): string {
  const count = maxItems === undefined ? `${minItems} 项以上` : `${minItems}–${maxItems} 项 entries`;
  if (items?.anyOf !== undefined) return `选若干项 any of（${count}）：${choicesOf(items.anyOf)}`;
  if (items?.properties !== undefined) return `逐项填写（${count}），见下列各项 a list, as below`;
  return `列表（${count}）list${items === undefined ? '' : `：${entryOf(items)}`}`;
}

function numberOf({ minimum, maximum }: Field): string {
  const from = minimum === undefined ? '' : `${minimum}`;
  return minimum === undefined && maximum === undefined
    ? '数字 number'
    : `数字 number（${from}–${maximum ?? ''}）`;
}

function textOf(field: Field): string {
  const people = field[PERSON_ROLES];
  if (people !== undefined) return personWords(people, field[OF_OWNER] === true);
  const ahead = field['x-planned'] === true ? '，可以晚于现在 may lie ahead' : '';
  if (field.format === 'date-time') return `时间 date and time${ahead}`;
  if (field.format === 'date') return `日期 date${ahead}`;
  if (field.format === 'uuid') return '系统内编号 id';
  if (field[PHONE] === true) return '电话号码 telephone number';
  if (field.pattern !== undefined) return `代号 code：\`${field.pattern}\``;
  return field.maxLength === undefined ? '文字 text' : `文字，至多 ${field.maxLength} 字 text`;
}

function personWords(roles: readonly Role[], isOfOwner: boolean): string {
  const titles = rolesOf(roles);
  const from = isOfOwner ? '主责单位人员 somebody of the owner agency' : '工作人员 somebody';
  return `${from}：${titles.map(({ zh }) => zh).join('、')}`;
}

function choicesOf(choices: readonly Field[]): string {
  return choices.map((choice) => `${choice.title ?? ''} \`${String(choice.const)}\``).join('；');
}

function sealedWords(field: Field): string {
  const sealed = field[SEALED];
  return sealed === undefined ? '' : SEALED_WORDS[sealed];
}
