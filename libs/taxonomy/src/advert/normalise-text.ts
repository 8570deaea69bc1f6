/** Text for telling duplicates: lower case, without accents, every run of anything but letters and digits one space. */
export function normaliseText(text: string): string {
  const folded = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return folded.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
