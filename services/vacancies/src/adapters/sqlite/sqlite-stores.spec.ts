import { SqliteHarness } from '@jobwire/sqlite';
import { employersContract } from '../../application/employers.contract.js';
import { postingKeysContract } from '../../application/posting-keys.contract.js';
import { replaysContract } from '../../application/replays.contract.js';
import { vacanciesContract } from '../../application/vacancies.contract.js';
import { migrations } from './schema.js';
import { SqliteEmployers } from './sqlite-employers.js';
import { SqlitePostingKeys } from './sqlite-posting-keys.js';
import { SqliteReplays } from './sqlite-replays.js';
import { SqliteVacancies } from './sqlite-vacancies.js';

describe.each(['memory', 'file'] as const)('SQLite in a %s', (place) => {
  vacanciesContract(place, () => new SqliteHarness(place, migrations, (db) => new SqliteVacancies(db)));
  employersContract(place, () => new SqliteHarness(place, migrations, (db) => new SqliteEmployers(db)));
  postingKeysContract(place, () => new SqliteHarness(place, migrations, (db) => new SqlitePostingKeys(db)));
  replaysContract(place, () => new SqliteHarness(place, migrations, (db) => new SqliteReplays(db)));
});
