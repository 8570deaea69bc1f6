// Every list has a number: of what, and of which kind.
import { DRIVE } from '../rows/asked-skills.js';

const KINDS = 4;
const GROUP = 3;

/** People who hold a skill. */
export function heldKey(skill: number): number {
  return skill * KINDS;
}

/** Vacancies that a skill leads to, by DRIVE. */
export function drivenKey(skill: number, drive: number): number {
  return skill * KINDS + drive - DRIVE.edge;
}

/** People or vacancies of a group of occupations. */
export function groupKey(group: number): number {
  return group * KINDS + GROUP;
}

export function isGroupKey(key: number): boolean {
  return key % KINDS === GROUP;
}

/** The skill or the group that a list is about. */
export function subjectOfKey(key: number): number {
  return Math.floor(key / KINDS);
}
