import { profileState, type ProfileState } from '@jobwire/contracts';
import { createMatchEngine, drain } from '@jobwire/matcher';
import { decode, encode, encodeTombstone, type EventRecord, type NewRecord } from '@jobwire/messaging';
import { aProfileState } from '@jobwire/testing';
import { KeptIndex } from './kept-index.js';

const sender = { source: 'profiles', time: new Date('2026-01-05T09:00:00Z') };

function read(record: NewRecord): EventRecord<ProfileState> {
  const decoded = decode({ ...record, partition: 0, offset: 0, timestamp: 0 }, [profileState]);
  if (!decoded.ok) throw new Error(decoded.failure.reason);
  return decoded.event;
}

const state = (revision: number) => read(encode(profileState, aProfileState({ revision }), sender));
const erased = (revision: number) =>
  read(encodeTombstone(profileState, aProfileState().id, revision, sender));

function anIndex(): KeptIndex {
  const taxonomy = { version: 'test', idf: () => 4, relations: () => [], iscoOf: () => undefined };
  return new KeptIndex(createMatchEngine(taxonomy));
}

it('counts who was erased, once, and nobody who has only changed', () => {
  const index = anIndex();
  const news = [state(1), state(2), erased(3), erased(3), state(2)].map((event) =>
    index.takeProfile(event, 0),
  );
  expect({ news, forgotten: index.forgotten }).toEqual({
    news: [true, true, true, false, false],
    forgotten: 1,
  });
});

it('counts a partition that went with somebody in it', () => {
  const index = anIndex();
  index.takeProfile(state(1), 3);
  drain(index.drop(2));
  expect(index.forgotten).toBe(0);
  drain(index.drop(3));
  expect(index.forgotten).toBe(1);
});
