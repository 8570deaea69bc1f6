/** Some bits of a word, from the bit `shift` on. */
export interface Field {
  readonly shift: number;
  readonly bits: number;
}
