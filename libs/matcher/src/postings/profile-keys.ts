import type { ProfileRows } from '../rows/profile-rows.js';
import type { OccupationBook } from '../skills/occupation-book.js';
import { groupKey, heldKey, isGroupKey, subjectOfKey } from './keys.js';
import type { RowKeys } from './row-keys.js';

/** People are posted by every skill they hold and by the groups of their occupations. */
export class ProfileKeys implements RowKeys {
  constructor(
    private readonly rows: ProfileRows,
    private readonly occupations: OccupationBook,
  ) {}

  get end(): number {
    return this.rows.numbers.end;
  }

  hintOf(row: number): number {
    return this.rows.hintOf(row);
  }

  keysOf(row: number): number[] {
    const keys: number[] = [];
    const held = this.rows.skills(row);
    for (let at = held.from; at < held.from + held.count; at++) keys.push(heldKey(held.words[at] >>> 3));
    const { words, from, count } = this.rows.occupations(row);
    for (let at = from; at < from + count; at++) {
      const key = groupKey(this.occupations.group(words[at]));
      if (!keys.includes(key)) keys.push(key);
    }
    return keys;
  }

  has(row: number, key: number): boolean {
    const subject = subjectOfKey(key);
    if (!isGroupKey(key)) return this.rows.holds(row, subject);
    const { words, from, count } = this.rows.occupations(row);
    for (let at = from; at < from + count; at++)
      if (this.occupations.group(words[at]) === subject) return true;
    return false;
  }
}
