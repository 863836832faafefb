import { csvType, type JsonStat, parquetType, xlsxType } from '@samblikk/contract';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { connect } from '../platform/db/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound } from '../releases/index.ts';

const { db, pool, url, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false });
await import2019(db);
const request = { year: 2019, actor: 'system:test', now: new Date('2026-03-02T09:00:00Z') };
await freezeRound(db, request);

afterAll(async () => {
  await app.close();
  await close();
});

const base = '/api/v1/statistics/2019';
const get = (path: string, headers: Record<string, string> = {}) => app.inject({ url: `${base}/${path}`, headers });
const table = async (query: string) => (await get(`table?${query}`)).json() as JsonStat;

/** Cells by their codes, joined by a space; zeros left out. */
function cells(stat: JsonStat): Record<string, number> {
  const sides = stat.id.slice(0, -2);
  const [rows, columns = ['']] = sides.map((id) => stat.dimension[id]?.category.index ?? []);
  const all = (rows ?? []).flatMap((row, i) =>
    columns.map((column, j) => [`${row} ${column}`.trim(), stat.value[i * columns.length + j] ?? 0] as const),
  );
  return Object.fromEntries(all.filter(([, value]) => value !== 0));
}

async function counted(select: string, where = 'true'): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ key: string; n: string }>(
    `select ${select} as key, count(*) as n from release_measure where ${where} group by 1`,
  );
  return Object.fromEntries(rows.map(({ key, n }) => [key, Number(n)]));
}

test('phase by funding gives the published margins', async () => {
  const stat = await table('rows=phase&columns=funding');
  expect(stat).toMatchObject({ version: '2.0', class: 'dataset', id: ['phase', 'funding', 'contents', 'year'] });
  expect(stat.dimension.funding?.category.index).toEqual(['yes', 'no', 'partly', 'blank']);
  expect(stat.extension.margins.columns).toEqual([301, 61, 56, 14]);
  expect(stat.extension).toMatchObject({
    n: 432,
    several: false,
    frozenAt: '2026-03-02T09:00:00.000Z',
    release: { number: 1, n: 432 },
    register: { href: '/api/v1/register', parameters: { round: '2019' } },
  });
  expect(stat.note?.join(' ')).toMatch(/oppdiktet|rekonstruksjon|etter fristen/);
});

describe('numbers agree with SQL over the same rows', () => {
  const blank = (id: string) => `coalesce(answers->>'${id}', 'blank')`;
  /** Where it is also said whose: what a measure withheld whole answered counts as withheld. */
  const unlessWithheld = (id: string) => `case when visibility = 'withheld' then 'withheld' else ${blank(id)} end`;
  test.each([
    ['rows=phase', blank('phase'), 'true'],
    ['rows=phase&columns=funding', `${blank('phase')} || ' ' || ${blank('funding')}`, 'true'],
    [
      'rows=innovation&columns=phase&ministry=KMD,FIN',
      `${unlessWithheld('innovation')} || ' ' || ${unlessWithheld('phase')}`,
      `known->>'ministry' in ('KMD', 'FIN')`,
    ],
    ['rows=phase&agency=889640782', unlessWithheld('phase'), `known->>'agency' = '889640782'`],
    ['rows=ministry&columns=skate', `(known->>'ministry') || ' ' || (known->>'skate')`, 'true'],
    [
      'rows=funding&columns=publishable',
      `${unlessWithheld('funding')} || ' ' || ${unlessWithheld('publishable')}`,
      'true',
    ],
    [
      'rows=funding&skate=yes&phase=idea,execution',
      blank('funding'),
      `known->>'skate' = 'yes' and visibility <> 'withheld' and answers->>'phase' in ('idea', 'execution')`,
    ],
    ['rows=publishable', `answers->>'publishable'`, 'true'],
    ['rows=funding&phase=blank,idea', blank('funding'), `(answers->>'phase' is null or answers->>'phase' = 'idea')`],
    ['rows=involvedScope', blank('involvedScope'), `answers->>'involvesOthers' = 'yes'`],
    [
      'rows=phase&effects=efficiency&effects=serviceQuality',
      blank('phase'),
      `answers->'effects' ?| array['efficiency','serviceQuality']`,
    ],
  ])('%s', async (query, select, where) => {
    const expected = await counted(select, where);
    expect(Object.keys(expected).length).toBeGreaterThan(1);
    expect(cells(await table(query))).toEqual(expected);
  });

  test('cost bands', async () => {
    const band = `case when answers->'totalCost' is null then 'blank' when (answers->>'totalCost')::bigint < 10000000 then 'under10m'
      when (answers->>'totalCost')::bigint < 50000000 then 'from10to50m' when (answers->>'totalCost')::bigint <= 100000000 then 'from50to100m' else 'over100m' end`;
    expect(cells(await table('rows=costBand'))).toEqual(await counted(band));
  });

  test('several answers count one measure more than once, and n counts it once', async () => {
    const { rows } = await pool.query<{ key: string; n: string }>(
      `select code as key, count(*) as n from release_measure, jsonb_array_elements_text(answers->'effects') as code group by 1`,
    );
    const stat = await table('rows=effects');
    const { blank: none, ...answered } = cells(stat);
    expect(answered).toEqual(Object.fromEntries(rows.map(({ key, n }) => [key, Number(n)])));
    expect(none ?? 0).toBe((await counted(`'x'`, `answers->'effects' is null`)).x ?? 0);
    expect(stat.extension).toMatchObject({ n: 432, several: true });
  });

  test('sums, which leave out the amounts of withheld measures', async () => {
    const stat = await table('rows=phase&measure=sum&of=totalCost');
    const { rows } = await pool.query<{ key: string; n: string }>(
      `select coalesce(answers->>'phase', 'blank') as key, sum((answers->>'totalCost')::bigint) as n from release_measure where answers ? 'totalCost' and visibility <> 'withheld' group by 1`,
    );
    expect(cells(stat)).toEqual(Object.fromEntries(rows.map(({ key, n }) => [key, Number(n)])));
  });
});

