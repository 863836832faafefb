import { tableFormats } from '@samblikk/contract';
import { readSav } from '@samblikk/files/testing';
import type { FastifyInstance } from 'fastify';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import readExcelFile from 'read-excel-file/node';
import { testConfig } from './access/auth/testing.ts';
import { type AppOptions, buildApp } from './app.ts';
import { connect } from './platform/db/index.ts';

/** For tests: reading what anyone can read. */

/** What a reply says, its headers too; workbooks, Parquet and system files are unpacked, since no word can be seen in their bytes. */
export async function wordsOf(reply: Awaited<ReturnType<FastifyInstance['inject']>>): Promise<string> {
  const type = String(reply.headers['content-type']);
  const headers = JSON.stringify(reply.headers);
  if (type.includes('spreadsheetml')) return headers + JSON.stringify(await readExcelFile(reply.rawPayload));
  if (type.includes('spss')) {
    const { meta, rows } = await readSav(reply.rawPayload);
    return headers + JSON.stringify([meta.sysvars, rows]);
  }
  if (!type.includes('parquet')) return headers + reply.body;
  const file = new Uint8Array(reply.rawPayload).buffer;
  const content = [parquetMetadata(file).key_value_metadata, await parquetReadObjects({ file })];
  return headers + JSON.stringify(content, (_, value) => (typeof value === 'bigint' ? Number(value) : value));
}

/** An address to read, or one that is asked by sending what to select. */
export type Asking = string | { readonly url: string; readonly payload: object };

/** What a copy of the program with nothing in memory answers, byte by byte; without what is new in every reply. By what was asked. */
export async function readAll(
  databaseUrl: string,
  now: Date,
  asked: readonly Asking[],
  more: Pick<AppOptions, 'web'> = {},
): Promise<Map<string, unknown>> {
  const other = connect(databaseUrl);
  const copy = await buildApp({ config: testConfig(), db: other.db, clock: () => now, limits: false, ...more });
  const said = new Map<string, unknown>();
  for (const one of asked) {
    const posted = typeof one === 'string' ? undefined : { method: 'POST' as const, ...one };
    const { statusCode, headers, body } = await copy.inject(posted ?? (one as string));
    const { date: _, 'content-security-policy': __, ...kept } = headers;
    said.set(typeof one === 'string' ? one : JSON.stringify(one), { statusCode, headers: kept, body });
  }
  await copy.close();
  await other.close();
  return said;
}

/** Tables by every variable, alone, with whose, and filtered by what; sums and medians of every amount. */
export async function everyTable(app: FastifyInstance, year: number): Promise<string[]> {
  const { variables } = (await app.inject(`/api/v1/statistics/${year}/variables`)).json() as {
    variables: { id: string; unit: string | null }[];
  };
  const queries = variables.flatMap(({ id }) => [
    // A PNG is drawn of the SVG.
    ...tableFormats.filter((format) => format !== 'png').map((format) => `rows=${id}&format=${format}`),
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
