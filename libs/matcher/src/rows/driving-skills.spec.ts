import type { VacancyState } from '@jobwire/contracts';
import { createMatchEngine } from '../engine/create-match-engine.js';
import { drain } from '../match-engine.js';
import { SkillBook } from '../skills/skill-book.js';
import { aProfile, aTaxonomy, aVacancy, asks } from '../testing/builders.js';
import { DRIVE, askedSkills } from './asked-skills.js';
import { drivingSkills } from './driving-skills.js';

const PAID = aVacancy({ yearlySalary: { min: 30_000 }, skills: asks([], ['light', 'heavy']) });

/** A market in which `light` is worth this many of the 65 points before they are rounded. */
function lightWorth(points: number) {
  return { ...aTaxonomy({ idf: { light: points, heavy: 65 - points } }), typicalIdf: 13 };
}

function drivesOf(vacancy: VacancyState, worth: number): number[] {
  const book = new SkillBook(lightWorth(worth));
  const circumstances = {
    hasPlace: vacancy.location !== undefined,
    hasPay: vacancy.yearlySalary !== undefined,
  };
  return drivingSkills(askedSkills(vacancy, book), book, circumstances).map(({ drive }) => drive);
}

function findsWhoHoldsLight(worth: number): boolean {
  const engine = createMatchEngine(lightWorth(worth));
  engine.putVacancy(PAID);
  engine.putProfile(aProfile({ skills: [{ id: 'light', level: 4 }], minimumSalary: 30_000 }), 0);
  return (
    drain(engine.matchesOfVacancy(PAID.id)).length === 1 &&
    drain(engine.matchesOfProfile('profile-1')).length === 1
  );
}

it('leaves out a skill that cannot bring anybody to the floor', () => {
  expect(drivesOf(PAID, 9.4)).toEqual([DRIVE.none, DRIVE.core]);
  expect(drivesOf(PAID, 9.6)).toEqual([DRIVE.edge, DRIVE.core]);
});

it('leaves out more where the vacancy states no pay, and more again where it has no place', () => {
  const { yearlySalary: _, ...unpaid } = PAID;
  const { location: __, ...placeless } = unpaid;
  expect([drivesOf(unpaid, 19.4)[0], drivesOf(unpaid, 19.6)[0]]).toEqual([DRIVE.none, DRIVE.edge]);
  expect([drivesOf(placeless, 29.4)[0], drivesOf(placeless, 29.6)[0]]).toEqual([DRIVE.none, DRIVE.edge]);
});

it('tells what matters to every score from what matters near the floor', () => {
  expect(drivesOf(PAID, 14.4)).toEqual([DRIVE.edge, DRIVE.core]);
  expect(drivesOf(PAID, 14.6)).toEqual([DRIVE.core, DRIVE.core]);
});

it('counts points as they are rounded', () => {
  expect(findsWhoHoldsLight(9.5)).toBe(true);
  expect(findsWhoHoldsLight(9.4)).toBe(false);
});

it('leads by the rarest required skill', () => {
  expect(drivesOf({ ...PAID, skills: asks(['light', 'heavy']) }, 20)).toEqual([DRIVE.core, DRIVE.lead]);
});

it('leads nobody where nothing has weight', () => {
  const book = new SkillBook(aTaxonomy({ idf: { light: 0, heavy: 0 } }));
  const asked = drivingSkills(askedSkills(PAID, book), book, { hasPlace: true, hasPay: true });
  expect(asked.map(({ drive }) => drive)).toEqual([DRIVE.none, DRIVE.none]);
});
