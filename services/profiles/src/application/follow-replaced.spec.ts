import { loadTaxonomy } from '@jobwire/taxonomy';
import { Bench, understanding } from '../testing/bench.js';
import { aProfile } from '../testing/builders.js';

const python = loadTaxonomy().resolveSkill('Python');
const newer = {
  ...understanding,
  taxonomy: {
    ...understanding.taxonomy,
    currentId: (id: string) => (id === 'skill:old-python' ? (python?.id ?? '') : id),
  },
};

it('gives profiles the concepts that stand for theirs now, with their level, and says so on the topic', async () => {
  const bench = new Bench();
  const skills = [{ id: 'skill:old-python', label: 'Old Python', known: true, level: 3 }];
  await bench.profiles.insert(aProfile({ skills }));
  await bench.profiles.insert(aProfile({ id: 'profile-2', owner: 'owner-2' }));
  const following = bench.following(newer);
  await following.run();
  await following.run();
  expect(await bench.profiles.ofOwner('owner-1')).toMatchObject({
    revision: 2,
    skills: [{ id: python?.id, label: 'Python', level: 3 }],
  });
  expect(await bench.profiles.ofOwner('owner-2')).toMatchObject({ revision: 1 });
  expect(bench.published).toHaveLength(1);
});
