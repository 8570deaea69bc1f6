/** A JSON Schema, or any part of a document. */
export type Json = Record<string, unknown>;
/** `input`: others send it to us. `output`: others read it from us. */
export type Direction = 'input' | 'output';

const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];

/** What in `after` would break somebody who was written for `before`; one sentence each, with its place. */
export function schemaChanges(before: Json, after: Json, direction: Direction, at: string): string[] {
  return [
    ...typeChanges(before, after, direction, at),
    ...limitChanges(before, after, direction, at),
    ...propertyChanges(before, after, direction, at),
    ...partChanges(before, after, direction, at),
  ];
}

function typeChanges(before: Json, after: Json, direction: Direction, at: string): string[] {
  const [first, then] = [valuesOf(before), valuesOf(after)];
  if (first === undefined && then === undefined) return [];
  if (first === undefined) return direction === 'input' ? [`${at}: takes only ${list(then)} now`] : [];
  if (then === undefined) return direction === 'output' ? [`${at}: may be anything now`] : [];
  const gone = first.filter((value) => !then.includes(value));
  const added = then.filter((value) => !first.includes(value));
  if (direction === 'input') return gone.length > 0 ? [`${at}: no longer takes ${list(gone)}`] : [];
  return added.length > 0 ? [`${at}: may be ${list(added)} now`] : [];
}

/** What a schema allows by name: its types, constants or enumerated values. */
function valuesOf({ type, const: only, enum: some }: Json): unknown[] | undefined {
  if (only !== undefined) return [only];
  if (Array.isArray(some)) return some;
  if (type === undefined) return undefined;
  // A whole number is a number too.
  const types = Array.isArray(type) ? type : [type];
  return types.includes('number') ? [...types, 'integer'] : types;
}

function limitChanges(before: Json, after: Json, direction: Direction, at: string): string[] {
  const tighter = (name: string, sign: 1 | -1): boolean => {
    const [from, to] = [before[name], after[name]];
    const [old, now] = direction === 'input' ? [from, to] : [to, from];
    if (typeof now !== 'number') return false;
    return typeof old !== 'number' || sign * now < sign * old;
  };
  const names = [...UPPER.filter((name) => tighter(name, 1)), ...LOWER.filter((name) => tighter(name, -1))];
  const changed = names.map(
    (name) => `${at}: ${name} was ${String(before[name])} and is ${String(after[name])}`,
  );
  return before['pattern'] === after['pattern'] ? changed : [...changed, `${at}: the pattern is another`];
}

function propertyChanges(before: Json, after: Json, direction: Direction, at: string): string[] {
  const [first, then] = [partsOf(before['properties']), partsOf(after['properties'])];
  const [asked, asks] = [namesOf(before['required']), namesOf(after['required'])];
  const gone = Object.keys(first).filter((name) => !(name in then));
  const demanded = asks.filter((name) => !asked.includes(name));
  const dropped = asked.filter((name) => !asks.includes(name) && name in then);
  return [
    ...gone.map((name) => `${at}.${name}: is gone`),
    ...(direction === 'input' ? demanded.map((name) => `${at}.${name}: is required now`) : []),
    ...(direction === 'output' ? dropped.map((name) => `${at}.${name}: may be missing now`) : []),
    ...Object.entries(then).flatMap(([name, schema]) =>
      first[name] === undefined ? [] : schemaChanges(first[name], schema, direction, `${at}.${name}`),
    ),
  ];
}

function partChanges(before: Json, after: Json, direction: Direction, at: string): string[] {
  const items = [partOf(before['items']), partOf(after['items'])];
  const within = items[0] && items[1] ? schemaChanges(items[0], items[1], direction, `${at}[]`) : [];
  return [...within, ...unionChanges(before, after, direction, at)];
}

/** The members of a union are told apart by the constant of their `type`, else by their place. */
function unionChanges(before: Json, after: Json, direction: Direction, at: string): string[] {
  const [first, then] = [membersOf(before), membersOf(after)];
  const [gone, added] = [missing(first, then), missing(then, first)];
  const worse = direction === 'input' ? gone : added;
  return [
    ...(first.size === 0 ? [] : worse).map(
      (name) => `${at}(${name}): ${direction === 'input' ? 'is gone' : 'is new'}`,
    ),
    ...[...then].flatMap(([name, schema]) => {
      const old = first.get(name);
      return old === undefined ? [] : schemaChanges(old, schema, direction, `${at}(${name})`);
    }),
  ];
}

function membersOf({ anyOf, oneOf }: Json): Map<string, Json> {
  const members = (Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : []) as Json[];
  return new Map(
    members.map((member, index) => [
      JSON.stringify(partsOf(member['properties'])['type']?.['const'] ?? index),
      member,
    ]),
  );
}

function missing(from: ReadonlyMap<string, Json>, others: ReadonlyMap<string, Json>): string[] {
  return [...from.keys()].filter((name) => !others.has(name));
}

function partOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null ? (value as Json) : undefined;
}

function partsOf(value: unknown): Record<string, Json> {
  return (partOf(value) ?? {}) as Record<string, Json>;
}

function namesOf(value: unknown): string[] {
  return Array.isArray(value) ? (value as string[]) : [];
}

function list(values: readonly unknown[] | undefined): string {
  return (values ?? []).map((value) => JSON.stringify(value)).join(', ');
}
