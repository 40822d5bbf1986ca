import type { ApplicationDraft } from './application-draft.ts';

/** One part of the paper: its heading, and what stands under it. */
export type PaperPart = { readonly heading: string; readonly lines: readonly string[] };

/** What stands where nothing is known yet: to be filled in by hand. */
const BLANK = '＿＿＿＿＿＿';

/** The application as the court reads it, part by part; `day` is `YYYY-MM-DD`. It is Chinese whatever the page speaks. */
export function paperOf(draft: ApplicationDraft, day: string): readonly PaperPart[] {
  const { values, requests, evidence, ground } = draft;
  const [year, month, date] = day.split('-').map(Number);
  return [
    { heading: '申请人', lines: [person(values, 'applicant', '送达地址')] },
    { heading: '被申请人', lines: [person(values, 'respondent', '住所')] },
    { heading: '双方关系', lines: [shown(values.relation)] },
    { heading: '请求事项', lines: requests.length === 0 ? [BLANK] : numbered(requests) },
    {
      heading: '事实与理由',
      lines: [...shown(values.facts).split('\n'), `为此，依据${ground}，请求人民法院作出人身安全保护令。`],
    },
    { heading: '证据', lines: evidence.length === 0 ? ['（另附证据清单）'] : numbered(evidence) },
    { heading: '此致', lines: [shown(values.court)] },
    { heading: '', lines: ['申请人（签名或者捺印）：', `${year}年${month}月${date}日`] },
  ];
}

/** The whole paper as one text, as it is kept with the matter. */
export function textOf(parts: readonly PaperPart[]): string {
  return ['人身安全保护令申请书', ...parts.flatMap(({ heading, lines }) => [heading, ...lines])]
    .filter((line) => line !== '')
    .join('\n');
}

function person(values: ApplicationDraft['values'], side: 'applicant' | 'respondent', place: string): string {
  const parts = [
    shown(values[`${side}Name`]),
    values[`${side}Sex`] === '' ? `性别 ${BLANK}` : values[`${side}Sex`],
    `${shown(values[`${side}Ethnicity`])}族`,
    `出生日期 ${shown(values[`${side}Birth`])}`,
    `身份证号码 ${shown(values[`${side}Id`])}`,
    `${place} ${shown(values[`${side}Address`])}`,
    ...(side === 'respondent' ? [`联系电话 ${shown(values.respondentPhone)}`] : []),
  ];
  return `${parts.join('，').replace('族族', '族')}。`;
}

function numbered(lines: readonly string[]): string[] {
  return lines.map((line, index) => `${index + 1}. ${line}；`);
}

function shown(value: string): string {
  return value === '' ? BLANK : value;
}
