import { LEVEL_BITS, LEVELS, occupationCode } from '../rows/profile-code.js';
import type { ProfileRows } from '../rows/profile-rows.js';
import type { OccupationBook } from '../skills/occupation-book.js';
import { groupKey, heldKey, isGroupKey, subjectOfKey } from './keys.js';
import type { Posted, RowKeys } from './row-keys.js';

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

  touch(row: number): number {
    return this.rows.hintOf(row) ^ this.rows.firstSkill(row);
  }

  postedOf(row: number): Posted {
    const [keys, codes]: [number[], number[]] = [[], []];
    const occupations = this.rows.occupations(row);
    const occupation = occupationCode(occupations, this.occupations) << LEVEL_BITS;
    const held = this.rows.skills(row);
    for (let at = held.from; at < held.from + held.count; at++) {
      keys.push(heldKey(held.words[at] >>> LEVEL_BITS));
      codes.push(occupation | (held.words[at] & (LEVELS - 1)));
    }
    for (let at = occupations.from; at < occupations.from + occupations.count; at++) {
      const key = groupKey(this.occupations.group(occupations.words[at]));
      if (keys.includes(key)) continue;
      keys.push(key);
      codes.push(occupation);
    }
    return { hint: this.rows.hintOf(row), keys, codes };
  }

  codeIn(row: number, key: number): number {
    const subject = subjectOfKey(key);
    const level = isGroupKey(key) ? this.levelInGroup(row, subject) : this.rows.levelOf(row, subject);
    if (level < 0) return -1;
    return (occupationCode(this.rows.occupations(row), this.occupations) << LEVEL_BITS) | level;
  }

  private levelInGroup(row: number, group: number): number {
    const { words, from, count } = this.rows.occupations(row);
    for (let at = from; at < from + count; at++) if (this.occupations.group(words[at]) === group) return 0;
    return -1;
  }
}
