import { DRIVE } from '../rows/asked-skills.js';
import { OCCUPATION_BITS, occupationCode } from '../rows/vacancy-code.js';
import * as job from '../rows/vacancy-row.js';
import type { VacancyRows } from '../rows/vacancy-rows.js';
import type { OccupationBook } from '../skills/occupation-book.js';
import { drivenKey, groupKey } from './keys.js';
import type { Posted, RowKeys } from './row-keys.js';

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

  touch(row: number): number {
    return this.rows.hintOf(row);
  }

  postedOf(row: number): Posted {
    const [keys, codes]: [number[], number[]] = [[], []];
    const occupation = this.occupationOf(row);
    const code = occupationCode(occupation, this.occupations);
    const { words, from, count } = this.rows.asked(row);
    for (let at = from; at < from + count; at++) {
      const key = keyOf(words[at]);
      if (key < 0) continue;
      keys.push(key);
      codes.push((worthOf(words[at]) << OCCUPATION_BITS) | code);
    }
    if (occupation >= 0) {
      keys.push(groupKey(this.occupations.group(occupation)));
      codes.push(code);
    }
    return { hint: this.rows.hintOf(row), keys, codes };
  }

  codeIn(row: number, key: number): number {
    const { keys, codes } = this.postedOf(row);
    const at = keys.indexOf(key);
    return at < 0 ? -1 : codes[at];
  }

  private occupationOf(row: number): number {
    return this.rows.words[row * job.VACANCY_WORDS + job.OCCUPATION];
  }
}

/** -1 for a skill that leads to nobody. */
function keyOf(asked: number): number {
  const drive = (asked >> job.DRIVE_SHIFT) & job.DRIVE_BITS;
  return drive === DRIVE.none ? -1 : drivenKey(asked >>> job.SKILL_SHIFT, drive);
}

function worthOf(asked: number): number {
  return (asked >> job.WORTH_SHIFT) & job.WORTH_BITS;
}
