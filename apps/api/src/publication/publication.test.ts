import { createHash } from 'node:crypto';
import { type FrozenFileView, license, type Publication } from '@samblikk/contract';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { connect } from '../platform/db/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound } from '../releases/index.ts';
import { plantAgain, plantRound } from '../releases/testing.ts';

const { db, url, close } = await testDatabase();
const now = new Date('2027-01-09T12:00:00Z');
const clock = () => now;
const app = await buildApp({ config: testConfig(), db, clock, limits: false });
// Another copy of the program on the same database, of a later time: it calls the site something else.
const other = connect(url);
const later = await buildApp({
  config: { ...testConfig(), publicUrl: 'https://nytt.example' },
  ...{ db: other.db, clock: () => new Date('2029-01-09T12:00:00Z'), limits: false },
});
afterAll(async () => {
  await app.close();
  await later.close();
  await other.close();
  await close();
});

const nibio = { id: 'nibio', orgnr: '988983837', ministry: 'LMD' };
const answers = { name: 'Et tiltak', deliverable: '=1+1 og æøå', publishable: 'yes', phase: 'idea' };
const measures = Array.from({ length: 1200 }, (_, at) => ({
  number: `2019-${String(at + 1).padStart(4, '0')}`,
  agency: nibio.id,
  answers: {
    ...answers,
    deliverable: `${at} ${'lang tekst '.repeat(90)}`,
    ...(at % 100 === 0 && { publishable: 'no' }),
  },
}));
await plantRound(db, { year: 2019, edition: '2019', agencies: [nibio], measures });
const freeze = (year: number) => freezeRound(db, { year, actor: 'system:test', now });
await freeze(2019);

