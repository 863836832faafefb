import type { Facet, JsonStat, RegisterList, RegisterMeasure } from '@samblikk/contract';
import { type Answers, editionOf, publicRow, variablesOf } from '@samblikk/questionnaire';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound } from '../releases/index.ts';

const { db, pool, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false });
await import2019(db);
await freezeRound(db, { year: 2019, actor: 'system:test', now: new Date('2026-03-02T09:00:00Z') });
const { rows } = await pool.query<{ number: string; answers: Answers; known: Answers; visibility: string }>(
  'select number, answers, known, visibility from release_measure order by position',
);

afterAll(async () => {
  await app.close();
  await close();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  app.inject({ url: `/api/v1/register${path}`, headers });
const list = async (query: string) => {
  const reply = await get(`?${query}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json() as RegisterList;
};
const numbers = async (query: string) => (await list(`size=100&${query}`)).items.map((item) => item.number);

/** The slow obvious way: every public measure with the codes of its variables. */
const edition = editionOf('2019');
if (!edition) throw new Error('no edition 2019');
const variables = variablesOf(edition);
const slow = rows
  .filter((row) => row.visibility !== 'withheld')
  .map((row) => {
    const open = publicRow(edition, row);
    const codes = variables.map((variable) => {
      const coded = variable.codesOf(open);
      return [variable.id, coded.state === 'blank' ? ['blank'] : [...coded.codes]] as const;
    });
    return { number: row.number, codes: Object.fromEntries(codes) as Record<string, string[]> };
  });
const passes = (codes: Record<string, string[]>, filters: Record<string, string[]>, but?: string) =>
  Object.entries(filters).every(([id, wanted]) => id === but || wanted.some((code) => codes[id]?.includes(code)));

describe('facets and totals agree with slow loops', () => {
  test.each<Record<string, string[]>>([
    {},
    { phase: ['idea'] },
    { phase: ['idea', 'concept'], ministry: ['KMD', 'FIN'] },
    { effects: ['efficiency', 'other'], funding: ['blank', 'partly'] },
    { agency: ['889640782'], costBand: ['under10m'] },
    { skate: ['yes'], involvedScope: ['ownSector'], technologies: ['cloud'] },
    { tags: ['arkiv', 'helse'], crossCutting: ['yes'] },
  ])('%o', async (filters) => {
    const query = Object.entries(filters)
      .map(([id, codes]) => `${id}=${codes.join(',')}`)
      .join('&');
    const found = await list(query);
    expect(found.total).toBe(slow.filter(({ codes }) => passes(codes, filters)).length);
    expect(found.total).toBeGreaterThan(0);
    for (const facet of found.facets.filter(({ id }) => id !== 'round')) {
      for (const { code, count } of facet.values)
        expect([facet.id, code, count]).toEqual([
          facet.id,
          code,
          slow.filter(({ codes }) => passes(codes, filters, facet.id) && codes[facet.id]?.includes(code)).length,
        ]);
    }
  });

  test('every facet of the edition is there, with years, agency and ministry', async () => {
    const { facets } = await list('');
    expect(facets.map(({ id }) => id)).toEqual([
      'round',
      ...variables.filter(({ facet }) => facet).map(({ id }) => id),
    ]);
    const tags = facets.find(({ id }) => id === 'tags') as Facet;
    expect(tags.values.length + tags.more).toBe(new Set(slow.flatMap(({ codes }) => codes.tags)).size);
  });

  test('a chosen value is marked, named, and ignored by its own counts', async () => {
    const found = await list('phase=idea&lang=en');
    const phase = found.facets.find(({ id }) => id === 'phase');
    expect(phase?.values.filter(({ chosen }) => chosen).map(({ code }) => code)).toEqual(['idea']);
    expect(phase?.values.reduce((sum, { count }) => sum + count, 0)).toBe(401);
    expect(found.chosen).toEqual([{ id: 'phase', label: 'Phase', code: 'idea', codeLabel: 'Idea' }]);
  });
});

describe('every number leads to its measures', () => {
  // Whose and what together too: there, what withheld measures answered counts as withheld, in table and list alike.
  const whoAndWhat = [
    'rows=ministry&columns=phase',
    'rows=effects&columns=skate',
    'rows=involvedScope&columns=ministry',
    'rows=phase&agency=889640782',
    'rows=phase&columns=costBand&ministry=KMD,FIN&funding=yes,withheld',
    'rows=ministry&columns=skate&crossCutting=yes',
    'rows=innovation&columns=publishable',
    'rows=funding&tags=withheld',
    'rows=ministry&columns=funding&measure=share',
    'rows=ministry&columns=phase&measure=sum&of=totalCost',
    'rows=ministry&ministry=answered&columns=phase',
  ].map((query) => ({ href: `/api/v1/statistics/2019/table?${query}` }));

  test('all cells and margins of figures and tables: list and withheld are the number', async () => {
    const { figures } = (await app.inject('/api/v1/statistics/2019/figures')).json();
    let checked = 0;
    for (const { href } of [...figures, ...whoAndWhat]) {
      const { extension } = (await app.inject(href)).json() as JsonStat;
      const { cells, rows: rowQueries, columns = [], all } = extension.measures;
      const expected = [
        ...cells.map((where, i) => [where, extension.counts[i]]),
        ...rowQueries.map((where, i) => [where, extension.margins.rows[i]]),
        ...columns.map((where, i) => [where, extension.margins.columns?.[i]]),
        [all, extension.n],
      ];
      for (const [where, n] of expected) {
        const parameters = Object.entries(where as Record<string, string[]>).map(([id, codes]): [string, string] => [
          id,
          codes.join(','),
        ]);
        const query = new URLSearchParams([
          ...parameters,
          ...Object.entries(extension.register.parameters),
          ['size', '1'],
        ]);
        const { total, withheld } = await list(String(query));
        expect([href, where, total + (withheld ?? Number.NaN)]).toEqual([href, where, n]);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(400);
  });

  test('an amount that is stated, and both of two answers', async () => {
    const bands = await list('costBand=under10m,from10to50m,from50to100m,over100m');
    expect(bands.total + (bands.withheld ?? 0)).toBe(317);
    // Amounts of withheld measures are in no sum, and so not counted as stated either.
    expect(await list('totalCost=answered')).toMatchObject({ total: bands.total, withheld: 0 });
    const both = slow.filter(
      ({ codes }) => codes.effects?.includes('efficiency') && codes.effects.includes('serviceQuality'),
    );
    expect((await list('effects=efficiency~serviceQuality')).total).toBe(both.length);
    expect(both.length).toBeGreaterThan(0);
  });

  test('with free text nothing is said of the withheld', async () => {
    expect((await list('q=digital')).withheld).toBeNull();
  });
});

describe('free text', () => {
  test.each([
    ['tjenester', 'tenester'],
    ['tolketjenester', 'tolketenester'],
    ['virksomheter', 'verksemder'],
    ['saksbehandling', 'sakshandsaming'],
    ['beredskap innbyggere', 'beredskap innbyggjarar'],
    ['utdanning løsning', 'utdanning løysing'],
    // Unfinished, and used by nobody.
    ['virksomh', 'verksem'],
    ['helsetjenester', 'helsetenester'],
  ])('%s and %s find the same', async (bokmål, nynorsk) => {
    // By number: who wrote the word itself comes first by relevance, and the measures are in both written standards.
    const [one, other] = await Promise.all(
      [bokmål, nynorsk].map((q) => list(`q=${encodeURIComponent(q)}&sort=number&size=100`)),
    );
    expect(one?.total).toBeGreaterThan(0);
    expect(other?.total).toBe(one?.total);
    expect(other?.items.map(({ number }) => number)).toEqual(one?.items.map(({ number }) => number));
  });

  test('every word must be there, in any form', async () => {
    const one = await numbers('q=modernisering');
    const two = await numbers('q=modernisering+tilsyn');
    expect(two.length).toBeGreaterThan(0);
    expect(two.length).toBeLessThan(one.length);
    expect(one).toEqual(expect.arrayContaining(two));
  });

  test('the last word may be unfinished', async () => {
    const found = await list('q=moderniser');
    expect(found.suggestion).toBeNull();
    expect(found.items[0]?.title?.toLowerCase()).toContain('moderniser');
  });

  test('parts of compounds are found', async () => {
    const found = await list('q=tjeneste&size=100');
    expect(found.suggestion).toBeNull();
    expect(found.items.some(({ title }) => /\wtjenester/.test(title ?? ''))).toBe(true);
  });

  test('a misspelt word is searched for as the nearest that is used, and the reply says so', async () => {
    const found = await list('q=modernisjering');
    expect(found.suggestion).toEqual({ asked: 'modernisjering', q: 'modernisering' });
    expect(found.total).toBe((await list('q=modernisering')).total);
    const none = await list('q=xyzzyq');
    expect([none.total, none.suggestion, none.items]).toEqual([0, null, []]);
  });

  test('agency, ministry and number are found', async () => {
    expect((await list('q=datatilsynet')).items.every(({ agency }) => agency.label === 'Datatilsynet')).toBe(true);
    expect((await list('q=finansdepartementet')).items.map(({ ministry }) => ministry.code)).toContain('FIN');
    expect(await numbers('q=2019-0042')).toEqual(['2019-0042']);
  });

  test('an agency is found by what it was called, is called and is called for short', async () => {
    const owners = async (query: string) =>
      new Set((await list(`${query}&size=100`)).items.map((item) => item.agency.label));
    const difi = 'Direktoratet for forvaltning og ikt (Difi)';
    for (const name of ['Difi', 'Digitaliseringsdirektoratet', 'digdir', difi])
      expect(await owners(`agency=${encodeURIComponent(name)}`), name).toEqual(new Set([difi]));
    for (const [name, then] of [
      ['Digitaliseringsdirektoratet', difi],
      ['Difi', difi],
      ['NVE', 'Norges vassdrags- og energidirektorat'],
      ['Oljedirektoratet', 'Oljedirektoratet'],
      ['Sokkeldirektoratet', 'Oljedirektoratet'],
    ] as const)
      expect(await owners(`q=${encodeURIComponent(name)}`), name).toContain(then);
    expect((await list('agency=nobody')).total).toBe(0);
    const table = (await app.inject('/api/v1/statistics/2019/table?rows=agency&agency=Difi')).json() as JsonStat;
    expect(table.dimension.agency?.category.label['991825827']).toBe(difi);
    expect(table.value.reduce<number>((sum, n) => sum + (n ?? 0), 0)).toBe(table.extension.n);
  });

  test('the name weighs most', async () => {
    const { items, sort } = await list('q=arkiv&size=5');
    expect(sort).toBe('relevance');
    expect(items[0]?.title?.toLowerCase()).toContain('arkiv');
  });

  test.each(["'", '"', '\\', 'a:*', '!(&|', '%', '_', "x'); drop table release_word; --", '\u0000'])(
    '%s does no harm',
    async (q) => {
      const reply = await get(`?q=${encodeURIComponent(q)}`);
      expect(reply.statusCode).toBeLessThan(500);
      expect((await list('q=tilsyn')).total).toBeGreaterThan(0);
    },
  );
});

describe('order and pages', () => {
  test('pages put together are the whole list, each measure once', async () => {
    for (const sort of ['name', '-name', 'cost', '-cost', 'ministry', 'number', '-number', 'relevance', '']) {
      const all: string[] = [];
      for (let page = 1; page <= 5; page++) all.push(...(await numbers(`page=${page}&sort=${sort}`)));
      expect(new Set(all).size, sort).toBe(401);
      expect(all.length, sort).toBe(401);
    }
    expect(await list('page=99')).toMatchObject({ items: [], total: 401, page: 99, pages: 21 });
  });

  test('names sort as Norwegians do', async () => {
    const titles: (string | null)[] = [];
    for (let page = 1; page <= 5; page++)
      titles.push(...(await list(`sort=name&size=100&page=${page}`)).items.map(({ title }) => title));
    const collator = new Intl.Collator('nb', { numeric: true });
    expect(titles).toEqual(titles.toSorted((a, b) => collator.compare(a ?? '', b ?? '')));
    expect(titles.length).toBe(401);
  });

  test('costs fall, and what has none comes last', async () => {
    const costs: number[] = [];
    for (let page = 1; page <= 5; page++)
      costs.push(...(await list(`sort=-cost&size=100&page=${page}`)).items.map(({ cost }) => cost?.kroner ?? -1));
    expect(costs).toEqual(costs.toSorted((a, b) => b - a));
    expect((await list('sort=cost&size=1')).items[0]?.cost?.kroner).toBe(
      Math.min(...costs.filter((cost) => cost >= 0)),
    );
  });

  test.each(['size=101', 'page=0', 'sort=nonsense', 'round=x', 'release=1'])('%s is refused', async (query) => {
    expect((await get(`?${query}`)).statusCode).toBe(400);
  });

  test('an unknown code is refused, and the known are named', async () => {
    const reply = await get('?phase=nonsense');
    expect(reply.statusCode).toBe(422);
    expect(reply.json()).toMatchObject({
      code: 'unknownVariable',
      issues: [{ question: 'phase', code: 'unknownCode' }],
    });
  });

  test('a parameter that is no variable filters nothing, and is named', async () => {
    const [plain, linked] = [await list(''), await list('utm_source=x&fbclid=y&contactEmail=z')];
    expect(linked).toEqual({ ...plain, ignored: ['utm_source', 'fbclid', 'contactEmail'] });
  });

  test('boxes of a plain form, the same name several times, and empty fields', async () => {
    expect(await numbers('phase=idea&phase=concept&q=&sort=&ministry=')).toEqual(await numbers('phase=idea,concept'));
  });
});

describe('one measure', () => {
  test('by number and by id, in the language asked for', async () => {
    const page = (await get('/2019-0001')).json() as RegisterMeasure;
    expect((await get(`/${page.id}`)).json()).toEqual(page);
    expect(page).toMatchObject({ number: '2019-0001', year: 2019, visibility: 'whole', history: [{ year: 2019 }] });
    const answers = page.sections.flatMap((section) => section.answers);
    expect(answers.find(({ question }) => question === 'phase')).toEqual({
      question: 'phase',
      number: '10',
      label: 'Hvilken fase er tiltaket i?',
      name: 'Fase',
      state: 'answered',
      text: 'Gjennomføring',
      values: [{ code: 'execution', label: 'Gjennomføring' }],
    });
    expect(answers.map(({ question }) => question)).not.toContain('comments');
    const english = (await get('/2019-0001?lang=en')).json() as RegisterMeasure;
    expect(english.derived.map(({ text }) => text)).toContain('NOK 10–50 million');
  });

  test('begins with what it costs, its phase, its funding and who takes part', async () => {
    const open = rows.filter(({ visibility }) => visibility === 'whole');
    const costly = open.find(
      ({ answers }) => Number(answers.totalCost) > 10_000_000 && answers.involvesOthers === 'yes',
    );
    const alone = open.find(({ answers }) => answers.totalCost === undefined && answers.involvesOthers === 'no');
    const highlights = async (number = '') => ((await get(`/${number}`)).json() as RegisterMeasure).highlights;
    const told = await highlights(costly?.number);
    expect(told.map(({ question }) => question)).toEqual(['totalCost', 'phase', 'funding', 'involvedScope']);
    const millions = Math.round(Number(costly?.answers.totalCost) / 100_000) / 10;
    expect(told[0]?.text?.replaceAll('\u00a0', ' ')).toBe(`${String(millions).replace('.', ',')} mill. kroner`);
    expect(await highlights(alone?.number)).toMatchObject([
      { question: 'totalCost', text: null },
      { question: 'phase' },
      { question: 'funding' },
      { question: 'involvesOthers', text: 'Nei' },
    ]);
  });

  test('one that is withheld is not found, like one that does not exist', async () => {
    const withheld = rows.find((row) => row.visibility === 'withheld');
    const [there, gone] = [await get(`/${withheld?.number}`), await get('/2019-9999')];
    expect([there.statusCode, gone.statusCode]).toEqual([404, 404]);
    expect(there.body.replaceAll(String(withheld?.number), '')).toBe(gone.body.replaceAll('2019-9999', ''));
    expect(await numbers(`q=${withheld?.number}`)).toEqual([]);
  });
});

describe('files', () => {
  test('CSV has the same measures as the list, all of them, and public columns only', async () => {
    const reply = await get('.csv?phase=idea&sort=name&page=3&size=7');
    expect(reply.headers['content-type']).toContain('text/csv');
    const records = parse(reply.body, { columns: true }) as Record<string, string>[];
    expect(records.map(({ number }) => number)).toEqual(await numbers('phase=idea&sort=name'));
    expect(Object.keys(records[0] ?? {})).not.toEqual(expect.arrayContaining(['contactEmail']));
    expect(reply.body).not.toMatch(/@|comments/);
    expect(records.every(({ notice }) => notice?.includes('rekonstruksjon'))).toBe(true);
    const source = new Map(rows.map((row) => [row.number, row]));
    for (const record of records)
      expect(record.totalCost).toBe(String(source.get(record.number ?? '')?.answers.totalCost ?? ''));
  });

  test('Excel’s flavour has words and whole numbers', async () => {
    const reply = await get('.csv?excel=true&phase=idea');
    expect(reply.body.startsWith('\uFEFFNummer;År;')).toBe(true);
    const records = parse(reply.body, { columns: true, delimiter: ';', bom: true }) as Record<string, string>[];
    expect(new Set(records.map((record) => record['Hvilken fase er tiltaket i?']))).toEqual(new Set(['Idé']));
    expect(
      records.some((record) => /^\d{6,}$/.test(record['Antatt samlet kostnadsramme for egen virksomhet'] ?? '')),
    ).toBe(true);
  });

  test('JSON has the same measures, and the release they are from', async () => {
    const file = (await get('.json?phase=idea')).json();
    expect(file.measures.map(({ number }: { number: string }) => number)).toEqual(await numbers('phase=idea'));
    expect(file).toMatchObject({ total: file.measures.length, releases: [{ year: 2019, number: 1 }] });
    expect(Object.keys(file.measures[0].answers)).not.toContain('contactEmail');
  });

  test('a file answers 304 to who has it', async () => {
    const first = await get('.csv?phase=idea');
    const again = await get('.csv?phase=idea', { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await get('.csv?phase=concept', { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(200);
  });
});
