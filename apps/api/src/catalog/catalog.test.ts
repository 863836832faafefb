import { readFileSync } from 'node:fs';
import { formats } from '@samblikk/contract';
import { parse } from 'csv-parse/sync';
import { Parser, type Quad, Store } from 'n3';
import { isomorphic } from 'rdf-isomorphic';
import SHACLValidator from 'rdf-validate-shacl';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { type Name, rdfEndings, rdfFormats, term } from '../platform/rdf/index.ts';
import { readers } from '../platform/rdf/testing.ts';
import { dimensions, type Fetched, points, saidOf } from './testing-quality.ts';

const base = 'https://samblikk.example';
const { db, close } = await testDatabase();
const app = await buildApp({ config: testConfig({ publicUrl: base }), db, limits: false });
await import2019(db, { freeze: true, now: new Date('2026-03-02T09:00:00Z') });
afterAll(async () => {
  await app.close();
  await close();
});

const get = async (url: string, accept?: string) => {
  const reply = await app.inject({ url, headers: accept === undefined ? {} : { accept } });
  expect(reply.statusCode, `${url}: ${reply.body.slice(0, 300)}`).toBe(200);
  return reply;
};
/** What stands behind an address of the catalogue. */
async function fetched(address: string): Promise<Fetched> {
  expect(address.startsWith(`${base}/`), address).toBe(true);
  const { statusCode: status, headers, rawPayload } = await app.inject({ url: address.slice(base.length) });
  const type = String(headers['content-type']).split(';')[0] ?? '';
  return { status, type, readable: await isReadable(type, rawPayload) };
}

async function isReadable(type: string, bytes: Buffer): Promise<boolean> {
  const body = bytes.toString();
  if (type === 'text/csv') {
    const delimiter = body.startsWith('\uFEFF') ? ';' : ',';
    return (parse(body, { delimiter, bom: true }) as string[][]).length > 1;
  }
  if (type === 'application/json') return JSON.parse(body) !== undefined;
  if (type === formats.xlsx.type) return (await readExcelFile(bytes)).length > 0;
  // Parquet begins and ends so.
  if (type === formats.parquet.type) return body.startsWith('PAR1') && bytes.subarray(-4).toString() === 'PAR1';
  const ending = rdfEndings.find((one) => rdfFormats[one].type === type);
  return ending !== undefined && (await readers[ending](body, base)).length > 0;
}

const shapes = (name: string) =>
  new Store(new Parser().parse(readFileSync(new URL(`../../../../data/dcat-ap-no/${name}`, import.meta.url), 'utf8')));

let quads: Quad[];
beforeAll(async () => {
  quads = await readers.ttl((await get('/catalog')).body, base);
});

