import type { JsonStat, RegisterList, RegisterMeasure } from '@samblikk/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound } from '../releases/index.ts';
import { plantRound } from '../releases/testing.ts';

const { db, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false });
const now = new Date('2026-10-02T09:00:00Z');

test('before the first release the register is empty, with free text and filters too', async () => {
  const empty = await testDatabase();
  const early = await buildApp({ config: testConfig(), db: empty.db, limits: false });
  for (const query of ['', '?q=tiltak&phase=idea', '.json', '.csv?q=tiltak']) {
    expect((await early.inject(`/api/v1/register${query}`)).statusCode).toBe(200);
  }
  expect((await early.inject('/api/v1/register/2019-0001')).statusCode).toBe(404);
  await early.close();
  await empty.close();
});

const nav = { id: 'nav', orgnr: '889640782', ministry: 'AID', facts: { skate: 'yes' } };
const skatt = { id: 'skatt', orgnr: '974761076', ministry: 'FIN', facts: { skate: 'yes' } };
/** Whatever is kept back has this in it, where it is text. */
const secret = 'hemmeligord';
/** Ids and fingerprints: they are new in each run, and may hold any digits. */
const madeUp = /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{64}\b/g;

const [first] = await plantRound(db, {
  year: 2019,
  edition: '2019',
  agencies: [{ ...nav, name: 'Arbeids- og velferdsetaten' }],
  measures: [
    {
      number: '2019-0001',
      agency: 'nav',
      answers: { name: 'Felles oppslag', publishable: 'yes', phase: 'idea', deliverable: 'Et oppslag' },
    },
    {
      number: '2019-0002',
      agency: 'nav',
      answers: {
        name: secret,
        publishable: 'no',
        exemptionBasis: secret,
        phase: 'idea',
        deliverable: secret,
        tags: [secret],
        contactEmail: `${secret}@nav.example`,
        comments: secret,
      },
    },
  ],
});
await plantRound(db, {
  year: 2026,
  edition: '2026',
  agencies: [{ ...nav, name: 'Nav' }, skatt],
  measures: [
    {
      number: '2019-0001',
      id: first as string,
      agency: 'nav',
      answers: {
        name: 'Felles oppslag, nå større',
        publishable: 'yes',
        phase: 'execution',
        totalCost: 20_000_000,
        tags: ['oppslag'],
        comments: secret,
      },
    },
    {
      number: '2026-0001',
      agency: 'nav',
      answers: {
        name: 'Delvis åpent tiltak',
        publishable: 'partly',
        exemptFields: ['totalCost', 'tags', 'involvesOthers', 'deliverable'],
        exemptionBasis: 'offl14',
        phase: 'execution',
        funding: 'yes',
        totalCost: 777_000_000,
        tags: [secret],
        involvesOthers: 'yes',
        involvedScope: 'otherLevels',
        discussedWithKs: 'no',
        deliverable: secret,
        contactEmail: `${secret}@nav.example`,
      },
    },
    {
      number: '2026-0002',
      agency: 'skatt',
      answers: { name: 'Skattetiltak', publishable: 'yes', phase: 'idea', totalCost: 5_000_000 },
    },
    {
      number: '2026-0003',
      agency: 'skatt',
      answers: { name: secret, publishable: 'no', phase: 'idea', tags: [secret], deliverable: secret },
    },
    { number: '2026-0004', agency: 'skatt', answers: { name: secret, phase: 'idea' } },
    {
      number: '2026-0005',
      agency: 'skatt',
      answers: { name: secret, publishable: 'partly', phase: 'idea', comments: secret },
    },
  ],
});
await freezeRound(db, { year: 2019, actor: 'system:test', now });
await freezeRound(db, { year: 2026, actor: 'system:test', now });

afterAll(async () => {
  await app.close();
  await close();
});

const get = async <T>(path: string): Promise<T> => (await app.inject(`/api/v1/${path}`)).json() as T;
const list = (query: string) => get<RegisterList>(`register?size=100&${query}`);
const numbers = async (query: string) => (await list(query)).items.map(({ year, number }) => `${year} ${number}`);