test('shares have a base, and an empty base is null', async () => {
  const stat = await table('rows=funding&share=table');
  expect(stat.value.map((value) => Math.round(value ?? -1))).toEqual([72, 15, 13]);
  expect(stat.extension).toMatchObject({ n: 418, measure: 'share', unit: 'percent' });
  const empty = await table('rows=funding&share=table&agency=000000000');
  expect(empty.value).toEqual([null, null, null]);
});

test.each([
  ['rows=nonsense', 'nonsense'],
  ['rows=phase&columns=totalCost', 'totalCost'],
  ['rows=phase&phase=nonsense', 'phase'],
  ['rows=contactEmail', 'contactEmail'],
])('%s is refused and the known are named', async (query, question) => {
  const reply = await get(`table?${query}`);
  expect(reply.statusCode).toBe(422);
  expect(reply.json()).toMatchObject({ code: 'unknownVariable', issues: [{ question }] });
  expect(reply.json().issues[0].params.known).toContain(query.includes('phase=nonsense') ? 'idea' : 'phase');
});

test('a sum without an amount says that the parameter is missing, and a number that is none what it should be', async () => {
  const sum = (await get('table?rows=phase&measure=sum&lang=en')).json();
  expect(sum).toMatchObject({
    code: 'unknownVariable',
    detail: '`of` must say which amount. Known: totalCost, budgetThisYear.',
    issues: [{ question: 'of' }],
  });
  const release = (await get('table?rows=phase&release=x&lang=nn')).json();
  expect(release).toMatchObject({ code: 'invalidRequest', detail: 'Parametrane: release skal vere eit tal' });
});

test('a parameter that is no variable filters nothing, and is named', async () => {
  const plain = await table('rows=phase');
  const linked = await table('rows=phase&utm_source=x&fbclid=y&name=x&constructor=z');
  expect(linked.value).toEqual(plain.value);
  expect(linked.extension?.ignored).toEqual(['utm_source', 'fbclid', 'name', 'constructor']);
  expect(plain.extension?.ignored).toBeUndefined();
  // A file cannot name it.
  const file = (more: string) => app.inject(`/api/v1/statistics/2019/table?rows=phase&format=csv&${more}`);
  expect([(await file('minstry=HOD')).statusCode, (await file('utm_source=x')).statusCode]).toEqual([422, 200]);
});

