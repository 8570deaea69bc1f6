interface Issues {
  readonly issues: readonly { readonly code?: string | undefined; readonly path: readonly PropertyKey[] }[];
}

/** `skills.0.id invalid_type, revision too_small`: paths and codes only, as messages may quote what was sent. */
export function fieldsOf({ issues }: Issues): string {
  return issues
    .slice(0, 5)
    .map(({ path, code }) => `${path.map(String).join('.') || '(all of it)'} ${code ?? 'custom'}`)
    .join(', ');
}