const names = [
  'tiltak.xlsx',
  'tiltak-excel.csv',
  'tiltak.csv',
  'tiltak.json',
  'tiltak.ndjson',
  'tiltak.parquet',
  'tiltak.sav',
  'tiltak.R',
];
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const edition = async (name: string, of = app) => {
  const reply = await of.inject(`/api/v1/publications/${name}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json() as Publication;
};
/** Everything at the addresses of an edition: bytes and what is said of them. */
async function whole(name: string, of = app) {
  const said: unknown[] = [];
  for (const prefix of ['', '/nn'])
    for (const file of [...names, 'checksums.txt']) {
      const { statusCode, rawPayload, headers } = await of.inject(`${prefix}/${name}/${file}`);
      const { etag, link, 'content-type': type, 'last-modified': modified } = headers;
      said.push([prefix + file, statusCode, sha256(rawPayload), rawPayload.length, etag, link, type, modified]);
    }
  return said;
}
let before: unknown[] = [];

test('two copies of the program that are asked at once make one file, kept in pieces of a megabyte', async () => {
  const [one, two] = await Promise.all([app.inject('/2019.1/tiltak.csv'), later.inject('/2019.1/tiltak.csv')]);
  expect([one.statusCode, two.rawPayload.equals(one.rawPayload)]).toEqual([200, true]);
  const { rows } = await db.execute(sql`
    select f.name, f.bytes, sum(length(p.content))::int as kept, max(length(p.content)) as most, count(*)::int as pieces
    from frozen_file f join frozen_file_piece p on p.file_id = f.id group by f.id`);
  const bytes = one.rawPayload.length;
  expect(bytes).toBeGreaterThan(1_100_000);
  expect(rows).toEqual([{ name: 'tiltak.csv', bytes, kept: bytes, most: 1_000_000, pieces: 2 }]);
  expect(parse(one.body, { columns: true })).toHaveLength(1200 - 12);
});

test('an edition says what it is, and its files are what their checksums say', async () => {
  const page = await edition('2019.1');
  expect(page).toMatchObject({
    release: { name: '2019.1', measures: 1200, publicMeasures: 1188, invited: 1, answered: 1, latest: true },
    releases: [{ name: '2019.1' }],
    years: [2019],
  });
  expect(page.files.map(({ name }) => name)).toEqual(names);
  const listed = (await app.inject('/2019.1/checksums.txt')).body;
  expect(listed).toBe(page.files.map((file) => `${file.sha256}  ${file.name}\n`).join(''));
  for (const file of page.files as FrozenFileView[]) {
    const reply = await app.inject(file.address);
    expect([file.name, sha256(reply.rawPayload), reply.rawPayload.length]).toEqual([
      file.name,
      file.sha256,
      file.bytes,
    ]);
    expect(reply.headers).toMatchObject({
      etag: `W/"${file.sha256}"`,
      link: expect.stringContaining(`<${license.url}>; rel="license"`),
      'cache-control': 'public, max-age=300, s-maxage=3600, immutable',
      'access-control-allow-origin': '*',
    });
    expect(reply.headers['last-modified']).toBe(new Date(file.madeAt).toUTCString());
    const known = { 'if-none-match': `W/"${file.sha256}"` };
    expect((await app.inject({ url: file.address, headers: known })).statusCode).toBe(304);
    const year = await app.inject(file.address.replace('2019.1', '2019'));
    expect(year.headers['cache-control']).toBe('public, max-age=60, s-maxage=300');
    expect(year.rawPayload.equals(reply.rawPayload)).toBe(true);
  }
  expect((await app.inject('/2019.1/tiltak.json')).json()).toMatchObject({
    source: `${testConfig().publicUrl}/2019.1`,
    total: 1188,
  });
  expect((await app.inject('/en/2019.1/tiltak-excel.csv')).body).toContain('Organisation number');
  before = await whole('2019.1');
});

test('the newest is at /siste, and what is no edition is not found', async () => {
  for (const [from, to] of [
    ['/siste/tiltak.csv', '/2019/tiltak.csv'],
    ['/nn/siste/tiltak.xlsx', '/nn/2019/tiltak.xlsx'],
  ]) {
    const reply = await app.inject(from as string);
    expect([reply.statusCode, reply.headers.location]).toEqual([302, to]);
  }
  expect((await edition('siste')).release.name).toBe('2019.1');
  for (const path of ['2018', '2019.2', '2019.01', '20190', 'x', '9019', '2019.1.1'])
    expect([path, (await app.inject(`/${path}/tiltak.csv`)).statusCode]).toEqual([path, 404]);
});

test('a new release of the year and the next edition change no byte of it, whichever program answers', async () => {
  const nytt = [{ number: '2019-0001', answers: { ...answers, name: 'Et nytt navn' } }];
  await plantAgain(db, { year: 2019, agency: nibio.id, measures: nytt });
  await freeze(2019);
  await plantRound(db, {
    ...{ year: 2026, edition: '2026', agencies: [nibio] },
    measures: [{ number: '2026-0001', agency: nibio.id, answers }],
  });
  await freeze(2026);
  const page = await edition('2019');
  expect(page).toMatchObject({
    release: { name: '2019.2' },
    releases: [{ number: 2 }, { number: 1 }],
    years: [2026, 2019],
  });
  expect((await app.inject('/2019/tiltak.csv')).body).toContain('Et nytt navn');
  expect((await edition('siste')).release.name).toBe('2026.1');
  expect((await app.inject('/siste/tiltak.csv')).headers.location).toBe('/2026/tiltak.csv');
  expect(await whole('2019.1')).toEqual(before);
  expect(await whole('2019.1', later)).toEqual(before);
  await expect(db.execute(sql`update frozen_file set bytes = 0`)).rejects.toThrow();
  await expect(db.execute(sql`delete from frozen_file_piece`)).rejects.toThrow();
});

test('a release that is withdrawn says so, and why; the others stand', async () => {
  const { headers } = await signInAs(db, { roles: [{ role: 'admin' }], name: 'Ada Admin', now });
  const reason = { nb: 'Feil.', nn: 'Feil.', en: 'Wrong.' };
  const after = await whole('2019.2');
  const request = {
    method: 'POST',
    url: '/api/v1/rounds/2019/releases/1/withdraw',
    headers,
    payload: { reason },
  } as const;
  expect((await app.inject(request)).statusCode).toBeLessThan(300);
  for (const path of ['/2019.1/tiltak.csv', '/en/2019.1/checksums.txt', '/api/v1/publications/2019.1']) {
    const reply = await app.inject(path);
    expect([path, reply.statusCode]).toEqual([path, 410]);
    expect(reply.json()).toMatchObject({ code: 'releaseWithdrawn', withdrawal: { year: 2019, number: 1, reason } });
    expect(reply.headers['cache-control']).toBe('no-store');
  }
  expect(await whole('2019.2')).toEqual(after);
});