test('CSV, Excel’s CSV and XLSX of the same table', async () => {
  const csv = await get('table?rows=phase&columns=funding', { accept: 'text/csv' });
  expect(csv.headers['content-type']).toContain('text/csv');
  const records = parse(csv.body, { columns: true }) as Record<string, string>[];
  const total = records.filter((row) => row.funding === 'yes').reduce((sum, row) => sum + Number(row.value), 0);
  expect(total).toBe(301);
  const preferred = await get('table?rows=phase', { accept: 'text/csv;q=0.1, application/json, */*;q=0' });
  expect(preferred.headers['content-type']).toContain('application/json');
  const excel = await get('table?rows=phase&columns=funding&format=csv-excel');
  expect(excel.body.startsWith('\uFEFF')).toBe(true);
  // Two variables with code and label, the number, whether it is published, the notice, and eight that say what the number is.
  expect(excel.body.split('\r\n')[0]?.split(';').length).toBe(15);
  const page = 'http://localhost/tall/tabell?rows=phase&columns=funding&year=2019&release=1';
  expect(records[0]).toMatchObject({ contents: 'count', unit: 'measures', n: '432', release: '2019.1', source: page });
  const xlsx = await get('table?rows=phase&format=xlsx');
  expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK');
  expect(xlsx.headers['content-disposition']).toContain('samblikk-2019-phase.xlsx');
  const parquet = await get('table?rows=phase', { accept: 'application/vnd.apache.parquet' });
  expect(parquet.headers['content-disposition']).toContain('samblikk-2019-phase.parquet');
  const rows = await parquetReadObjects({ file: Uint8Array.from(parquet.rawPayload).buffer });
  const { value } = await table('rows=phase');
  expect(rows.map((row) => Number(row.value))).toEqual(value);
});

test('JSON-stat says where the same numbers are for good, in every format, and what describes them', async () => {
  for (const path of ['table?rows=phase&funding=yes&utm_source=x&lang=nn', 'figures/funding?lang=en']) {
    const stat = (await get(path)).json() as JsonStat;
    const again = await app.inject(new URL(stat.href ?? '').href);
    expect([path, stat.href]).toEqual([path, expect.stringMatching(/release=1&lang=n?[nen]+&format=json$/)]);
    const { extension } = again.json() as JsonStat;
    expect(again.json()).toEqual({ ...stat, extension });
    expect(extension.counts).toEqual(stat.extension.counts);
    const { alternate = [], describedby = [], related = [], license = [] } = stat.link ?? {};
    expect(alternate.map(({ type }) => type)).toEqual([xlsxType, csvType, csvType, parquetType]);
    for (const { href, type } of [...alternate, ...describedby]) {
      const reply = await app.inject(href);
      expect([href, reply.statusCode, reply.headers['content-type']?.toString().split(';')[0]]).toEqual([
        href,
        200,
        type,
      ]);
    }
    expect([related.length, license.length]).toEqual([1, 1]);
    expect(related[0]?.href).not.toContain('utm_source');
  }
});

test('a file is called by what is in it', async () => {
  const name = async (query: string) =>
    /filename="(.*)"/.exec(String((await get(`table?${query}&format=csv`)).headers['content-disposition']))?.[1];
  expect(await name('rows=phase&columns=funding&ministry=KMD,FIN')).toBe(
    'samblikk-2019-phase-funding-ministry-KMD+FIN.csv',
  );
  expect(await name('rows=phase&measure=sum&of=totalCost')).toBe('samblikk-2019-phase-sum-totalCost.csv');
  expect(await name('rows=technologies&share=table&base=asked')).toBe('samblikk-2019-technologies-share-asked.csv');
});

