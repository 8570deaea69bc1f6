import { z } from 'zod';

const DEFINITION = '#/$defs/';

/**
 * A declaration as JSON Schema, for documents: what is taken (`input`) or what is said (`output`). Complete in itself:
 * a reference to its own definitions would point elsewhere once it stands inside a document.
 */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const whole = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
  const { $schema: _, $defs = {}, ...rest } = whole as Record<string, unknown> & { $defs?: object };
  return inlined(rest, $defs as Record<string, unknown>) as Record<string, unknown>;
}

/** None of our declarations contains itself. */
function inlined(part: unknown, definitions: Record<string, unknown>): unknown {
  if (Array.isArray(part)) return part.map((one) => inlined(one, definitions));
  if (typeof part !== 'object' || part === null) return part;
  const { $ref, ...rest } = part as Record<string, unknown>;
  if (typeof $ref === 'string') return inlined(definitions[$ref.slice(DEFINITION.length)], definitions);
  return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, inlined(value, definitions)]));
}
