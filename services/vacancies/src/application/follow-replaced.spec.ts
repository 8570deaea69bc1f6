import { loadTaxonomy } from '@jobwire/taxonomy';
import { Bench, understanding } from '../testing/bench.js';
import { aVacancy } from '../testing/builders.js';

const python = loadTaxonomy().resolveSkill('Python');
const newer = {
  ...understanding,
  taxonomy: {
    ...understanding.taxonomy,
    currentId: (id: string) => (id === 'skill:old-python' ? (python?.id ?? '') : id),
  },
};
const old = { id: 'skill:old-python', label: 'Old Python', known: true };
const naming = (id: string, required: (typeof old)[]) =>
  aVacancy({
    id,
    understood: {
      remote: 'none',
      skills: { required, desired: [] },
      mustHave: required.map((skill) => skill.id),
      skillsFrom: 'employer',
    },
  });

it('gives open vacancies the concepts that stand for theirs now, and says so on the topic', async () => {
  const bench = new Bench();
  const other = { id: 'label:weaving', label: 'weaving', known: false };
  await bench.vacancies.insert([naming('a', [old, other]), naming('b', [other])]);
  const following = bench.following(newer);
  await following.run();
  await following.run();
  expect(await bench.stored('a')).toMatchObject({
    revision: 2,
    understood: { skills: { required: [python, other] }, mustHave: [python?.id, 'label:weaving'] },
  });
  expect(await bench.stored('b')).toMatchObject({ revision: 1 });
  expect(bench.published).toEqual(['a']);
});

it('goes through more than one page', async () => {
  const bench = new Bench();
  await bench.vacancies.insert(Array.from({ length: 250 }, (_, n) => naming(`v${n}`, [old])));
  const following = bench.following(newer);
  await following.run();
  await following.run();
  expect(new Set(bench.published).size).toBe(250);
});