describe('the catalogue', () => {
  test.each(['shapes-2.00.ttl', 'shapes-3-draft.ttl'])('conforms to DCAT-AP-NO: %s', async (name) => {
    const validator = new SHACLValidator(shapes(name));
    const whole = (without?: string) =>
      new Store([...quads.filter(({ predicate }) => predicate.value !== without), ...shapes('vocabularies.ttl')]);
    const { results } = await validator.validate(whole());
    expect(results.map(({ message, focusNode, path }) => [path?.value, focusNode?.value, message[0]?.value])).toEqual(
      [],
    );
    // The check bites.
    expect((await validator.validate(whole('http://purl.org/dc/terms/publisher'))).conforms).toBe(false);
  });

  test('is the same in every format, by address and by what is asked for; Turtle unless told', async () => {
    for (const [ending, type] of [
      ['ttl', 'text/turtle'],
      ['jsonld', 'application/ld+json'],
      ['rdf', 'application/rdf+xml'],
    ] as const) {
      const [byAddress, byAccept] = [await get(`/catalog.${ending}`), await get('/catalog', type)];
      expect(byAddress.headers['content-type']).toBe(`${type}; charset=utf-8`);
      expect(byAccept.headers['content-type']).toBe(byAddress.headers['content-type']);
      expect(byAccept.headers.vary).toContain('accept');
      expect(byAccept.headers['access-control-allow-origin']).toBe('*');
      expect(byAccept.body).toBe(byAddress.body);
      expect(isomorphic(await readers[ending](byAddress.body, base), quads), ending).toBe(true);
    }
    expect(rdfEndings).toHaveLength(3);
    for (const accept of [undefined, '*/*', 'text/html,*/*;q=0.8', 'image/png'])
      expect((await get('/catalog', accept)).headers['content-type']).toBe('text/turtle; charset=utf-8');
    const preferred = await get('/catalog', 'application/ld+json;q=0.5, application/rdf+xml;q=0.9');
    expect(preferred.headers['content-type']).toContain('application/rdf+xml');
  });

  test('gets "Utmerket" on data.norge.no: at least 75 % of 435 points for each dataset, by its poorest file', async () => {
    const store = new Store(quads);
    const isA = (type: Name) => store.getSubjects(term('rdf:type'), term(type), null).map(({ value }) => value);
    const files = new Map<string, Fetched>();
    for (const { value } of [
      ...store.getObjects(null, term('dcat:accessURL'), null),
      ...store.getObjects(null, term('dcat:downloadURL'), null),
    ])
      if (!files.has(value)) files.set(value, await fetched(value));
    const series = isA('dcat:DatasetSeries');
    const datasets = isA('dcat:Dataset').filter((one) => !series.includes(one));
    expect(datasets.length).toBeGreaterThan(0);
    for (const dataset of datasets) {
      const own = saidOf(store, dataset);
      expect(own('dcat:distribution').length, dataset).toBeGreaterThan(0);
      for (const one of own('dcat:distribution')) {
        const got = points({
          dataset: own,
          distribution: saidOf(store, one),
          fetched: (address) => files.get(address),
          conforms: true,
        });
        expect(got, one).toMatchObject({ findable: 100, accessible: 100, reusable: 75 });
        // Excel is no open format.
        expect(got.usableTogether, one).toBe(one.endsWith('-xlsx') ? 120 : 140);
        const total = Object.values(got).reduce((sum, dimension) => sum + dimension, 0);
        expect(total / 435, `${one}: ${total}`).toBeGreaterThanOrEqual(0.75);
      }
    }
    // Frozen files are as large as is said.
    const sized = store.getQuads(null, term('dcat:byteSize'), null, null);
    expect(sized.length).toBeGreaterThan(0);
    for (const { subject, object } of sized) {
      const [address = ''] = saidOf(store, subject)('dcat:downloadURL');
      expect((await get(address.slice(base.length))).rawPayload.length, address).toBe(Number(object.value));
    }
    // The points themselves add up to those that data.norge.no gives.
    const all = Object.values(dimensions).flatMap((metrics) => metrics.map(([, worth]): number => worth));
    expect(all.reduce((sum, worth) => sum + worth, 0)).toBe(435);

    // The same in a slow and obvious way: nothing that gives points is missing where it should stand.
    const says = (subject: string, name: Name) =>
      quads.some((quad) => quad.subject.value === subject && quad.predicate.value === term(name).value);
    const missing = (subjects: readonly string[], names: readonly Name[]) =>
      subjects.flatMap((one) => names.filter((name) => !says(one, name)).map((name) => `${one} ${name}`));
    const ofDataset: Name[] = [
      'dcat:keyword',
      'dcat:theme',
      'dct:spatial',
      'dct:temporal',
      'dct:accessRights',
      'dcat:contactPoint',
      'dct:publisher',
      'dct:issued',
      'dct:modified',
    ];
    const ofDistribution: Name[] = [
      'dcat:accessURL',
      'dcat:downloadURL',
      'dct:format',
      'dcat:mediaType',
      'dct:license',
      'dct:rights',
    ];
    // Code lists are of no release, and have no dates.
    const codeLists = datasets.filter((one) => one.endsWith('#code-lists'));
    const undated = ofDataset.filter((name) => name !== 'dct:issued' && name !== 'dct:modified');
    expect(codeLists).toHaveLength(1);
    expect(
      missing(
        datasets.filter((one) => !codeLists.includes(one)),
        ofDataset,
      ),
    ).toEqual([]);
    expect(missing(codeLists, undated)).toEqual([]);
    expect(missing(isA('dcat:Distribution'), ofDistribution)).toEqual([]);
    expect([...files].filter(([, { status, readable }]) => status !== 200 || !readable)).toEqual([]);
  });
});

describe('a dataset in the words of schema.org', () => {
  const read = async (name: string, lang = 'nb') => (await get(`/api/v1/datasets/${name}?lang=${lang}`)).json();

  test('says the same as the catalogue, and its files can be had', async () => {
    const store = new Store(quads);
    const dataset = await read('2019.1', 'nn');
    const said = saidOf(store, dataset['@id']);
    expect(said('dct:title')).toContain(dataset.name);
    expect(said('dct:description')).toContain(dataset.description);
    expect(said('owl:versionInfo')).toEqual([dataset.version]);
    expect(dataset).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      license: 'https://data.norge.no/nlod/no/2.0',
      temporalCoverage: '2019-01-01/2019-12-31',
      creator: { name: 'Digitaliseringsdirektoratet', identifier: '991825827' },
      url: `${base}/nn/2019.1`,
      datePublished: '2026-03-02',
    });
    expect(dataset.distribution.length).toBeGreaterThan(2);
    for (const { '@type': type, contentUrl, encodingFormat } of dataset.distribution) {
      expect(type).toBe('DataDownload');
      expect(await fetched(contentUrl)).toMatchObject({ status: 200, type: encodingFormat, readable: true });
    }
    expect((await read('register')).hasPart.map((part: { '@id': string }) => part['@id'])).toEqual([dataset['@id']]);
  });

  test.each(['2019.2', '2019', 'x'])('is not there where there is no release: %s', async (name) => {
    expect((await app.inject(`/api/v1/datasets/${name}`)).statusCode).toBe(404);
  });
});
