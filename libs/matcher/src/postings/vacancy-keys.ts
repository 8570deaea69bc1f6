import { DRIVE } from '../rows/asked-skills.js';
import * as job from '../rows/vacancy-row.js';
import type { VacancyRows } from '../rows/vacancy-rows.js';
import type { OccupationBook } from '../skills/occupation-book.js';
import { drivenKey, groupKey } from './keys.js';
import type { RowKeys } from './row-keys.js';

/** Vacancies are posted by the asked skills that drive them and by the group of their occupation. */
export class VacancyKeys implements RowKeys {
  constructor(
    private readonly rows: VacancyRows,
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
    const { words, from, count } = this.rows.asked(row);
    for (let at = from; at < from + count; at++) {
      const drive = (words[at] >> job.DRIVE_SHIFT) & job.DRIVE_BITS;
      if (drive !== DRIVE.none) keys.push(drivenKey(words[at] >> job.SKILL_SHIFT, drive));
    }
    const occupation = this.rows.words[row * job.VACANCY_WORDS + job.OCCUPATION];
    if (occupation >= 0) keys.push(groupKey(this.occupations.group(occupation)));
    return keys;
  }

  has(row: number, key: number): boolean {
    return this.keysOf(row).includes(key);
  }
}
