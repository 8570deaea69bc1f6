// `npm run api`: writes docs/api from the declarations. What would break somebody who relies on the documents as they
// were is told and refused; `npm run api -- --breaking` writes it all the same, for a release that says so.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  allCalls,
  asyncApiChanges,
  asyncApiDocument,
  openApiChanges,
  openApiDocument,
} from '@jobwire/contracts';

const folder = resolve(import.meta.dirname, '../../../docs/api');
const { version } = JSON.parse(readFileSync(resolve(folder, '../../package.json'), 'utf8'));
const documents = [
  { name: 'openapi.json', document: openApiDocument(allCalls, version), changes: openApiChanges },
  { name: 'asyncapi.json', document: asyncApiDocument(version), changes: asyncApiChanges },
];

const breaking = documents.flatMap(({ name, document, changes }) => {
  const file = resolve(folder, name);
  if (!existsSync(file)) return [];
  const former = JSON.parse(readFileSync(file, 'utf8'));
  return changes(former, JSON.parse(JSON.stringify(document))).map((change) => `${name}: ${change}`);
});
for (const change of breaking) process.stderr.write(`${change}\n`);
if (breaking.length > 0 && !process.argv.includes('--breaking')) {
  process.stderr.write(
    'This would break those who rely on it. If that is meant: npm run api -- --breaking\n',
  );
  process.exit(1);
}
for (const { name, document } of documents)
  writeFileSync(resolve(folder, name), `${JSON.stringify(document, null, 2)}\n`);