describe('rounds beside each other', () => {
  test('the register shows a measure of several rounds once, as it was in the newest, or per round', async () => {
    const once = ['2026 2019-0001', '2026 2026-0001', '2026 2026-0002'];
    for (const query of ['', 'round=2019,2026', 'phase=execution,idea']) {
      expect(await numbers(query), query).toEqual(once);
      expect((await list(query)).total).toBe(3);
    }
    expect(await numbers('round=2019')).toEqual(['2019 2019-0001']);
    // It is in execution now; that it was an idea, its first round says.
    expect(await numbers('phase=idea')).toEqual(['2026 2026-0002']);
    expect(await numbers('phase=idea&round=2019')).toEqual(['2019 2019-0001']);
    const counts = (await list('')).facets.find(({ id }) => id === 'phase')?.values.map(({ count }) => count) ?? [];
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(3);
    const csv = (await app.inject('/api/v1/register.csv')).body.trimEnd().split('\n');
    expect(csv.slice(1).map((line) => line.split(',').slice(0, 2).join(' '))).toEqual([
      '2019-0001 2026',
      '2026-0001 2026',
      '2026-0002 2026',
    ]);
    const { facets, withheld } = await list('round=2019');
    expect(facets[0]?.values).toEqual([
      { code: '2026', label: '2026', count: 3, chosen: false },
      { code: '2019', label: '2019', count: 1, chosen: true },
    ]);
    expect(withheld).toBe(1);
  });

  test('a round has the names of its time, and all rounds together the newest with what came before', async () => {
    const label = async (query: string) =>
      (await list(query)).facets.find(({ id }) => id === 'agency')?.values.find(({ code }) => code === nav.orgnr)
        ?.label;
    expect(await label('round=2019')).toBe('Arbeids- og velferdsetaten');
    expect(await label('round=2026')).toBe('Nav');
    expect(await label('')).toBe('Nav (tidligere Arbeids- og velferdsetaten)');
    const { chosen } = await list(`round=2019&agency=${nav.orgnr}`);
    expect(chosen.map(({ codeLabel }) => codeLabel)).toEqual(['2019', 'Arbeids- og velferdsetaten']);
    expect((await get<RegisterMeasure>('register/2019-0001?round=2019')).agency.label).toBe(
      'Arbeids- og velferdsetaten',
    );
  });

  test('a filter that only one edition knows finds what is there', async () => {
    expect(await numbers('totalCostReason=blank,notClarified,exempt')).toEqual([]);
    expect(await numbers('phase=execution')).toEqual(['2026 2019-0001', '2026 2026-0001']);
  });

  test('one page for a measure for life, with its history', async () => {
    const page = await get<RegisterMeasure>('register/2019-0001');
    expect(page).toMatchObject({ year: 2026, title: 'Felles oppslag, nå større' });
    expect(page.history.map(({ year, title }) => [year, title])).toEqual([
      [2026, 'Felles oppslag, nå større'],
      [2019, 'Felles oppslag'],
    ]);
    expect(await get<RegisterMeasure>('register/2019-0001?round=2019')).toMatchObject({
      year: 2019,
      title: 'Felles oppslag',
    });
  });
});

