import type { JsonStat, RegisterList } from '@samblikk/contract';
import { formats, formatsOf, license, type RegisterFormat } from '@samblikk/contract';
import { unharmed } from '@samblikk/files';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import readExcel from 'read-excel-file/node';
import { expect, test, vi } from 'vitest';
import { testConfig } from '../../access/auth/testing.ts';
import { searchRegister } from '../search.ts';
import { registerSite } from '../testing-site.ts';
import { listingOf, registerFile } from './index.ts';

const { app, db, rows: frozen, get, list } = await registerSite();

/** The numbers of the measures in a file, in order, and its first row by column name, as another program reads it. */
const readers: Record<RegisterFormat, (file: Buffer) => Promise<Record<string, unknown>[]>> = {
  csv: async (file) => parse(file, { columns: true }),
  'csv-excel': async (file) => parse(file, { columns: true, delimiter: ';', bom: true, record_delimiter: ['\r\n'] }),
  json: async (file) => JSON.parse(file.toString()).measures,
  ndjson: async (file) =>
    file
      .toString()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line)),
  xlsx: async (file) => {
    const [sheet] = await readExcel(file);
    const [head = [], ...lines] = sheet?.data ?? [];
    return lines.map((line) => Object.fromEntries(head.map((name, at) => [String(name), line[at]])));
  },
  parquet: async (file) => parquetReadObjects({ file: new Uint8Array(file).buffer }),
};
const all = formatsOf('register');
const numberIn = (row: Record<string, unknown>) => String(row.number ?? row.Nummer);

/** The file of a search in a format, by the address that pages link to. */
async function file(format: RegisterFormat, query: string) {
  const asked = all.find((one) => one.format === format);
  const more = new URLSearchParams(asked?.query).toString();
  const reply = await get(`.${formats[format].ending}?${query}${more && `&${more}`}`);
  expect(reply.statusCode, reply.body.slice(0, 500)).toBe(200);
  return reply;
}

test('for random searches every file has the rows of the screen, in its order, and as many as table and facet count', async () => {
  const { facets } = await list('');
  const values = facets
    .filter(({ id }) => id !== 'round')
    .flatMap(({ id, values: of }) => of.map(({ code }) => [id, code] as const));
  const search = fc.record({
    chosen: fc.uniqueArray(fc.constantFrom(...values), { minLength: 0, maxLength: 3, selector: ([id]) => id }),
    sort: fc.constantFrom('', 'name', '-cost', 'agency', 'number'),
    q: fc.constantFrom('', '', 'tilsyn', 'digital arkiv'),
  });
  await fc.assert(
    fc.asyncProperty(
      search,
      fc.constantFrom(...all.map(({ format }) => format)),
      async ({ chosen, sort, q }, format) => {
        const filters = chosen.map(([id, code]) => `${id}=${encodeURIComponent(code)}`).join('&');
        const query = [filters, sort && `sort=${sort}`, q && `q=${encodeURIComponent(q)}`].filter(Boolean).join('&');
        const screen: RegisterList = await list(`size=100&${query}`);
        const rows = await readers[format]((await file(format, query)).rawPayload);
        expect([format, query, rows.length]).toEqual([format, query, screen.total]);
        expect(rows.slice(0, 100).map(numberIn)).toEqual(screen.items.map(({ number }) => number));
        for (const [id, code] of chosen) {
          const counted = screen.facets.find((facet) => facet.id === id)?.values.find((value) => value.code === code);
          // A facet whose list is cut shows the chosen ones all the same.
          expect([id, code, counted?.count]).toEqual([id, code, rows.length]);
        }
        const [first] = chosen;
        if (q !== '' || !first) return;
        const others = chosen
          .slice(1)
          .map(([id, code]) => `${id}=${encodeURIComponent(code)}`)
          .join('&');
        const table: JsonStat = (await app.inject(`/api/v1/statistics/2019/table?rows=${first[0]}&${others}`)).json();
        const at = table.dimension[first[0]]?.category.index.indexOf(first[1]) ?? -1;
        expect([query, (table.value[at] ?? 0) - (screen.withheld ?? 0)]).toEqual([query, rows.length]);
      },
    ),
    { seed: 9, numRuns: 40 },
  );
}, 120_000);

