import type { Facet, JsonStat } from '@samblikk/contract';
import { editionOf, publicRow, variablesOf } from '@samblikk/questionnaire';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { registerSite } from './testing-site.ts';

const { app, rows, get, list, numbers } = await registerSite();

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
  }, 60_000);

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

  test('a name spelt wrong is refused, not the whole register; what counts visits is let through', async () => {
    for (const ending of ['csv', 'xlsx', 'json', 'ndjson', 'parquet', 'csv-metadata.json']) {
      const refused = await get(`.${ending}?minstry=HOD`);
      expect([refused.statusCode, refused.json().issues[0]], ending).toMatchObject([
        422,
        { question: 'minstry', code: 'unknownVariable' },
      ]);
    }
    const body = { email: 'a@example.org', search: 'minstry=HOD', language: 'nb' };
    expect((await app.inject({ method: 'POST', url: '/api/v1/alerts', body })).statusCode).toBe(422);
    const linked = await get('.csv?phase=idea&utm_source=x&fbclid=y&_=1');
    expect(linked.body).toBe((await get('.csv?phase=idea')).body);
  });

  test('Excel’s flavour has words and whole numbers', async () => {
    const reply = await get('.csv?excel=true&phase=idea');
    expect(reply.body.startsWith('\uFEFFNummer;År;')).toBe(true);
    const records = parse(reply.body, { columns: true, delimiter: ';', bom: true }) as Record<string, string>[];
    expect(new Set(records.map((record) => record.Fase))).toEqual(new Set(['Idé']));
    // The day in Norway, which is not that in Greenwich; programs get the moment.
    expect(new Set(records.map((record) => record['Data per']))).toEqual(new Set(['2019-09-25']));
    expect((await get('.csv?phase=idea')).body).toContain(',2019-09-25T21:59:59.000Z,');
    expect(records.some((record) => /^\d{6,}$/.test(record.Kostnadsramme ?? ''))).toBe(true);
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
