/** The part of JSON Schema that the contracts' documents use. */
export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly default?: unknown;
}

export interface SchemaRow {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly notes: string;
}

/** A row per field, the fields of objects within under their path (`skills[].id`). */
export function schemaRows(schema: Schema, prefix = ''): SchemaRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const required = schema.required?.includes(name) ?? false;
    const row = { name: path, type: typeOf(field), required, notes: notesOf(field) };
    return [row, ...rowsWithin(field, path)];
  });
}

function rowsWithin(field: Schema, path: string): SchemaRow[] {
  const value = solid(field);
  if (value.items !== undefined) return schemaRows(solid(value.items), `${path}[].`);
  return schemaRows(value, `${path}.`);
}

/** A value that may also be null is shown as the value. */
function solid(schema: Schema): Schema {
  const choices = (schema.anyOf ?? []).filter((choice) => choice.type !== 'null');
  const [only] = choices;
  return choices.length === 1 && only !== undefined ? only : schema;
}

export function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return [...new Set(choices.map(typeOf))].join(' or ');
  if (schema.type === 'array')
    return `list of ${schema.items === undefined ? 'anything' : typeOf(schema.items)}`;
  return schema.type ?? 'anything';
}

function notesOf(schema: Schema): string {
  const { description, minimum, maximum, maxLength, maxItems } = solid(schema);
  return [
    description,
    isBound(minimum) ? `at least ${minimum}` : undefined,
    isBound(maximum) ? `at most ${maximum}` : undefined,
    maxLength === undefined ? undefined : `at most ${maxLength} characters`,
    maxItems === undefined ? undefined : `at most ${maxItems} entries`,
    schema.default === undefined ? undefined : `${JSON.stringify(schema.default)} when left out`,
  ]
    .filter((note) => note !== undefined)
    .join('; ');
}

/** JSON Schema writes the whole range of safe integers out; that bounds nothing. */
function isBound(value: number | undefined): boolean {
  return value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;
}
