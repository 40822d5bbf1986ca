import { type SourceFile, under, type Violation } from './source-tree.ts';

const DOCUMENT = 'docs/invariants.md';
const COUNT = 31;
const KINDS = ['path', 'data', 'exposure'];
const CODE_OR_TITLE = /`([^`]+)`|“([^”]+)”/g;

type Row = {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly keptIn: string;
  readonly provedBy: string;
  readonly planted: string;
};

/** What is wrong with the table of invariants: a number missing or doubled, a file or a test that is not there. */
export function findUnkeptInvariants(tree: readonly SourceFile[]): Violation[] {
  const text = tree.find(({ path }) => path === DOCUMENT)?.text ?? '';
  const rows = rowsOf(text);
  const wanted = Array.from({ length: COUNT }, (_, index) => `INV-${String(index + 1).padStart(2, '0')}`);
  const counted = wanted
    .filter((id) => rows.filter((row) => row.id === id).length !== 1)
    .map((id) => `${id} is not there exactly once`);
  const unknown = rows.filter(({ id }) => !wanted.includes(id)).map(({ id }) => `${id} is no invariant`);
  const wrong = rows.flatMap((row) => problemsOf(row, tree).map((problem) => `${row.id}: ${problem}`));
  return [...counted, ...unknown, ...wrong].map((problem) => ({ path: DOCUMENT, problem }));
}

function rowsOf(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| INV-'))
    .map((line) => {
      const [, id = '', , kind = '', keptIn = '', provedBy = '', planted = ''] = line
        .split('|')
        .map((cell) => cell.trim());
      return { id, kinds: kind.split(', '), keptIn, provedBy, planted };
    });
}

function problemsOf({ kinds, keptIn, provedBy, planted }: Row, tree: readonly SourceFile[]): string[] {
  const proofs = titlesIn(provedBy);
  const plants = titlesIn(planted);
  const kept = [...keptIn.matchAll(CODE_OR_TITLE)].flatMap(([, path]) => (path === undefined ? [] : [path]));
  return [
    ...kinds.filter((kind) => !KINDS.includes(kind)).map((kind) => `${kind} is no kind`),
    ...(kept.length === 0 ? ['kept nowhere'] : []),
    ...kept.filter((path) => !tree.some((file) => file.path === path)).map((path) => `${path} is not there`),
    ...(proofs.length === 0 ? ['proved by nothing'] : []),
    ...(plants.length === 0 ? ['nothing was planted'] : []),
    ...[...proofs, ...plants].flatMap(({ path, title }) => titleProblems(tree, { path, title, atLeast: 1 })),
    // A table of rules beside a table of plants has the same words twice; once would be a rule without its plant.
    ...plants
      .filter((plant) => proofs.some(({ path, title }) => path === plant.path && title === plant.title))
      .flatMap((plant) => titleProblems(tree, { ...plant, atLeast: 2 })),
  ];
}

type Cited = { readonly path: string; readonly title: string };

/** Each title belongs to the file that was named last before it. */
function titlesIn(cell: string): Cited[] {
  const cited: Cited[] = [];
  let path = '';
  for (const [, named, title] of cell.matchAll(CODE_OR_TITLE)) {
    if (named !== undefined) path = named;
    else if (title !== undefined) cited.push({ path, title });
  }
  return cited;
}

function titleProblems(tree: readonly SourceFile[], cited: Cited & { readonly atLeast: number }): string[] {
  const file = under(tree, 'test').find(({ path }) => path === cited.path);
  if (file === undefined) return [`${cited.path} is no test`];
  const count = file.text.split(cited.title).length - 1;
  return count >= cited.atLeast
    ? []
    : [`${cited.path} has no ${cited.atLeast === 2 ? 'plant' : 'test'} “${cited.title}”`];
}
