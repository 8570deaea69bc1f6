import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from './database.js';

const TABLE = 'CREATE TABLE things (id TEXT PRIMARY KEY)';

it('keeps what it took when it is opened again', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'jobwire-')), 'things.sqlite');
  const first = new Database({ file, migrations: [TABLE] });
  first.run('INSERT INTO things VALUES (?)', 'a');
  first.close();
  const second = new Database({ file, migrations: [TABLE, 'ALTER TABLE things ADD COLUMN note TEXT'] });
  expect(second.all('SELECT id, note FROM things')).toEqual([{ id: 'a', note: null }]);
  second.close();
});

it('refuses a file of a newer layout and names both versions', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'jobwire-')), 'things.sqlite');
  new Database({ file, migrations: [TABLE, 'SELECT 1'] }).close();
  expect(() => new Database({ file, migrations: [TABLE] })).toThrow(/layout 2; this Jobwire knows 1/);
});

it('takes all of a transaction or nothing', () => {
  const db = new Database({ file: ':memory:', migrations: [TABLE] });
  expect(() =>
    db.transaction(() => {
      db.run('INSERT INTO things VALUES (?)', 'a');
      throw new Error('half way');
    }),
  ).toThrow('half way');
  expect(db.all('SELECT * FROM things')).toEqual([]);
});

it('many writers share a transaction, and one that fails is undone alone', async () => {
  const db = new Database({ file: ':memory:', migrations: [TABLE] });
  const writes = ['a', 'b', 'a', 'c'].map((id) =>
    db.write(() => db.run('INSERT INTO things VALUES (?)', id)),
  );
  expect((await Promise.allSettled(writes)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(db.all('SELECT id FROM things ORDER BY id')).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
});

it('closing writes what was asked for before', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'jobwire-')), 'things.sqlite');
  const db = new Database({ file, migrations: [TABLE] });
  const write = db.write(() => db.run('INSERT INTO things VALUES (?)', 'a'));
  db.close();
  await write;
  expect(new Database({ file, migrations: [TABLE] }).all('SELECT id FROM things')).toEqual([{ id: 'a' }]);
});