describe('closed until opened, field by field', () => {
  test('the page of a measure published in part says which answers are kept back, and no more', async () => {
    const page = await get<RegisterMeasure>('register/2026-0001');
    const answers = page.sections.flatMap((section) => section.answers);
    const withheld = answers.filter(({ state }) => state === 'withheld');
    expect(withheld.map(({ question, text, values }) => [question, text, values])).toEqual([
      ['deliverable', null, []],
      ['tags', null, []],
      ['totalCost', null, []],
      ['involvesOthers', null, []],
    ]);
    // What follows from an exempt answer is not even mentioned.
    expect(answers.map(({ question }) => question)).not.toEqual(expect.arrayContaining(['involvedScope']));
    expect(page.derived.map(({ id }) => id)).not.toEqual(expect.arrayContaining(['costBand']));
    expect(page).toMatchObject({ visibility: 'inPart', summary: null, title: 'Delvis åpent tiltak' });
  });

  test('an exempt answer cannot be found by filtering or counting', async () => {
    expect(await numbers('costBand=over100m')).toEqual([]);
    expect(await list('costBand=over100m&agency=889640782&round=2026')).toMatchObject({ total: 0, withheld: 0 });
    for (const variable of [
      'costBand',
      'scope',
      'crossCutting',
      'municipal',
      'involvedScope',
      'discussedWithKs',
      'tags',
    ]) {
      const stat = await get<JsonStat>(`statistics/2026/table?rows=${variable}&agency=889640782&phase=execution`);
      const codes = stat.dimension[variable]?.category.index ?? [];
      expect([variable, stat.value[codes.indexOf('withheld')]]).toEqual([variable, 1]);
    }
    const sums = await get<JsonStat>('statistics/2026/table?rows=agency&measure=sum&of=totalCost');
    expect(sums.value.reduce((sum, value) => (sum ?? 0) + (value ?? 0), 0)).toBe(25_000_000);
  });

  test('what is kept back has its own category, and leads to its measures', async () => {
    expect(await numbers('costBand=withheld')).toEqual(['2026 2026-0001']);
    const { facets } = await list('round=2026&lang=nn');
    expect(facets.find(({ id }) => id === 'costBand')?.values).toContainEqual({
      code: 'withheld',
      label: 'Unnateke offentlegheit',
      count: 1,
      chosen: false,
    });
  });

  test('measures withheld whole are counted, and by no answer where they are of two agencies', async () => {
    const stat = await get<JsonStat>('statistics/2026/table?rows=phase');
    expect(stat.extension.counts.reduce<number>((sum, n) => sum + (n ?? 0), 0)).toBe(6);
    expect(await list('round=2026&phase=idea')).toMatchObject({ total: 1, withheld: 0 });
    expect(await list('round=2026&phase=withheld')).toMatchObject({ total: 0, withheld: 3 });
  });

  test('no text that is kept back comes out anywhere', async () => {
    const figures = (await get<{ figures: { href: string }[] }>('statistics/2026/figures')).figures.map(({ href }) =>
      href.replace('/api/v1/', ''),
    );
    const tables = ['tags', 'agency', 'phase', 'costBand'].flatMap((rows) =>
      ['json', 'csv', 'csv-excel'].map((format) => `statistics/2026/table?rows=${rows}&format=${format}`),
    );
    const lists = ['', `q=${secret}`, `q=${secret.slice(0, 6)}`, 'q=hemmelgord', 'round=2019', `tags=oppslag`];
    const addresses = [
      'releases',
      ...[2019, 2026].map((year) => `statistics/${year}/variables`),
      ...figures,
      ...tables,
      ...lists.flatMap((query) => [
        `register?${query}`,
        `register.csv?${query}`,
        `register.csv?excel=true&${query}`,
        `register.json?${query}`,
      ]),
      ...['2019-0001', '2019-0002', '2026-0001', '2026-0002', '2026-0003', '2026-0004', '2026-0005'].map(
        (number) => `register/${number}`,
      ),
    ];
    for (const address of addresses) {
      const reply = await app.inject(`/api/v1/${address}`);
      // The reply may repeat what was asked; that is not ours to hide.
      const {
        suggestion: _,
        source: __,
        ...own
      } = reply.headers['content-type']?.toString().includes('json') ? reply.json() : { body: reply.body };
      expect([address, reply.statusCode < 500, JSON.stringify(own).includes(secret)]).toEqual([address, true, false]);
      expect([address, /777.?(000|mill)|nav\.example/.test(reply.body.replace(madeUp, ''))]).toEqual([address, false]);
    }
    expect((await list(`q=${secret}`)).total).toBe(0);
  });
});
