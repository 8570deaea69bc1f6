import { loadGazetteer } from '@jobwire/taxonomy';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { FeedError, type FeedRecord } from './feed-record.js';
import { readFeed } from './read-feed.js';

const posting = {
  '@type': 'JobPosting',
  url: 'https://jobs.example/1',
  title: 'Staff nurse &amp; mentor',
  description: '&lt;p&gt;Care for people.\u2028Every day.&lt;/p&gt;',
  hiringOrganization: { name: 'Northfield Hospital' },
  jobLocation: {
    address: { postalCode: 'LS1 4AP', addressLocality: 'LEEDS' },
    geo: { latitude: '24.6', longitude: '-1.5' },
  },
  baseSalary: { currency: 'GBP', value: { value: '£8.82 + enhancements', minValue: '8', unitText: 'YEAR' } },
  employmentType: 'FULL_TIME',
  datePosted: '2020-11-03T10:08:55+0000',
  validThrough: '2020-11-30',
};

async function read(content: string | Buffer, name = 'feed.jsonl'): Promise<FeedRecord[]> {
  const options = { format: 'schemaorg', name, source: 'test', gazetteer: loadGazetteer() } as const;
  const records: FeedRecord[] = [];
  for await (const record of readFeed(Readable.from([Buffer.from(content)], { objectMode: false }), options))
    records.push(record);
  return records;
}

const line = (change: object = {}): string => `${JSON.stringify({ ...posting, ...change })}\n`;

it('reads a posting: text unescaped, hourly pay hourly, a point abroad passed over for the postcode', async () => {
  expect(await read(line())).toEqual([
    {
      place: { line: 1 },
      item: {
        source: 'test',
        sourceId: 'https://jobs.example/1',
        employer: { name: 'Northfield Hospital' },
        title: 'Staff nurse & mentor',
        description: posting.description,
        location: { postcode: 'LS1 4AP', town: 'LEEDS' },
        closesAt: '2020-11-30T23:59:59.999Z',
        postedAt: '2020-11-03T10:08:55.000Z',
        salary: { min: 8.82, currency: 'GBP', unit: 'hour' },
      },
    },
  ]);
});

it('a gzipped feed is read as one that is not', async () => {
  expect(await read(gzipSync(line()), 'feed.jsonl.gz')).toEqual(await read(line()));
});

it('a broken line in the middle is rejected with its place, and the rest is read', async () => {
  const records = await read(`${line()}{"title":\n${line({ url: 'https://jobs.example/2' })}`);
  expect(records.map((record) => ('item' in record ? 'item' : record))).toEqual([
    'item',
    { place: { line: 2 }, faults: [expect.objectContaining({ field: 'line', reason: 'is not valid JSON' })] },
    'item',
  ]);
});

it.each([
  ['no address', { url: undefined }, 'url'],
  ['no title', { title: undefined }, 'title'],
  ['a place that is none of Britain', { jobLocation: { address: 'Atlantis' } }, 'jobLocation'],
  ['nobody who hires', { hiringOrganization: {} }, 'hiringOrganization.name'],
  ['a closing date that is none', { validThrough: 'soon' }, 'validThrough'],
  ['another type', { '@type': 'Recipe' }, '@type'],
])('a posting with %s is rejected and names the field', async (_, change, field) => {
  const [record] = await read(line(change));
  expect(record).toMatchObject({ faults: [{ field }] });
});

it.each([
  ['no place', undefined],
  ['an empty place', {}],
  ['a country only', { address: { addressCountry: 'GB' } }],
])('a posting with %s is passed on without one, for its text to be read', async (_, jobLocation) => {
  const [record] = await read(line({ jobLocation }));
  expect(record).toMatchObject({ item: { sourceId: posting.url } });
  expect(record).not.toHaveProperty('item.location');
});

it('remote work needs no place', async () => {
  const [record] = await read(line({ jobLocation: undefined, jobLocationType: 'TELECOMMUTE' }));
  expect(record).toMatchObject({ item: { remote: 'full' } });
});

it.each([
  ['an empty feed', '', 'feed.jsonl', 'is empty'],
  ['a feed of blank lines', '\n\n', 'feed.jsonl', 'holds no records'],
  ['a feed that is not gzip but says so', line(), 'feed.jsonl.gz', 'is not gzip'],
])('%s is refused with what to do', async (_, content, name, message) => {
  await expect(read(content, name)).rejects.toThrow(message);
  await expect(read(content, name)).rejects.toThrow(FeedError);
});

it('a feed that ends in the middle says so, after what came before was read', async () => {
  const lines = Array.from({ length: 2000 }, (_, n) =>
    line({ url: `https://jobs.example/${n}-${Math.sin(n)}` }),
  );
  const whole = gzipSync(lines.join(''));
  const seen: FeedRecord[] = [];
  const reading = (async () => {
    const options = {
      format: 'schemaorg',
      name: 'cut.gz',
      source: 'test',
      gazetteer: loadGazetteer(),
    } as const;
    const cut = Readable.from([whole.subarray(0, whole.length / 2)], { objectMode: false });
    for await (const record of readFeed(cut, options)) seen.push(record);
  })();
  await expect(reading).rejects.toThrow('it ends in the middle');
  expect(seen.length).toBeGreaterThan(100);
});

it('formats that are not there yet are refused by name', async () => {
  const options = { format: 'indeed', name: 'feed.xml', source: 'test', gazetteer: loadGazetteer() } as const;
  const reading = readFeed(Readable.from(['x']), options).next();
  await expect(reading).rejects.toThrow('indeed is not supported yet');
});
