import { drain } from '../match-engine.js';
import { openVacancy } from '../pair/open-vacancy.js';
import { aProfile, aTaxonomy, aVacancy, asks } from '../testing/builders.js';
import { createMatchEngine } from './create-match-engine.js';
import { drivingSkills } from './driving-skills.js';

const PAID = aVacancy({ yearlySalary: { min: 30_000 }, skills: asks(['light', 'heavy']) });

/** A market in which `light` is worth this many of the 65 points before they are rounded. */
function lightWorth(points: number) {
  return { ...aTaxonomy({ idf: { light: points, heavy: 65 - points } }), typicalIdf: 13 };
}

function driversOf(vacancy: typeof PAID, worth: number): string[] {
  return drivingSkills(openVacancy(vacancy, lightWorth(worth))).map(({ id }) => id);
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
  expect(driversOf(PAID, 9.4)).toEqual(['heavy']);
  expect(driversOf(PAID, 9.6)).toEqual(['light', 'heavy']);
});

it('leaves out more where the vacancy states no pay, and more again where it has no place', () => {
  const { yearlySalary: _, ...unpaid } = PAID;
  const { location: __, ...placeless } = unpaid;
  expect([driversOf(unpaid, 19.4), driversOf(unpaid, 19.6)]).toEqual([['heavy'], ['light', 'heavy']]);
  expect([driversOf(placeless, 29.4), driversOf(placeless, 29.6)]).toEqual([['heavy'], ['light', 'heavy']]);
});

it('counts points as they are rounded', () => {
  expect(findsWhoHoldsLight(9.5)).toBe(true);
  expect(findsWhoHoldsLight(9.4)).toBe(false);
});

it('drives by everything where nothing has weight', () => {
  const weightless = aTaxonomy({ idf: { light: 0, heavy: 0 } });
  expect(drivingSkills(openVacancy(PAID, weightless)).map(({ id }) => id)).toEqual(['light', 'heavy']);
});