describe('three variables, comparisons and quantiles', () => {
  /** How many measures the register lists for a query, the withheld counted in. */
  async function listed(measures: Record<string, string[]>): Promise<number> {
    const query = Object.entries(measures).map(([name, codes]) => [name, codes.join(',')] as [string, string]);
    const url = `/api/v1/register?${new URLSearchParams([['round', '2019'], ...query])}`;
    const { total, withheld } = (await app.inject({ url })).json() as { total: number; withheld: number };
    return total + withheld;
  }

  test('count as SQL does, and lead to lists of their length, whose and what together too', async () => {
    const stat = await table('rows=phase&columns=funding&layers=innovation');
    expect(stat.id).toEqual(['phase', 'funding', 'innovation', 'contents', 'year']);
    const code = (id: string) => `coalesce(answers->>'${id}', 'blank')`;
    const { rows } = await pool.query<{ key: string[]; n: string }>(
      `select array[${['phase', 'funding', 'innovation'].map(code)}] as key, count(*) as n from release_measure group by 1`,
    );
    const numbers = new Map(rows.map(({ key, n }) => [key.join(' '), Number(n)]));
    const [phase, funding, innovation] = stat.id.map((id) => stat.dimension[id]?.category.index ?? []);
    const keys = phase?.flatMap((a) => funding?.flatMap((b) => innovation?.map((c) => `${a} ${b} ${c}`) ?? []) ?? []);
    expect(stat.value).toEqual(keys?.map((key) => numbers.get(key) ?? 0));

    const { extension, dimension } = await table('rows=funding&columns=phase&layers=skate');
    const { cells: queries, layers = [], rowsByLayer = [], all } = extension.measures;
    expect(await Promise.all(layers.map(listed))).toEqual(extension.margins.layers);
    expect(await Promise.all(rowsByLayer.map(listed))).toEqual(extension.margins.rowsByLayer);
    expect(await listed(all)).toBe(extension.n);
    const some = queries.flatMap((query, at) => (at % 7 === 0 ? [[query, extension.counts[at]] as const] : []));
    expect(await Promise.all(some.map(([query]) => listed(query)))).toEqual(some.map(([, count]) => count));
    // Who and what together: what is withheld is told as that.
    expect(dimension.phase?.category.index).toContain('withheld');
  });

  test('put one ministry beside the rest or beside all, in title, file name and lists', async () => {
    const rest = await table('rows=phase&compare=ministry:KMD&lang=nb');
    expect(rest.label).toMatch(/^Tiltak etter: Fase og Departement: .* mot alle andre, 2019$/);
    const whole = await table('rows=phase&columns=ministry');
    const kmd = whole.dimension.ministry?.category.index.indexOf('KMD') ?? -1;
    const [chosen, others] = rest.extension.margins.columns ?? [];
    expect(chosen).toBe(whole.extension.margins.columns?.[kmd]);
    expect(others).toBe(432 - Number(chosen));
    const { columns = [], all } = rest.extension.measures;
    expect(await Promise.all([...columns, all].map(listed))).toEqual([chosen, others, 432]);

    const among = await table('rows=phase&columns=funding&compare=skate:yes&against=all&share=layers');
    expect(among.id.slice(0, 3)).toEqual(['phase', 'funding', 'skate']);
    expect(among.extension.several).toBe(true);
    expect(await Promise.all((among.extension.measures.layers ?? []).map(listed))).toEqual(
      among.extension.margins.layers,
    );
    const csv = await get('table?rows=phase&compare=ministry:KMD&format=csv');
    expect(csv.headers['content-disposition']).toContain('samblikk-2019-phase-ministry-KMD-vs-rest');
    expect(csv.body.split('\n')[1]).toMatch(/^idea,.*,KMD,/);
  });

  test('read quantiles as SQL does, of what is public', async () => {
    const stat = await table('rows=phase&measure=quantile&p=25&of=totalCost');
    const { rows } = await pool.query<{ key: string; q: number }>(
      `select public_answers->>'phase' as key,
        percentile_cont(0.25) within group (order by (public_answers->>'totalCost')::numeric) as q
       from release_measure where public_answers ? 'totalCost' group by 1`,
    );
    const index = stat.dimension.phase?.category.index ?? [];
    const known = new Map(rows.map(({ key, q }) => [key, Number(q)]));
    for (const code of ['idea', 'execution'])
      expect(stat.value[index.indexOf(code)]).toBeCloseTo(known.get(code) ?? -1, 2);
    expect(stat.extension).toMatchObject({ measure: 'quantile', p: 25, of: 'totalCost', unit: 'kroner' });
    expect(stat.note.join()).toMatch(/type 7/i);
  });

  // Others rely on it: rows and columns are any two variables (the shape of tables is not ours alone to change).
  test('of one variable twice: what measures answered beside itself, and how many gave both of two answers', async () => {
    const each = (
      id: string,
    ) => `jsonb_array_elements_text(case jsonb_typeof(answers->'${id}') when 'array' then answers->'${id}'
      when 'string' then jsonb_build_array(answers->'${id}') else '["blank"]' end)`;
    for (const id of ['phase', 'effects']) {
      const stat = await table(`rows=${id}&columns=${id}`);
      expect(stat.id).toEqual([id, `${id}-2`, 'contents', 'year']);
      const [rows = [], columns = []] = stat.id.map((side) => stat.dimension[side]?.category.index);
      expect(columns).toEqual(rows);
      const { rows: said } = await pool.query<{ one: string; other: string; n: number }>(
        `select one, other, count(*)::int as n
          from (select ${each(id)} as one, answers from release_measure) m, lateral (select ${each(id)} as other) o group by 1, 2`,
      );
      const known = new Map(said.map(({ one, other, n }) => [`${one} ${other}`, n]));
      const cells = rows.flatMap((row) => columns.map((column) => known.get(`${row} ${column}`) ?? 0));
      expect(stat.value).toEqual(cells);
      expect(cells.filter((n) => n > 0)).toHaveLength(said.length);
      expect(stat.extension.n).toBe(432);
    }
    const listed = await table('rows=phase&columns=phase&measure=share&share=rows');
    expect(listed.value.every((value) => value === 0 || value === 100)).toBe(true);
  });

  test.each([
    ['rows=phase&columns=phase&layers=skate', 'impossibleTable', /phase/],
    ['rows=phase&columns=funding&layers=skate&compare=ministry:KMD', 'impossibleTable', /layers/],
    ['rows=phase&compare=ministry:XYZ', 'unknownVariable', /KMD/],
    ['rows=phase&compare=nothing:x', 'unknownVariable', /ministry/],
    ['rows=phase&compare=effects:efficiency', 'unknownVariable', /against=all/],
    ['rows=phase&measure=quantile&p=25&of=phase', 'unknownVariable', /totalCost/],
    ['rows=phase&measure=quantile&p=125&of=totalCost', 'invalidRequest', /./],
  ])('%s is refused, and told why', async (query, code, detail) => {
    const reply = await get(`table?${query}`);
    expect(reply.statusCode).toBe(code === 'invalidRequest' ? 400 : 422);
    expect(reply.json()).toMatchObject({ code });
    expect(reply.json().detail).toMatch(detail);
  });
});

