export interface Figure {
  readonly name: string;
  /** Profiles and vacancies, each. */
  readonly n: number;
  readonly unit: string;
  readonly value: number;
  /** Brute force in the same run by this; null where there is nothing to compare. */
  readonly ratio: number | null;
}

const FIRST = [
  'strict mean',
  'soft mean',
  'top 100 mean',
  'profile strict mean',
  'profile soft mean',
  'insert mean',
  'what-if mean',
  'bytes per profile',
  'bytes per vacancy',
];

export class Figures {
  private readonly all: Figure[] = [];

  add(name: string, n: number, unit: string, value: number, ratio: number | null = null): void {
    const figure = { name, n, unit, value: rounded(value), ratio: ratio === null ? null : rounded(ratio) };
    this.all.push(figure);
    const times = figure.ratio === null ? '' : `  ${figure.ratio} times faster than brute force`;
    process.stdout.write(`${String(n).padStart(8)}  ${name.padEnd(34)} ${figure.value} ${unit}${times}\n`);
  }

  /** For each size the agreed names first, in their order, then the rest. */
  inOrder(): Figure[] {
    const rank = ({ name }: Figure): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
    const sizes = [...new Set(this.all.map(({ n }) => n))];
    return sizes.flatMap((size) =>
      this.all.filter(({ n }) => n === size).toSorted((a, b) => rank(a) - rank(b)),
    );
  }
}

/** Three digits and more: a benchmark knows no more. */
function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

/** Microseconds of each, in order. */
export class Times {
  private readonly values: number[] = [];

  time<T>(work: () => T): T {
    const began = performance.now();
    const result = work();
    this.values.push((performance.now() - began) * 1000);
    return result;
  }

  get mean(): number {
    return this.values.reduce((sum, value) => sum + value, 0) / this.values.length;
  }

  quantile(share: number): number {
    const sorted = this.values.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  }
}
