import { ProfileInput, VacancyInput, VacancyPatch } from '@jobwire/contracts';
import { loadTaxonomy } from '@jobwire/taxonomy';
import { developmentPeople } from '@jobwire/web/app.module';
import { chooseStep } from './choose-step.js';
import { DemoVacancies } from './demo-vacancies.js';
import { loadSampleSet } from './sample-set.js';
import { seededRandom } from './seeded-random.js';
import { changedProfile, changedVacancy } from './variations.js';

const sample = loadSampleSet();
const random = seededRandom(1);

it('the sample set is what the API takes, and large enough to look like something', () => {
  expect(sample.vacancies.length).toBeGreaterThanOrEqual(80);
  expect(sample.profiles.length).toBeGreaterThanOrEqual(40);
  expect(new Set(sample.vacancies.map(({ vacancy }) => vacancy.occupation)).size).toBeGreaterThanOrEqual(15);
  for (const { vacancy } of sample.vacancies) expect(VacancyInput.safeParse(vacancy).error).toBeUndefined();
  for (const { profile } of sample.profiles) expect(ProfileInput.safeParse(profile).error).toBeUndefined();
});

it('everybody whom the page offers is in it', () => {
  const [subjects, employers] = [
    sample.profiles.map(({ subject }) => subject),
    sample.vacancies.map(({ employer }) => employer),
  ];
  expect(subjects).toEqual(expect.arrayContaining(developmentPeople.jobseekers.map(({ id }) => id)));
  expect(new Set(employers)).toEqual(new Set(developmentPeople.employers.map(({ id }) => id)));
});

it('every skill in it is known', () => {
  const taxonomy = loadTaxonomy();
  const labels = [
    ...sample.vacancies.flatMap(({ vacancy }) => [...vacancy.skills.required, ...vacancy.skills.desired]),
    ...sample.profiles.flatMap(({ profile }) => profile.skills.map(({ skill }) => skill)),
  ];
  expect([...new Set(labels)].filter((label) => taxonomy.resolveSkill(label)?.known !== true)).toEqual([]);
});

it('changes are what the API takes', () => {
  for (const vacancy of sample.vacancies)
    expect(VacancyPatch.safeParse(changedVacancy(vacancy, random)).error).toBeUndefined();
  for (const profile of sample.profiles)
    expect(ProfileInput.safeParse(changedProfile(profile, random)).error).toBeUndefined();
});

it('the number of open vacancies stays within bounds, and closed ones come back', () => {
  const vacancies = new DemoVacancies(sample.vacancies);
  const counts: number[] = [];
  for (let turn = 0; turn < 3000; turn++) {
    const step = chooseStep(vacancies.openCount, sample.vacancies.length, random);
    const [waiting, open] = [vacancies.toPost(undefined), vacancies.toTouch(undefined, random)];
    if (step === 'post' && waiting !== undefined) vacancies.posted(waiting, `v${turn}`);
    if (step === 'close' && open !== undefined) vacancies.closed(open);
    if (turn > 200) counts.push(vacancies.openCount / sample.vacancies.length);
  }
  expect(Math.min(...counts)).toBeGreaterThan(0.35);
  expect(Math.max(...counts)).toBeLessThan(0.85);
});
