const longestHeading = 70;

/** Whether a line, without blanks around it, stands above what follows: short, and no sentence or list item. */
export function isHeading(line: string): boolean {
  if (line === '' || line.length > longestHeading || /^[-*\u2022\u00b7]/.test(line)) return false;
  return line.endsWith(':') || (!/[.;,]$/.test(line) && line.split(/\s+/).length <= 6 && /^[A-Z]/.test(line));
}