describe('notes are computed from the rows of the table', () => {
  test('late ones are told where they are, and only there', async () => {
    const { rows } = await pool.query<{ ministry: string; n: string }>(
      `select known->>'ministry' as ministry, count(*) filter (where late and visibility <> 'withheld') as n from release_measure group by 1`,
    );
    expect(rows.some(({ n }) => n === '0') && rows.some(({ n }) => n !== '0')).toBe(true);
    for (const { ministry, n } of rows) {
      const { extension, note } = await table(`rows=phase&ministry=${ministry}`);
      expect([ministry, extension.late]).toEqual([ministry, Number(n)]);
      expect(note.some((text) => text.includes('etter fristen'))).toBe(n !== '0');
    }
    const funding = (await get('figures/funding')).json() as JsonStat;
    expect(funding.extension).toMatchObject({ n: 418, late: 0, leftOut: { blank: 14 } });
    // 14 with those withheld whole, of which a table does not tell it (decision 12).
    const open = rows.reduce((sum, { n }) => sum + Number(n), 0);
    expect(open).toBeLessThan(14);
    expect(funding.note).toContain(`${open} av de offentlige tiltakene som er holdt utenfor, kom inn etter fristen.`);
  });

  test('a sum leaves out 115 without an amount and those whose amount is withheld: two numbers', async () => {
    const { extension } = await table('rows=phase&measure=sum&of=totalCost');
    const { x: withheld = 0 } = await counted(`'x'`, `visibility = 'withheld' and answers ? 'totalCost'`);
    const { x: blank } = await counted(`'x'`, `not answers ? 'totalCost'`);
    expect(blank).toBe(115);
    expect(extension).toMatchObject({
      n: 317 - withheld,
      leftOut: { withoutAmount: 115, amountWithheld: withheld },
    });
  });
});

test('numbers are dated by the day the answers are as of, and say whether they are published', async () => {
  const stat = await table('rows=funding');
  expect(stat.extension).toMatchObject({
    dataAsOf: '2019-09-25T21:59:59.000Z',
    frozenAt: '2026-03-02T09:00:00.000Z',
    provenance: { source: 'Difi-notat 2019:10', values: ['published', 'published', 'published', 'invented'] },
  });
  expect(stat.note[0]).toBe(stat.extension.notice);
  const csv = parse((await get('table?rows=funding&format=csv')).body, { columns: true }) as Record<string, string>[];
  expect(csv.map(({ provenance }) => provenance)).toEqual(stat.extension.provenance?.values);
  expect(csv.every(({ notice }) => notice?.includes('rekonstruksjon'))).toBe(true);
});

test('labels come in the language asked for', async () => {
  const labels = async (query: string, headers = {}) =>
    ((await get(`table?rows=funding${query}`, headers)).json() as JsonStat).dimension.funding?.category.label.partly;
  expect([
    await labels(''),
    await labels('&lang=en'),
    await labels('', { 'accept-language': 'en-GB,en;q=0.8' }),
  ]).toEqual(['Delvis', 'Partly', 'Partly']);
});

