import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { JsonStat, PxDataset } from '@samblikk/contract';
import { type Edition, editionOf } from '@samblikk/questionnaire';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import JSONstat from 'jsonstat-toolkit';
import readExcelFile from 'read-excel-file/node';
import { v7 } from 'uuid';
import { afterAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound, type LoadedRelease, loaded, releases } from '../releases/index.ts';
import { digdir } from '../responses/testing.ts';
import { agency, population, round } from '../schema.ts';
import { catalogue } from './catalogue.ts';
import { chosenIn } from './choose.ts';
import { expand, listed } from './selection.ts';

// Two years: the reconstruction of 2019, and a handful of measures of 2026, two of them withheld.
const now = new Date('2026-03-02T09:00:00Z');
const { db, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
await import2019(db);
await freezeRound(db, { year: 2019, actor: 'system:test', now });
const roundId = v7();
const calendar = { state: 'open', opensAt: new Date(0), deadline: new Date('2100-01-01') } as const;
await db.insert(round).values({ id: roundId, year: 2026, edition: '2026', ...calendar });
await db.insert(agency).values({ id: digdir.id }).onConflictDoNothing();
const names = { nameNb: 'Digdir', nameNn: 'Digdir', nameEn: 'Digdir' };
const asked = { agencyId: digdir.id, orgnr: digdir.orgnr, ...names, ministry: 'KMD', facts: { skate: 'yes' } };
await db.insert(population).values({ roundId, ...asked });
const { headers } = await signInAs(db, {
  roles: [
    { role: 'submit', agency: digdir.id },
    { role: 'fill', agency: digdir.id },
  ],
});
const ofAgency = `/api/v1/agencies/${digdir.orgnr}/rounds/2026`;
for (const answers of [
  { phase: 'idea', effects: ['efficiency', 'serviceQuality'], totalCost: 5_000_000 },
  { phase: 'operation', effects: ['efficiency'], totalCost: 20_000_000 },
  { phase: 'execution' },
  { phase: 'idea', publishable: 'no', exemptionBasis: 'OFFL_13' },
  { phase: 'idea', publishable: 'no', exemptionBasis: 'OFFL_13' },
]) {
  const { id, version } = (
    await app.inject({ method: 'POST', url: `${ofAgency}/measures`, headers, payload: {} })
  ).json();
  const changes = {
    name: 'Et tiltak',
    deliverable: 'En løsning',
    publishable: 'yes',
    contactEmail: 'x@digdir.example',
    ...answers,
  };
  const saved = await app.inject({
    method: 'PUT',
    url: `/api/v1/measures/${id}/answers/2026`,
    headers,
    payload: { year: 2026, basedOn: version, changes },
  });
  if (saved.statusCode !== 200) throw new Error(saved.body);
}
const sent = await app.inject({
  method: 'POST',
  url: `${ofAgency}/submissions`,
  headers: { ...headers, 'idempotency-key': 'pxweb-2026' },
  payload: { nothingToReport: false },
});
if (sent.statusCode >= 300) throw new Error(sent.body);
await freezeRound(db, { year: 2026, actor: 'system:test', now });
afterAll(async () => {
  await app.close();
  await close();
});

const base = '/api/pxwebapi/v2';
const get = (path: string) => app.inject(`${base}${path}`);
const dataset = async (path: string): Promise<PxDataset> => {
  const reply = await get(path);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json();
};

/** Every choice of one code from each side, the last side fastest. */
const combined = (sides: readonly (readonly string[])[]): string[][] =>
  sides.reduce<string[][]>((all, side) => all.flatMap((head) => side.map((code) => [...head, code])), [[]]);

/** The cells of a dataset by their codes, joined by a space: its number, or the sign that says why there is none. */
function cellsOf({ id, dimension, value, status = {} }: PxDataset): Record<string, number | string> {
  const sides = id.map((one) => {
    const { category } = dimension[one] as { category: { index: Record<string, number> } };
    return Object.entries(category.index)
      .sort(([, a], [, b]) => a - b)
      .map(([code]) => code);
  });
  const codes = combined(sides);
  return Object.fromEntries(codes.map((at, cell) => [at.join(' '), value[cell] ?? status[String(cell)] ?? 'nothing']));
}

/** Cells of our own table or figure, by code of row and column. */
const own = async (year: number, path: string) => {
  const stat = (await app.inject(`/api/v1/statistics/${year}/${path}`)).json() as JsonStat;
  const sides = stat.id.slice(0, -2).map((id) => stat.dimension[id]?.category.index ?? []);
  return combined(sides).map((at, cell) => [at.join(' '), stat.value[cell] ?? stat.status?.[String(cell)]] as const);
};

const name = { nb: '', nn: '', en: '' };

/** The OpenAPI description of PxWebApi 2 as published. */
const published = parseYaml(await readFile(new URL('../../../../data/pxapi-2/PxAPI-2.yml', import.meta.url), 'utf8'));
const { Table, Problem } = published.components.schemas;
// It asks for a moment, in UTC, that looks like a day: nothing is both, and every server sends the moment.
delete Table.properties.updated.pattern;
// OpenAPI 3.0 writes it with a truth value, JSON Schema with a number.
delete Problem.properties.status.exclusiveMaximum;
// RFC 9457 allows addresses without host.
for (const name of ['type', 'instance']) Problem.properties[name].format = 'uri-reference';
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
ajv.addSchema({ $id: 'px', components: published.components });
function follows(schema: string, reply: unknown): void {
  const check = ajv.compile({ $ref: `px#/components/schemas/${schema}` });
  expect(check(reply) ? [] : check.errors).toEqual([]);
}

describe('replies follow the published description, as scripts for Statistics Norway ask', () => {
  test.each([
    ['ConfigResponse', '/config'],
    ['TablesResponse', '/tables'],
    ['TablesResponse', '/tables?lang=en&pagesize=3&pageNumber=2'],
    ['TablesResponse', '/tables?lang=no&query=fase&pastDays=30&includeDiscontinued=true'],
    ['TableResponse', '/tables/phase-2019?lang=nn'],
    ['Dataset', '/tables/phase-ministry-2019/metadata?lang=no&outputFormat=json-stat2'],
    ['Dataset', '/tables/phase-2019/metadata?lang=en&defaultSelection=true&codelist[phase]=agg_phaseGroup'],
    ['Dataset', '/tables/phase-2019/data?lang=no'],
    [
      'Dataset',
      '/tables/phase-2019/data?lang=no&valueCodes[phase]=*&valueCodes[ContentsCode]=*&valueCodes[Tid]=*&outputFormat=json-stat2',
    ],
    [
      'Dataset',
      '/tables/phase-ministry-2019/data?lang=en&valuecodes[phase]=??e*&valuecodes[ministry]=&valuecodes[contentscode]=count&valuecodes[time]=from(2019)',
    ],
    [
      'Dataset',
      '/tables/phase-ministry-2019/data?lang=en&valueCodes[phase]=TOP(2)&valueCodes[ministry]=hod,F*&valueCodes[ContentsCode]=count&valueCodes[Tid]=top(1)&outputValues[ministry]=single',
    ],
    [
      'Dataset',
      '/tables/phase-2019/data?valueCodes[phase]=[range(concept,execution)]&valueCodes[ContentsCode]=top(2)&valueCodes[Tid]=2019,2026',
    ],
    [
      'Dataset',
      '/tables/phase-2019/data?codelist[phase]=agg_phaseGroup&valueCodes[phase]=*&valueCodes[ContentsCode]=share&valueCodes[Tid]=bottom(1)',
    ],
    [
      'Dataset',
      '/tables/figure-effects-2019/data?lang=en&valueCodes[effects]=*&valueCodes[ContentsCode]=share&valueCodes[Tid]=2019&heading=Tid,ContentsCode&stub=effects',
    ],
    ['CodelistResponse', '/codelists/agg_phaseGroup?lang=no&outputFormat=json-stat2'],
    ['CodelistResponse', '/codelists/vs_effects?lang=en'],
  ])('%s %s', async (schema, path) => {
    const reply = await get(path);
    expect(reply.statusCode, reply.body).toBe(200);
    follows(schema, reply.json());
  });

  test('tables of every kind, their metadata and a little of them', async () => {
    const { tables, page } = (await get('/tables?pageSize=1000&includeDiscontinued=true')).json();
    expect(page.totalElements).toBe(tables.length);
    const some = (tables as { id: string; links: { rel: string; href: string }[] }[]).filter((_, at) => at % 8 === 0);
    for (const { id, links } of some) {
      const link = (rel: string) => links.find((one) => one.rel === rel)?.href ?? '';
      const metadata = (await app.inject(link('metadata'))).json() as PxDataset;
      follows('Dataset', metadata);
      // As PxWebApiData asks unless told: the first value and the two last of each variable.
      const values = Object.entries(metadata.dimension).map(([name, side]) => {
        const codes = Object.keys((side as { category: { index: object } }).category.index);
        return `valueCodes[${name}]=${[...new Set([codes[0], ...codes.slice(-2)])].map((code) => encodeURIComponent(code ?? '')).join(',')}`;
      });
      const reply = await app.inject(`${link('data')}&${values.join('&')}`);
      expect(reply.statusCode, `${id} ${reply.body}`).toBe(200);
      follows('Dataset', reply.json());
    }
  });

  test.each([
    ['/tables/nothing', 404, /nothing/],
    ['/tables/nothing/data', 404, /nothing/],
    ['/codelists/nothing', 404, /nothing/],
    ['/tables?pageNumber=99', 404, /99/],
    ['/tables?lang=de', 400, /lang/],
    ['/tables?pagesize=0', 400, /pageSize minst 1/],
    ['/tables/phase-2019/data?valueCodes[Region]=*', 400, /Region.*phase, ContentsCode, Tid/],
    ['/tables/phase-2019/data?valueCodes[phase]=nope&valueCodes[ContentsCode]=*&valueCodes[Tid]=*', 400, /nope/],
    ['/tables/phase-2019/data?valueCodes[phase]=top(0)&valueCodes[ContentsCode]=*&valueCodes[Tid]=*', 400, /top\(0\)/],
    ['/tables/phase-ministry-2019/data?valueCodes[Tid]=top(1)', 400, /utelates: phase, ContentsCode\./],
    ['/tables/phase-2019/data?valueCodes[phase]=x*&valueCodes[ContentsCode]=*&valueCodes[Tid]=*', 400, /x\*.*phase/],
    [
      '/tables/phase-2019/data?valueCodes[phase]=*&valueCodes[ContentsCode]=*&valueCodes[Tid]=from(2031)',
      400,
      /^2031 .*Tid/,
    ],
    ['/tables/phase-2019/data?codelist[phase]=agg_other&valueCodes[phase]=*', 400, /agg_other/],
    ['/tables/phase-2019/data?outputFormat=px', 400, /json-stat2, csv/],
    ['/tables/phase-2019/data?outputFormat=xlsx&outputFormatParams=SeparatorTab', 400, /SeparatorTab/],
    ['/tables/phase-2019/data?outputFormat=csv&outputFormatParams=UseCodes,UseTexts', 400, /UseCodes/],
    ['/tables/phase-2019/data?heading=Tid&stub=Tid', 400, /Tid/],
  ])('%s is refused with %d', async (path, status, detail) => {
    const reply = await get(path);
    expect(reply.statusCode, reply.body).toBe(status);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    follows('Problem', reply.json());
    expect(reply.json().detail).toMatch(detail);
  });
});

describe('numbers', () => {
  test.each([
    ['phase-2019', '', 'rows=phase'],
    ['effects-ministry-2019', '', 'rows=effects&columns=ministry'],
    // Counted anew without the ministry: what is withheld whole may be told of then.
    ['effects-ministry-2019', 'valueCodes[effects]=*&', 'rows=effects'],
    ['phase-agency-2019', 'valueCodes[phase]=*&codelist[phase]=agg_phaseGroup&', 'rows=phaseGroup'],
    [
      'phase-agency-2019',
      'valueCodes[phase]=*&valueCodes[agency]=*&codelist[phase]=agg_phaseGroup&',
      'rows=phaseGroup&columns=agency',
    ],
  ])('of %s (%s) are those of our own table %s', async (table, selection, query) => {
    const contents: Record<string, string> = {
      count: '',
      share: 'measure=share',
      'sum-totalCost': 'measure=sum&of=totalCost',
      'median-totalCost': 'measure=median&of=totalCost',
    };
    const chosen = `${selection}valueCodes[ContentsCode]=${Object.keys(contents)}&valueCodes[Tid]=*`;
    const all = selection === '' && !table.includes('agency') ? '' : `?${chosen}`;
    const cells = cellsOf(await dataset(`/tables/${table}/data${all}`));
    let compared = 0;
    for (const [content, measure] of Object.entries(contents))
      for (const year of [2019, 2026])
        for (const [codes, number] of await own(year, `table?${query}&${measure}`)) {
          expect([codes, content, year, cells[`${codes} ${content} ${year}`]]).toEqual([codes, content, year, number]);
          compared += 1;
        }
    expect(compared).toBeGreaterThan(30);
  });

  test('of every figure are those of the figure', async () => {
    const { figures } = (await app.inject('/api/v1/statistics/2019/figures')).json();
    for (const { id } of figures) {
      const cells = cellsOf(await dataset(`/tables/figure-${id}-2019/data`));
      const figure = await own(2019, `figures/${id}`);
      const [content] = new Set(Object.keys(cells).map((codes) => codes.split(' ').at(-2)));
      for (const [codes, number] of figure) expect(cells[`${codes} ${content} 2019`], `${id} ${codes}`).toEqual(number);
    }
  });

  test('that were asked for by POST are the same, also in other orders', async () => {
    const path = '/tables/phase-ministry-2019/data';
    const query =
      'valueCodes[phase]=*&valueCodes[ministry]=HOD,FIN&valueCodes[ContentsCode]=count&valueCodes[Tid]=2019';
    const asked = {
      selection: [
        { variableCode: 'phase', valueCodes: ['*'] },
        { variableCode: 'ministry', valueCodes: ['HOD', 'FIN'], codelist: null },
        { variableCode: 'ContentsCode', valueCodes: ['count'] },
        { variableCode: 'Tid', valueCodes: ['2019'] },
      ],
    };
    const post = (payload: object) => app.inject({ method: 'POST', url: `${base}${path}?lang=en`, payload });
    const old = await post({ query: [{ code: 'phase', selection: { filter: 'all', values: ['*'] } }], response: {} });
    expect([old.statusCode, old.json().detail]).toEqual([400, expect.stringContaining('PxWebApi 1')]);
    const posted = await post(asked);
    const gotten = await dataset(`${path}?lang=en&${query}`);
    expect(posted.json()).toEqual(gotten);
    const turned = (
      await post({ ...asked, placement: { stub: ['Tid', 'ministry'], heading: ['phase', 'ContentsCode'] } })
    ).json();
    expect(turned.id).toEqual(['Tid', 'ministry', 'phase', 'ContentsCode']);
    follows('Dataset', turned);
    const read = JSONstat(turned);
    for (const [codes, number] of Object.entries(cellsOf(gotten))) {
      const [phase = '', ministry = '', ContentsCode = '', Tid = ''] = codes.split(' ');
      expect(read.Data({ phase, ministry, ContentsCode, Tid }).value).toBe(number);
    }
    // What a browser of another site may not send, a script may.
    expect((await post({ selection: [{ variableCode: 'phase', valueCodes: ['x'.repeat(300)] }] })).statusCode).toBe(
      400,
    );
  });

  test('stand in one table over the years only where answers are declared to compare', async () => {
    const [of2026, of2019] = await Promise.all((await releases(db, now)).map((release) => loaded(db, release)));
    const { comparability } = (editionOf('2026') as Edition).derived.find(({ id }) => id === 'costBand') ?? {};
    const costBand = await dataset('/tables/costBand-2019/data?lang=nb');
    expect(cellsOf(costBand)).toMatchObject({ 'under10m count 2026': 1, 'from10to50m count 2026': 1 });
    const note = comparability && 'note' in comparability ? comparability.note.nb : '';
    expect(costBand.note).toContain(`2019–2026: ${note}`);

    const questions = (edition: Edition): Edition => ({
      ...edition,
      id: '2027',
      previous: '2026',
      derived: edition.derived.map((one) =>
        one.id === 'costBand' ? { ...one, comparability: { with: 'break', note: { nb: 'b', nn: 'b', en: 'b' } } } : one,
      ),
    });
    const later: LoadedRelease = {
      ...(of2026 as LoadedRelease),
      edition: questions((of2026 as LoadedRelease).edition),
      release: { ...(of2026 as LoadedRelease).release, year: 2027 },
    };
    const tables = catalogue([of2019 as LoadedRelease, of2026 as LoadedRelease, later]).map((table) => [
      table.id,
      table.years.map(({ release }) => release.year),
      table.discontinued,
    ]);
    expect(tables).toContainEqual(['costBand-2019', [2019, 2026], true]);
    expect(tables).toContainEqual(['costBand-2027', [2027], false]);
    expect(tables).toContainEqual(['phase-2019', [2019, 2026, 2027], false]);
  });
});

describe('formats', () => {
  const asked = 'valueCodes[phase]=idea,concept&valueCodes[ContentsCode]=count&valueCodes[Tid]=*&lang=en';
  const data = (more: string) => get(`/tables/phase-2019/data?${asked}&${more}`);
  const cells = async () => cellsOf(await dataset(`/tables/phase-2019/data?${asked}`));

  test('CSV by texts, by codes, by both, with a title, apart by any sign, laid out as asked', async () => {
    const numbers = await cells();
    const body = async (more: string) => (await data(`outputFormat=csv&${more}`)).body;
    const [idea, concept] = ['idea', 'concept'].map((code) =>
      ['2019', '2026'].map((year) => String(numbers[`${code} count ${year}`])),
    );
    expect(parseCsv(await body(''))).toEqual([
      ['Phase', 'Measures 2019', 'Measures 2026'],
      ['Idea', ...(idea ?? [])],
      ['Concept', ...(concept ?? [])],
    ]);
    expect(parseCsv(await body('outputFormatParams=UseCodes,SeparatorSemicolon'), { delimiter: ';' })[1]?.[0]).toBe(
      'idea',
    );
    expect(
      (await body('outputformatparams=includetitle&outputFormatParams=usecodesandtexts')).split('\n').slice(0, 2),
    ).toEqual(['"Measures by: Phase, 2019–2026"', '']);
    expect(
      parseCsv(await body('stub=phase,ContentsCode,Tid&outputFormatParams=SeparatorTab'), { delimiter: '\t' }),
    ).toHaveLength(5);
  });

  test('XLSX and HTML have the same', async () => {
    const { 'idea count 2019': idea } = await cells();
    const xlsx = await data('outputFormat=xlsx');
    const [sheet, explanation] = await readExcelFile(xlsx.rawPayload);
    expect(sheet?.data.slice(1, 3).map((row) => row.slice(0, 2))).toEqual([
      ['Phase', 2019].map(String),
      ['Idea', idea],
    ]);
    const said = explanation?.data.flat() ?? [];
    for (const text of ['reconstruction', 'release 2019.1, n = 432', '/tables/phase-2019/metadata', 'NLOD'])
      expect(said).toContainEqual(expect.stringContaining(text));
    const { body } = await data('outputFormat=html');
    expect(body).toContain(`<th scope="row">Idea</th><td>${idea}</td>`);
  });

  test('jsonstat-toolkit reads contents, time, units and signs', async () => {
    const read = JSONstat(await dataset('/tables/phase-2019/data?lang=en'));
    expect(read.id).toEqual(['phase', 'ContentsCode', 'Tid']);
    expect(read.Data({ phase: 'blank', ContentsCode: 'share', Tid: '2019' })).toMatchObject({
      value: null,
      status: '.',
    });
  });

  test('Parquet has a row for each cell', async () => {
    const numbers = await cells();
    const file = new Uint8Array((await data('outputFormat=parquet')).rawPayload).buffer;
    const rows = await parquetReadObjects({ file });
    expect(rows).toHaveLength(4);
    for (const row of rows)
      expect(row).toMatchObject({ value: numbers[`${row.phase} count ${row.Tid}`], status: null });
    expect(rows[0]).toMatchObject({ phase: 'idea', phase_label: 'Idea', ContentsCode: 'count', Tid: '2019' });
  });
});

describe('limits', () => {
  test('of requests are as /config says; a selection that is posted is a reading', async () => {
    const limits = { all: 7, writes: 2, logins: 1, reports: 1 };
    const limited = await buildApp({ config: testConfig(), db, clock: () => now, limits });
    const { maxCallsPerTimeWindow, timeWindow } = (await limited.inject(`${base}/config`)).json();
    const posted = await limited.inject({ method: 'POST', url: `${base}/tables/phase-2019/data`, payload: {} });
    expect([posted.statusCode, posted.headers['ratelimit-policy']]).toEqual([
      200,
      `${maxCallsPerTimeWindow};w=${timeWindow}`,
    ]);
    await limited.close();
  });

  test('of cells refuse what is asked for, and make a whole table its newest year and first contents', () => {
    const of = (id: string, codes: string[], role?: 'metric' | 'time') => ({
      ...{ id, label: name, elimination: false, ...(role && { role }) },
      categories: codes.map((code) => ({ code, label: name })),
    });
    const sides = [
      of('x', ['a', 'b']),
      of('ContentsCode', ['count', 'share'], 'metric'),
      of('Tid', ['1', '2'], 'time'),
    ];
    const space = { sides, cell: (codes: readonly string[]) => codes.join(' '), perYear: [] };
    expect(chosenIn(space, new Map(), 8).cells).toHaveLength(8);
    expect(chosenIn(space, new Map(), 7).cells).toEqual(['a count 2', 'b count 2']);
    const all = new Map(sides.map(({ id }) => [id, { values: ['*'] }]));
    expect(() => chosenIn(space, all, 7)).toThrow(expect.objectContaining({ code: 'tooManyCells' }));
  });
});

describe('the examples of docs/api.md', async () => {
  const text = await readFile(new URL('../../../../docs/api.md', import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/```(\w+)\n(.*?)```/gs)].filter(([, , code]) => code?.includes('pxwebapi'));
  const example = 'https://samblikk.example';

  test('lead to numbers', async () => {
    const urls = blocks.flatMap(([, , code = '']) => [...code.matchAll(/"https:\/\/samblikk\.example([^"]+)"/g)]);
    expect(urls.length).toBe(4);
    for (const [, url = ''] of urls) expect((await app.inject(url)).statusCode, url).toBe(200);
    // As PxWebApiData asks for what the example says.
    const path = '/tables/phase-ministry-2019';
    follows('Dataset', await dataset(`${path}/metadata?lang=en&outputFormat=json-stat2`));
    const chosen = 'valueCodes[phase]=*&valueCodes[ContentsCode]=count,share&valueCodes[Tid]=top(2)';
    const read = JSONstat(await dataset(`${path}/data?lang=en&${chosen}&outputFormat=json-stat2`));
    expect([read.id, read.size.slice(1)]).toEqual([
      ['phase', 'ContentsCode', 'Tid'],
      [2, 2],
    ]);
  });

  test.skipIf(spawnSync('python3', ['--version']).status !== 0)('run in Python as they stand', async () => {
    const [, , code = ''] = blocks.find(([, language, all]) => language === 'python' && all?.includes('urllib')) ?? [];
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const { stdout } = await promisify(execFile)('python3', ['-c', code.replaceAll(example, address)]);
    const numbers = await own(2019, 'table?rows=phase&columns=ministry');
    const [codes, number] = numbers.find(([at]) => at.startsWith('idea HOD')) ?? [];
    expect(stdout.split('\n')).toContain(`${codes} count 2019 ${number}`);
  });
});

describe('selections', () => {
  const side = (codes: string[], role?: 'time') => ({
    id: 'x',
    ...(role && { role }),
    categories: codes.map((code) => ({ code, label: name })),
  });
  const letters = side(['a1', 'a2', 'b1', 'b2']);
  const years = side(['2019', '2020', '2021'], 'time');
  test.each([
    ['*', letters, ['a1', 'a2', 'b1', 'b2']],
    ['a*', letters, ['a1', 'a2']],
    ['*1', letters, ['a1', 'b1']],
    ['?2', letters, ['a2', 'b2']],
    ['B1', letters, ['b1']],
    ['top(2)', letters, ['a1', 'a2']],
    ['top(2,1)', letters, ['a2', 'b1']],
    ['bottom(1)', letters, ['b2']],
    ['from(b1)', letters, ['b1', 'b2']],
    ['TO(a2)', letters, ['a1', 'a2']],
    ['range(b1,a2)', letters, ['a2', 'b1']],
    ['top(2)', years, ['2020', '2021']],
    ['bottom(1)', years, ['2019']],
    ['top(1,1)', years, ['2020']],
    ['202?', years, ['2020', '2021']],
  ])('%s', (value, of, codes) => {
    expect(expand(value, of)).toEqual(codes);
  });
  test.each(['a*b', 'top(x)', 'top(0)', 'from(a,b)', 'range(a1)', 'range(a1,zz)', 'zz'])('%s is refused', (value) => {
    expect(() => expand(value, letters)).toThrow();
  });
  test('commas within brackets part nothing', () => {
    expect(listed('a,[range(b,c)],top(2,1),')).toEqual(['a', 'range(b,c)', 'top(2,1)']);
  });
});
