/** A JSON Schema as the API's description has it: whole in itself, no references. */
type Schema = {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
};

type Content = { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };

type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
};

type Operation = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
};

/** The part of an OpenAPI document that types are made of. */
export type ApiDescription = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

const HEAD = `// Written by \`npm run docs\` from the API's own description; what the console may ask and what it is told.
export interface paths {
`;

/** The types of the API as `openapi-fetch` reads them. Refusals are left out: the console reads their code. */
export function printApiTypes({ paths }: ApiDescription): string {
  const entries = Object.entries(paths).sort(([one], [other]) => (one < other ? -1 : 1));
  return `${HEAD}${entries.map(([path, item]) => `  '${path}': {\n${printItem(item)}  };\n`).join('')}}\n`;
}

function printItem(item: Readonly<Record<string, Operation>>): string {
  return Object.entries(item)
    .map(([method, operation]) => `    ${method}: ${printOperation(operation)};\n`)
    .join('');
}

function printOperation({ parameters = [], requestBody, responses = {} }: Operation): string {
  const bodies = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  const body = requestBody === undefined ? '' : ` requestBody: ${printContent(requestBody)};`;
  const answers = bodies.map(([status, answer]) => `${status}: ${printContent(answer)}`).join('; ');
  return `{ parameters: { ${printParameters(parameters)} };${body} responses: { ${answers} } }`;
}

// The token and the key are put on by the client itself, so no caller is made to give them.
function printParameters(parameters: readonly Parameter[]): string {
  const groups = Map.groupBy(parameters, (parameter) => parameter.in);
  return ['query', 'path', 'header']
    .flatMap((place) => {
      const those = groups.get(place) ?? [];
      if (those.length === 0) return [];
      const isNeeded = place !== 'header' && those.some(({ required }) => required);
      const fields = those.map(({ name, required, schema = {} }) => {
        const mark = required === true && place !== 'header' ? '' : '?';
        return `${JSON.stringify(name)}${mark}: ${printSchema(schema)}`;
      });
      return [`${place}${isNeeded ? '' : '?'}: { ${fields.join('; ')} }`];
    })
    .join('; ');
}

function printContent({ content = {} }: Content): string {
  const media = Object.entries(content).map(
    ([type, { schema = {} }]) => `'${type}': ${type === 'application/json' ? printSchema(schema) : 'string'}`,
  );
  return media.length === 0 ? '{ content?: never }' : `{ content: { ${media.join('; ')} } }`;
}

function printSchema(schema: Schema): string {
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf !== undefined) return schema.anyOf.map((one) => printSchema(one)).join(' | ');
  const types = [schema.type ?? 'unknown'].flat() as string[];
  return types.map((type) => printType(type, schema)).join(' | ');
}

function printType(type: string, schema: Schema): string {
  if (type === 'integer') return 'number';
  if (type === 'array') return `(${printSchema(schema.items ?? {})})[]`;
  if (type === 'object') return printObject(schema);
  return type;
}

function printObject({ properties, required = [], additionalProperties }: Schema): string {
  if (properties === undefined) {
    const value = typeof additionalProperties === 'object' ? printSchema(additionalProperties) : 'unknown';
    return `{ [key: string]: ${value} }`;
  }
  const fields = Object.entries(properties).map(
    ([name, value]) => `${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${printSchema(value)}`,
  );
  return fields.length === 0 ? 'Record<string, never>' : `{ ${fields.join('; ')} }`;
}
