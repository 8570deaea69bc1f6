import { topics } from '@jobwire/contracts';
import { eventually } from '@jobwire/testing';
import { openSqliteLog } from './open-sqlite-log.js';

it('delivers what was appended', async () => {
  const log = openSqliteLog({ file: ':memory:', partitions: 3 });
  await log.ensureTopics([topics.vacancies]);
  const seen: string[] = [];
  await log.join({
    group: 'g',
    topics: ['vacancies.v1'],
    handler: {
      batch: async (batch) => {
        seen.push(...batch.records.map(({ key }) => key ?? ''));
      },
    },
  });
  await log.append([{ topic: 'vacancies.v1', key: 'a', value: Buffer.from('{}'), headers: {} }]);
  await eventually(() => expect(seen).toEqual(['a']));
  await log.close();
});
