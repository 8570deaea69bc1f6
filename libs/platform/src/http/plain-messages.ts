import { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/**
 * zod's messages as "what is wrong: what to do", which the edges split into reason and remedy.
 * A declaration's own message wins.
 */
export function plainMessage(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is required: give it'
        : `is not ${typeName(issue.expected)}: send ${typeName(issue.expected)}`;
    case 'invalid_value':
      return `is not one of the known values: use ${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return `is more than ${issue.maximum}: send at most ${issue.maximum}`;
    case 'too_small':
      return `is less than ${issue.minimum}: send at least ${issue.minimum}`;
    case 'invalid_union':
      return 'has none of the forms allowed: see the API document';
    default:
      return undefined;
  }
}

function typeName(expected: string): string {
  return TYPES[expected] ?? expected;
}

/** Once per process, before anything is parsed. */
export function speakPlainly(): void {
  z.config({ customError: (issue) => plainMessage(issue) });
}
