import { formatsOf, permissions } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import readExcelFile from 'read-excel-file/node';
import { testConfig } from './access/auth/testing.ts';
import { buildApp } from './app.ts';
import { connect } from './platform/db/index.ts';
import { digdir } from './responses/testing.ts';
import { endpoints } from './testing-requests.ts';

/** For tests: everything that anyone can read, and reading it. */

/** What a reply says, its headers too; workbooks and Parquet are unpacked, since no word can be seen in their bytes. */
export async function wordsOf(reply: Awaited<ReturnType<FastifyInstance['inject']>>): Promise<string> {
  const type = String(reply.headers['content-type']);
  const headers = JSON.stringify(reply.headers);
  if (type.includes('spreadsheetml')) return headers + JSON.stringify(await readExcelFile(reply.rawPayload));
  if (!type.includes('parquet')) return headers + reply.body;
  const file = new Uint8Array(reply.rawPayload).buffer;
  const content = [parquetMetadata(file).key_value_metadata, await parquetReadObjects({ file })];
  return headers + JSON.stringify(content, (_, value) => (typeof value === 'bigint' ? Number(value) : value));
}

/** What a copy of the program with nothing in memory answers, byte by byte; without what is new in every reply. */
export async function readAll(databaseUrl: string, now: Date, urls: readonly string[]): Promise<Map<string, unknown>> {
  const other = connect(databaseUrl);
  const copy = await buildApp({ config: testConfig(), db: other.db, clock: () => now, limits: false });
  const said = new Map<string, unknown>();
  for (const url of urls) {
    const { statusCode, headers, body } = await copy.inject(url);
    const { date: _, 'content-security-policy': __, ...kept } = headers;
    said.set(url, { statusCode, headers: kept, body });
  }
  await copy.close();
  await other.close();
  return said;
}

const openEndpoints = endpoints().filter(
  ({ method, action }) => method === 'GET' && permissions[action] === 'everyone',
);

const everyQuery = [
  '',
  '?lang=en',
  '?format=csv',
  '?format=csv-excel',
  '?format=xlsx',
  '?format=excel',
  '?size=100',
  '?sort=cost',
];

/** What a file with an address of its own is asked in. */
const fileQuery = ['', '?lang=en', '?excel=true'];

/** Every value worth trying for a part of an address. */
const parts = (name: string, ids: readonly string[]): readonly string[] => {
  const known: Record<string, readonly string[]> = {
    year: ['2019', '2026'],
    edition: ['2019', '2026'],
    id: ids,
    name: ['2019', '2026', '2026.1'],
    profile: ['agency', 'ministry', 'tag', 'technology'],
    code: [digdir.orgnr, 'DFD', 'arkiv', 'other'],
  };
  return known[name] ?? ['x'];
};

/** Every open address with every value worth trying, in every format and language. */
export async function everyAddress(app: FastifyInstance, measures: readonly string[]): Promise<string[]> {
  const releases = (await app.inject('/api/v1/releases')).json() as { id: string }[];
  const { figures } = (await app.inject('/api/v1/statistics/2019/figures')).json() as { figures: { id: string }[] };
  const ids = [...measures, ...releases.map(({ id }) => id), ...figures.map(({ id }) => id)];
  const feeds = ['', '/nn', '/en'].flatMap((at) => [
    ...['', '?round=2019', '?q=arkiv', '?phase=execution'].map((query) => `${at}/register.atom${query}`),
    ...measures.map((id) => `${at}/tiltak/${id}.atom`),
  ]);
  const data = openEndpoints.flatMap(({ path }) => {
    let urls = [path as string];
    for (const [part, name = ''] of path.matchAll(/:(\w+)/g))
      urls = urls.flatMap((url) => parts(name, ids).map((value) => url.replace(part, value)));
    return urls.flatMap((url) =>
      (url.includes(measures[0] as string) || !measures.some((id) => url.includes(id))
        ? /\.\w+$/.test(path)
          ? fileQuery
          : everyQuery
        : ['']
      ).map((query) => url + query),
    );
  });
  const editions = ['/2019', '/2026', '/2026.1', '/en/2026'].flatMap((at) =>
    [...formatsOf('edition').map(({ file }) => file), 'checksums.txt'].map((file) => `${at}/${file}`),
  );
  return [...data, ...feeds, ...editions];
}

/** Tables by every variable, alone, with whose, and filtered by what; sums and medians of every amount. */
export async function everyTable(app: FastifyInstance, year: number): Promise<string[]> {
  const { variables } = (await app.inject(`/api/v1/statistics/${year}/variables`)).json() as {
    variables: { id: string; unit: string | null }[];
  };
  const queries = variables.flatMap(({ id }) => [
    ...['json', 'csv', 'csv-excel', 'xlsx'].map((format) => `rows=${id}&format=${format}`),
    `rows=${id}&columns=agency`,
    `rows=${id}&share=table&phase=execution`,
    `rows=${id}&${id}=blank`,
    `rows=agency&${id}=withheld`,
  ]);
  const sums = variables
    .filter(({ unit }) => unit !== null)
    .flatMap(({ id: of }) =>
      ['sum', 'median'].flatMap((measure) =>
        [
          'rows=agency',
          'rows=agency&columns=publishable',
          'rows=funding&publishable=no',
          'rows=phase',
          'rows=agency&phase=execution',
          `rows=phase&${of}=blank`,
        ].map((query) => `${query}&measure=${measure}&of=${of}`),
      ),
    );
  return [...queries, ...sums].map((query) => `/api/v1/statistics/${year}/table?${query}`);
}
