import { grown } from './grown.js';
import { MOST_WORDS } from './limits.js';

/**
 * 32-bit numbers that are gathered in every search. An array gives its room back when its length is set to 0 and takes
 * it anew: with eight of them a strict search took a tenth more.
 */
export class NumberList {
  items = new Int32Array(64);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  push(item: number): void {
    if (this.count === this.items.length)
      this.items = grown(this.items, this.count + 1, MOST_WORDS, 'numbers');
    this.items[this.count++] = item;
  }
}
