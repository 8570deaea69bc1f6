/** What did not fit while a taxonomy was built: a count and some examples of each kind. */
export interface Misfit {
  what: string;
  count: number;
  examples: string[];
}

const mostExamples = 5;

export class FitReport {
  private readonly kinds = new Map<string, Misfit>();

  note(what: string, example: string): void {
    const known = this.kinds.get(what) ?? { what, count: 0, examples: [] };
    known.count += 1;
    if (known.examples.length < mostExamples) known.examples.push(example);
    this.kinds.set(what, known);
  }

  get misfits(): Misfit[] {
    return [...this.kinds.values()];
  }
}
