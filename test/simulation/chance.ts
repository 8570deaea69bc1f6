import { seededRandom } from '@jobwire/messaging';

/** Dice that fall the same way for the same seed. */
export class Chance {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = seededRandom(seed * 2_654_435_761);
    for (let n = 0; n < 3; n++) this.random();
  }

  happens(probability: number): boolean {
    return this.random() < probability;
  }

  /** 0 to `below` - 1. */
  below(below: number): number {
    return Math.floor(this.random() * below);
  }

  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }

  /** One of a list that has some. */
  oneOf<T>(first: T, ...more: readonly T[]): T {
    return this.pick([first, ...more]) ?? first;
  }

  some<T>(list: readonly T[], atLeast = 0): T[] {
    const chosen = list.filter(() => this.happens(0.5));
    return chosen.length >= atLeast ? chosen : list.slice(0, atLeast);
  }

  /** A key, by weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K | undefined {
    const entries = Object.entries<number>(weights) as [K, number][];
    let left = this.random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    return entries.find(([, weight]) => (left -= weight) < 0)?.[0];
  }
}
