import { FACTS, type FactName } from '#src/base/facts.ts';
import { FACT_TITLES } from '#src/i18n/fact-titles.ts';
import { table } from './markdown.ts';

/** The source text of a workflow: the file that defines it, and all its files together. */
export type WorkflowSource = { readonly main: string; readonly all: string };

/** What a workflow tells its siblings and what it asks of them; null where it does neither. */
export function factsTable(source: WorkflowSource): string | null {
  const published = namesIn(source.main.slice(source.main.indexOf('\n  facts:')), publishes);
  const read = namesIn(source.all, reads);
  const rows = [
    ...published.map((name) => ['公布 tells', ...wordsOf(name)]),
    ...read.map((name) => ['读取 asks', ...wordsOf(name)]),
  ];
  return rows.length === 0
    ? null
    : table(['', '事实 Fact', '取值，由弱到强 Values, from weak to strong'], rows);
}

function namesIn(text: string, pattern: (name: FactName) => RegExp): FactName[] {
  return (Object.keys(FACTS) as FactName[]).filter((name) => pattern(name).test(text));
}

/** As a key of what the workflow's `facts` gives back, or of what a function below it does. */
function publishes(name: FactName): RegExp {
  return new RegExp(`[{,\\n]\\s*${name}(?::| \\}|,)`);
}

function reads(name: FactName): RegExp {
  return new RegExp(`\\bfacts\\.${name}\\b`);
}

function wordsOf(name: FactName): string[] {
  const { zh, en, values } = FACT_TITLES[name];
  const words: Readonly<Record<string, string>> = values;
  const inOrder = FACTS[name].map((value) => `${words[value] ?? ''} \`${value}\``);
  return [`${zh}\n${en} \`${name}\``, inOrder.join('；')];
}
