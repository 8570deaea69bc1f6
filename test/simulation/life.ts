import type { Chance } from './chance.js';
import type { Mix } from './mixes.js';

/** What every process shares: dice, time, and a trace. */
export interface Surroundings {
  readonly chance: Chance;
  readonly mix: Mix;
  /** No more mishaps. */
  calm: boolean;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly say: (text: string) => void;
}

const never = new Promise<never>(() => undefined);

/**
 * The life of one process. Whatever it waits for goes through `hop`: there others run, the process may sleep, or it
 * is dead and nothing comes back.
 */
export class Life {
  state: 'alive' | 'ghost' | 'dead' = 'alive';
  private asleep: Promise<unknown> | undefined;
  private readonly mourners: (() => void)[] = [];

  constructor(
    readonly name: string,
    readonly around: Surroundings,
  ) {}

  get dead(): boolean {
    return this.state === 'dead';
  }

  mishap(probability: number | undefined): boolean {
    return !this.around.calm && this.around.chance.happens(probability ?? 0);
  }

  onDeath(tell: () => void): void {
    this.mourners.push(tell);
  }

  die(): void {
    if (this.dead) return;
    this.state = 'dead';
    this.around.say(`${this.name} dies`);
    for (const tell of this.mourners) tell();
  }

  /** Everything it does takes at least this long from now on. */
  stall(milliseconds: number): void {
    this.around.say(`${this.name} stalls for ${milliseconds} ms`);
    const asleep = this.around.sleep(milliseconds);
    this.asleep = asleep;
    void this.wakeAfter(asleep);
  }

  async hop(): Promise<void> {
    if (this.mishap(this.around.mix.delay)) await this.around.sleep(this.around.chance.between(1, 6));
    if (this.mishap(this.around.mix.longDelay)) await this.around.sleep(this.around.chance.between(20, 90));
    await this.awake();
    if (this.dead) await never;
  }

  async awake(): Promise<void> {
    while (this.asleep !== undefined) await this.asleep;
  }

  private async wakeAfter(asleep: Promise<unknown>): Promise<void> {
    await asleep;
    if (this.asleep === asleep) this.asleep = undefined;
  }
}
