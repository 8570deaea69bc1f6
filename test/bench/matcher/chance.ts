/** Seeded random numbers (sfc32): the same seed gives the same market on every machine. */
export class Chance {
  private b = 0x9e3779b9 | 0;
  private c = 0x243f6a88 | 0;
  private d = 1;

  constructor(private a: number) {
    for (let n = 0; n < 20; n++) this.next();
  }

  /** 0 to 1, without 1. */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  /** Mean 0, deviation 1 (Box and Muller). */
  bell(): number {
    return Math.sqrt(-2 * Math.log(this.next() + 1e-12)) * Math.cos(2 * Math.PI * this.next());
  }

  uuid(): string {
    const digits = (count: number) =>
      Array.from({ length: count / 4 }, () => this.below(65536).toString(16).padStart(4, '0')).join('');
    return `${digits(8)}-${digits(4)}-4${digits(4).slice(1)}-a${digits(4).slice(1)}-${digits(12)}`;
  }
}

/** Draws positions by weight in constant time (Vose's alias method). */
export class Lots {
  private readonly chances: Float64Array;
  private readonly aliases: Uint32Array;

  constructor(weights: readonly number[]) {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const scaled = weights.map((weight) => (weight * weights.length) / total);
    this.chances = new Float64Array(weights.length).fill(1);
    this.aliases = Uint32Array.from(weights, (_, at) => at);
    const small = scaled.flatMap((weight, at) => (weight < 1 ? [at] : []));
    const large = scaled.flatMap((weight, at) => (weight < 1 ? [] : [at]));
    while (small.length > 0 && large.length > 0) {
      const [poor, rich] = [small.pop() ?? 0, large.pop() ?? 0];
      this.chances[poor] = scaled[poor] ?? 1;
      this.aliases[poor] = rich;
      scaled[rich] = (scaled[rich] ?? 0) - 1 + (scaled[poor] ?? 0);
      ((scaled[rich] ?? 0) < 1 ? small : large).push(rich);
    }
  }

  draw(chance: Chance): number {
    const at = chance.below(this.chances.length);
    return chance.next() < (this.chances[at] ?? 1) ? at : (this.aliases[at] ?? at);
  }
}
