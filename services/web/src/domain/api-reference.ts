import { schemaRows, typeOf, type Schema, type SchemaRow } from './schema-rows.js';

interface Content {
  readonly content?: Readonly<Record<string, { schema: Schema }>>;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly description?: string;
  readonly 'x-roles'?: readonly string[];
  readonly security: readonly object[];
  readonly parameters: readonly {
    name: string;
    in: string;
    required: boolean;
    description?: string;
    schema: Schema;
  }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content & { description: string }>>;
}

export interface CallView {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly who: string;
  readonly refusals: readonly { readonly code: string; readonly meaning: string }[];
  readonly parameters: readonly SchemaRow[];
  readonly body: readonly SchemaRow[];
  readonly answers: readonly {
    readonly status: string;
    readonly description: string;
    readonly rows: readonly SchemaRow[];
  }[];
}

export interface ApiReference {
  readonly groups: readonly { readonly name: string; readonly calls: readonly CallView[] }[];
  /** What can go wrong with any call. */
  readonly shared: readonly { readonly status: string; readonly description: string }[];
}

/** The OpenAPI document as a page to read. */
export function apiReference(document: Record<string, unknown>): ApiReference {
  const paths = document['paths'] as Record<string, Record<string, Operation>>;
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const groups = Map.groupBy(all, ({ operation }) => operation.tags[0] ?? 'other');
  return {
    groups: [...groups].map(([name, calls]) => ({ name, calls: calls.map(callView) })),
    shared: refusalsOf(all[0]?.operation),
  };
}

function callView({
  path,
  method,
  operation,
}: {
  path: string;
  method: string;
  operation: Operation;
}): CallView {
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    who: whoOf(operation),
    refusals: ownRefusals(operation.description ?? ''),
    parameters: operation.parameters.map((parameter) => ({
      name: parameter.name,
      type: `${typeOf(parameter.schema)} in the ${parameter.in}`,
      required: parameter.required,
      notes: parameter.description ?? '',
    })),
    body: rowsOf(operation.requestBody),
    answers: Object.entries(operation.responses)
      .filter(([status]) => Number(status) < 400)
      .map(([status, answer]) => ({ status, description: answer.description, rows: rowsOf(answer) })),
  };
}

function whoOf(operation: Operation): string {
  const roles = operation['x-roles'];
  if (roles !== undefined) return roles.map((role) => `${role}s`).join(' and ');
  return operation.security.length > 1 ? 'anyone' : 'anyone signed in';
}

function ownRefusals(description: string): CallView['refusals'] {
  return [...description.matchAll(/^- `(\w+)`: (.*)$/gm)].map(([, code = '', meaning = '']) => ({
    code,
    meaning,
  }));
}

function rowsOf(content: Content | undefined): SchemaRow[] {
  const schema = content?.content?.['application/json']?.schema;
  return schema === undefined ? [] : schemaRows(schema);
}

function refusalsOf(operation: Operation | undefined): ApiReference['shared'] {
  return Object.entries(operation?.responses ?? {})
    .filter(([status]) => Number(status) >= 400)
    .map(([status, { description }]) => ({ status, description }));
}
