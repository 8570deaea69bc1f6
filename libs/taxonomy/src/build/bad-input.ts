/** A file given to a build cannot be used: which, why, and what to do. */
export class BadInput extends Error {
  constructor(file: string, reason: string, remedy: string) {
    super(`${file} ${reason}: ${remedy}.`);
    this.name = 'BadInput';
  }
}
