import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * Settings from an environment. Every variable may be given as `<NAME>_FILE` too: the file's content counts, so that
 * a secret never has to stand in an environment.
 * @throws Error with the names of all variables that are wrong, never their values
 */
export function readSettings<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: NodeJS.ProcessEnv,
): z.output<z.ZodObject<Shape>> {
  const parsed = z.object(shape).safeParse(withFiles(Object.keys(shape), environment));
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  throw new Error(`These settings are wrong: ${names.join(', ')}. docs/operating.md says what they take.`);
}

function withFiles(names: readonly string[], environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name] || contentOf(`${name}_FILE`, environment);
      return value ? [[name, value]] : [];
    }),
  );
}

function contentOf(name: string, environment: NodeJS.ProcessEnv): string | undefined {
  const file = environment[name];
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new Error(`The file that ${name} names cannot be read.`, { cause });
  }
}