test('the variables say what can be counted by', async () => {
  const { variables, release } = (await get('variables')).json();
  expect(release).toMatchObject({ number: 1, n: 432 });
  const ids = variables.map((variable: { id: string }) => variable.id);
  expect(ids).toEqual(expect.arrayContaining(['agency', 'ministry', 'phase', 'costBand', 'skate', 'totalCost']));
  expect(ids).not.toContain('contactEmail');
  const ministry = variables.find((variable: { id: string }) => variable.id === 'ministry');
  expect(ministry.options).toHaveLength(13);
  expect(ministry.options.find((option: { code: string }) => option.code === 'FIN').label).toBe('Finansdepartementet');
});

test('all ten figures come in every format', async () => {
  const { figures } = (await get('figures')).json();
  expect(figures.map((figure: { number: number }) => figure.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  for (const { href, title } of figures) {
    const json = await app.inject(href);
    expect(json.json()).toMatchObject({ class: 'dataset', label: title });
    expect((await app.inject(`${href}?format=csv`)).body.split('\n').length).toBeGreaterThan(2);
    expect((await app.inject(`${href}?format=xlsx`)).statusCode).toBe(200);
    const svg = await app.inject(`${href}?format=svg`);
    expect([svg.statusCode, svg.headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(svg.body).toContain(`<title id="figure-title">${title}</title>`);
  }
  expect((await get('figures/nonsense')).statusCode).toBe(404);
});

test('a picture says by itself what it says, of what, from where; and is refused where it would be no picture', async () => {
  const svg = (await get('figures/cost-bands?format=svg&lang=nb')).body;
  const said = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(' ');
  for (const text of [
    'n = 317 tiltak. Tiltak med svar.',
    'Utgave 2019.1, data per',
    'Kilde: Samblikk',
    '/tall?year=2019&#38;release=1#cost-bands',
    '3 av 4 andeler er publisert i Difi-notat 2019:10.',
    'Tall med * er oppdiktet.',
  ])
    expect(said).toContain(text);
  // As wide as it says, twice.
  const png = await get('figures/cost-bands', { accept: 'image/png' });
  expect([png.statusCode, png.headers['content-type'], png.rawPayload.readUInt32BE(16)]).toEqual([
    200,
    'image/png',
    1600,
  ]);
  expect(png.headers['content-disposition']).toBe('attachment; filename="samblikk-2019-cost-bands.png"');
  const own = await get('table?rows=phase&columns=funding&ministry=FIN&format=svg&lang=en');
  expect(own.body).toContain(
    '/en/tall/tabell?rows=phase&#38;columns=funding&#38;ministry=FIN&#38;year=2019&#38;release=1',
  );
  const all = await get('table?rows=agency&format=png');
  expect([all.statusCode, all.json().code]).toEqual([422, 'tooLargeToDraw']);
});

test('what is public is cacheable and answers 304 to who has it', async () => {
  const first = await get('table?rows=phase');
  expect(first.headers).toMatchObject({
    'cache-control': 'public, max-age=60, s-maxage=300',
    'last-modified': 'Mon, 02 Mar 2026 09:00:00 GMT',
  });
  const again = await get('table?rows=phase', { 'if-none-match': String(first.headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  // An hour and no longer: what is pinned never changes, but its release may be withdrawn.
  expect((await get('table?rows=phase&release=1')).headers['cache-control']).toBe('public, max-age=300, s-maxage=3600');
  expect((await get('table?rows=phase&release=99')).statusCode).toBe(404);
  expect((await app.inject('/api/v1/statistics/2018/table?rows=phase')).statusCode).toBe(404);
});

test('an old release computed again gives the same bytes, after a new one', async () => {
  const before = (await get('table?rows=phase&columns=funding&release=1')).body;
  const figure = (await get('figures/effects?release=1')).body;
  await db.execute(
    sql`update measure_round set withdrawn_at = now() where measure_id = (select id from measure where number = '2019-0003')`,
  );
  const second = await freezeRound(db, { ...request, now: new Date('2026-04-01T09:00:00Z') });
  expect(second.release.number).toBe(2);
  expect((await table('rows=phase')).extension).toMatchObject({ n: 431, release: { number: 2 } });
  // A second copy of the program, with nothing in memory.
  const other = connect(url);
  const copy = await buildApp({ config: testConfig(), db: other.db, limits: false });
  expect((await copy.inject(`${base}/table?rows=phase&columns=funding&release=1`)).body).toBe(before);
  expect((await copy.inject(`${base}/figures/effects?release=1`)).body).toBe(figure);
  await copy.close();
  await other.close();
});
