/** One column, as `db/schema.ts` declares it or as the database has it. */
export type Column = {
  readonly table: string;
  readonly name: string;
  readonly isNullable: boolean;
  readonly hasDefault: boolean;
  /** What the program sees: `text`, `number`, `boolean`, `instant`, `bytes`, `json` or `list`. */
  readonly kind: string;
};

// The formatter writes a table as one block, or on one line when it is short; every column ends with a semicolon or brace.
const TABLE = /export type (\w+Table) = \{([\s\S]*?)\}(?=;)/g;
const ENTRY = /(\w+): ([^;]+?)(?:;|\s*$)/g;

/** Database type to what the driver hands over (db/connect.ts). */
const KINDS: Readonly<Record<string, string>> = {
  uuid: 'text',
  text: 'text',
  bigint: 'number',
  integer: 'number',
  smallint: 'number',
  boolean: 'boolean',
  'timestamp with time zone': 'instant',
  bytea: 'bytes',
  jsonb: 'json',
  ARRAY: 'list',
};

/** The columns that a text like `db/schema.ts` declares. */
export function readDeclaredColumns(schema: string): Column[] {
  const blocks = new Map([...schema.matchAll(TABLE)].map(([, name = '', body = '']) => [name, body]));
  const database = /export type Database = \{([\s\S]*?)\};/.exec(schema)?.[1] ?? '';
  return entriesIn(database).flatMap(([table, type]) =>
    entriesIn(blocks.get(type) ?? '').map(([name, columnType]) => columnOf(table, name, columnType)),
  );
}

/** The same of a row of `information_schema.columns`. */
export function toColumn(row: Readonly<Record<string, string | null>>): Column {
  return {
    table: row['table_name'] ?? '',
    name: row['column_name'] ?? '',
    isNullable: row['is_nullable'] === 'YES',
    hasDefault: row['column_default'] !== null || row['is_identity'] === 'YES',
    kind: KINDS[row['data_type'] ?? ''] ?? `${row['data_type']}, which no column has yet`,
  };
}

/** Where two lists of columns differ, as sentences. */
export function findDrift(declared: readonly Column[], found: readonly Column[]): string[] {
  const keyOf = ({ table, name }: Column) => `${table}.${name}`;
  const inDatabase = new Map(found.map((column) => [keyOf(column), column]));
  const inProgram = new Set(declared.map(keyOf));
  const missing = found.map(keyOf).filter((key) => !inProgram.has(key));
  const differing = declared.flatMap((column) => {
    const key = keyOf(column);
    const other = inDatabase.get(key);
    if (other === undefined) return [`${key} is declared and not in the database`];
    return (['isNullable', 'hasDefault', 'kind'] as const)
      .filter((property) => column[property] !== other[property])
      .map(
        (property) =>
          `${key}: ${property} is declared ${column[property]} and is ${other[property]} in the database`,
      );
  });
  return [...differing, ...missing.map((key) => `${key} is in the database and not declared`)];
}

function entriesIn(block: string): [name: string, type: string][] {
  return [...block.matchAll(ENTRY)].map(([, name = '', type = '']) => [name, type.trim()]);
}

function columnOf(table: string, name: string, type: string): Column {
  const bare = type.replace(/^Generated<(.*)>$/s, '$1').replace(/\s*\|\s*null\b/, '');
  return {
    table,
    name,
    isNullable: /\|\s*null\b/.test(type),
    hasDefault: type.startsWith('Generated<'),
    kind: kindOf(bare),
  };
}

function kindOf(type: string): string {
  if (type.startsWith('JsonColumn<')) return 'json';
  if (type.endsWith('[]')) return 'list';
  const known = { number: 'number', boolean: 'boolean', Instant: 'instant', Buffer: 'bytes' }[type];
  // Strings, and the unions of strings that narrow them.
  return known ?? 'text';
}
