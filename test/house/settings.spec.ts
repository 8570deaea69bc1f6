import { frontDoorShape, houseShape, kafkaShape, mongoShape, serviceShape } from '@jobwire/platform';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const operating = readFileSync(join(resolve(import.meta.dirname, '../..'), 'docs/operating.md'), 'utf8');
const shapes = { ...houseShape, ...kafkaShape, ...mongoShape, ...serviceShape, ...frontDoorShape };

it.each(Object.keys(shapes))('docs/operating.md says what %s takes', (name) => {
  const rows = operating.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows.some((row) => row.split('|')[1]?.includes(`\`${name}\``))).toBe(true);
});