test('each file says codes and texts, whose the measure is, where it is from and as of when', async () => {
  const query = 'ministry=KMD&phase=idea,concept&sort=name';
  const screen = await list(`size=100&${query}`);
  const source = `${testConfig().publicUrl}/register?ministry=KMD&phase=idea,concept&sort=name`;
  const dataAsOf = screen.releases[0]?.dataAsOf;
  const [one] = screen.items;
  for (const { format } of all) {
    const reply = await file(format, query);
    expect(String(reply.headers.link).split(', ')[0]).toBe(`<${license.url}>; rel="license"`);
    expect(reply.headers['content-type']).toContain(formats[format].type);
    const name = `samblikk-tiltak-2019-ministry-KMD-phase-idea+concept.${formats[format].ending}`;
    expect(reply.headers['content-disposition']).toContain(`filename="${name}"`);
    expect(reply.headers['last-modified']).toBeDefined();
    const again = await get(`${reply.raw.req.url?.replace('/api/v1/register', '')}`, {
      'if-none-match': String(reply.headers.etag),
    });
    expect(again.statusCode).toBe(304);
    const row = (await readers[format](reply.rawPayload))[0] ?? {};
    if (format === 'json' || format === 'ndjson') {
      expect(row).toMatchObject({
        agency: one?.agency,
        ministry: { code: 'KMD' },
        texts: { phase: 'Idé' },
        answers: { phase: 'idea' },
      });
      expect(format === 'json' ? JSON.parse(reply.body) : row).toMatchObject({ source });
    } else if (format === 'csv' || format === 'parquet') {
      expect(row).toMatchObject({ agency: one?.agency.code, agencyName: one?.agency.label, ministry: 'KMD' });
      expect(row).toMatchObject({ phase: 'idea', phase_label: 'Idé', source, dataAsOf, release: '2019.1' });
    } else {
      expect(row).toMatchObject({
        Organisasjonsnummer: one?.agency.code,
        'Departement (kode)': 'KMD',
        'Fase (kode)': 'idea',
        Fase: 'Idé',
      });
      expect(row).toMatchObject({ Kilde: source, 'Data per': '2019-09-25', Utgave: '2019.1' });
    }
  }
  const { key_value_metadata: said } = parquetMetadata(
    new Uint8Array((await file('parquet', query)).rawPayload).buffer,
  );
  expect(said?.find(({ key }) => key === 'source')?.value).toBe(source);
  const [, explained] = await readExcel((await file('xlsx', query)).rawPayload);
  expect(explained?.sheet).toBe('Forklaring');
  expect(explained?.data).toContainEqual(['Adresse', source, null]);
  expect(explained?.data.flat()).toContain(`Fase`);
});

test('amounts are numbers, and texts are the agency’s to the letter, in every file', async () => {
  const known = new Map(frozen.map(({ number, answers }) => [number, answers]));
  for (const { format } of all) {
    const rows = await readers[format]((await file(format, 'sort=number')).rawPayload);
    for (const row of rows.slice(0, 60)) {
      const answers = known.get(numberIn(row));
      const json = row.answers as Record<string, unknown> | undefined;
      const cost = json ? json.totalCost : (row.totalCost ?? row.Kostnadsramme);
      const name = String(json ? json.name : (row.name ?? row['Navn på tiltaket'] ?? row.Navn));
      expect([format, numberIn(row), Number(cost ?? 0)]).toEqual([format, numberIn(row), answers?.totalCost ?? 0]);
      expect(format.startsWith('csv') ? unharmed(name) : name).toBe(answers?.name);
    }
  }
});

test.each(all.map(({ format }) => format))(
  'a long file is sent as it is read, and holds little: %s',
  async (format) => {
    const asked = { q: '', rounds: [], release: undefined, filters: {}, sort: '', language: 'nb' } as const;
    const listing = listingOf(await searchRegister(db, new Date(), asked), asked, '');
    const entries = Uint32Array.from({ length: 40_000 }, (_, at) => listing.entries[at % listing.entries.length] ?? 0);
    const reading = vi.spyOn(db, 'execute');
    const pieces = registerFile(db, format, { ...listing, entries })[Symbol.asyncIterator]();
    const batches = () => reading.mock.calls.length;
    let bytes = 0;
    for (let piece = await pieces.next(); bytes < 4; piece = await pieces.next()) bytes += piece.value.length;
    await new Promise((done) => setTimeout(done, 100));
    // Of 1,600 batches of 25: as many as a row group holds, and what fills the streams between.
    expect(batches()).toBeLessThan(100);
    await pieces.return?.();
    reading.mockRestore();
  },
);
