import { eventually } from './eventually.js';

it('tries until it works and answers the result', async () => {
  let tries = 0;
  const third = () => {
    if (++tries < 3) throw new Error('not yet');
    return 'done';
  };
  expect(await eventually(third, { everyMs: 1 })).toBe('done');
});

it('fails as the last try did', async () => {
  const never = new Error('never');
  await expect(eventually(() => Promise.reject(never), { timeoutMs: 20 })).rejects.toThrow('never');
});
