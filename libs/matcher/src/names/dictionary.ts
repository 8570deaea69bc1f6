/** Gives each of a bounded set of strings (skills, occupations, employers) a small number, for good. */
export class Dictionary {
  private readonly numbers = new Map<string, number>();
  private readonly names: string[] = [];

  numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.names.length;
    this.numbers.set(name, number);
    this.names.push(name);
    return number;
  }

  /** -1 for a name never given a number. */
  find(name: string): number {
    return this.numbers.get(name) ?? -1;
  }

  nameOf(number: number): string {
    return this.names[number] ?? '';
  }

  /** In the order of their numbers. */
  all(): readonly string[] {
    return this.names;
  }

  get size(): number {
    return this.names.length;
  }
}
