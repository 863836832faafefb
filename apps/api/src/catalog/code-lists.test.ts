import { codebook, editions } from '@samblikk/questionnaire';
import { parse } from 'csv-parse/sync';
import { type Quad, Store } from 'n3';
import { isomorphic } from 'rdf-isomorphic';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { type Name, term } from '../platform/rdf/index.ts';
import { readers } from '../platform/rdf/testing.ts';

const base = 'https://samblikk.example';
const { db, close } = await testDatabase();
const config = testConfig({ publicUrl: base });
const app = await buildApp({ config, db, limits: false, clock: () => new Date('2026-11-27T12:00:00Z') });
await import2019(db, { freeze: true, now: new Date('2026-03-02T09:00:00Z') });
afterAll(async () => {
  await app.close();
  await close();
});

let quads: Quad[];
let store: Store;
beforeAll(async () => {
  quads = await readers.ttl((await app.inject('/codelists')).body, base);
  store = new Store(quads);
});
const said = (address: string, name: Name) => store.getObjects(address, term(name), null);
const texts = (address: string, name: Name) =>
  Object.fromEntries(said(address, name).map((one) => [one.termType === 'Literal' ? one.language : '', one.value]));
const at = (list: string, code: string) => `${base}/codelists/${list}#${code}`;

test('every concept has a code, one name in each language and a scheme that names it', () => {
  const concepts = store.getSubjects(term('rdf:type'), term('skos:Concept'), null).map(({ value }) => value);
  expect(concepts.length).toBeGreaterThan(200);
  for (const one of concepts) {
    const [scheme] = said(one, 'skos:inScheme');
    expect(
      said(one, 'skos:notation').map(({ value }) => value),
      one,
    ).toEqual([decodeURIComponent(one.split('#')[1] ?? '')]);
    const labels = said(one, 'skos:prefLabel').map((label) => (label.termType === 'Literal' ? label.language : ''));
    expect(labels.toSorted(), one).toEqual(['en', 'nb', 'nn']);
    expect(scheme?.value).toBe(one.split('#')[0]);
    expect(said(scheme?.value ?? '', 'skos:hasTopConcept').map(({ value }) => value)).toContain(one);
  }
});

test('every code of every edition is told, as the newest edition says it', () => {
  for (const edition of Object.values(editions)) {
    const { questions, derived, population } = codebook(edition);
    for (const { id, options } of [...questions.filter(({ access }) => access === 'public'), ...derived, ...population])
      for (const { code } of options) expect(said(at(id, code), 'skos:notation'), `${id} ${code}`).toHaveLength(1);
  }
  // 2026 offers more than "yes" and "no".
  expect(texts(at('publishable', 'no'), 'skos:prefLabel')).toEqual({
    nb: 'Nei, ingenting',
    nn: 'Nei, ingenting',
    en: expect.any(String),
  });
  expect(texts(at('publishable', 'no'), 'skos:altLabel')).toMatchObject({ nb: 'Nei' });
  expect(said(at('phase', 'idea'), 'owl:deprecated')).toEqual([]);
});

test('what stands in the files is in the lists: every code, agency and ministry', async () => {
  const csv = (await app.inject('/api/v1/register.csv?round=2019')).body;
  const rows: Record<string, string>[] = parse(csv, { columns: true });
  const schemes = store.getSubjects(term('rdf:type'), term('skos:ConceptScheme'), null);
  const named = Object.keys(rows[0] ?? {}).filter((column) =>
    schemes.some(({ value }) => value === `${base}/codelists/${column}`),
  );
  expect(named).toEqual(expect.arrayContaining(['phase', 'effects', 'technologies', 'funding']));
  let cells = 0;
  for (const row of rows) {
    for (const [list, cell] of [
      ['agencies', row.agency],
      ['ministries', row.ministry],
      ...named.map((column) => [column, row[column]]),
    ] as [string, string][]) {
      // A legal basis may be a text of the agency’s own.
      for (const code of cell.split('|').filter((one) => one !== '' && list !== 'exemptionBasis')) {
        expect(said(at(list, code), 'skos:prefLabel'), `${list} ${code}`).toHaveLength(3);
        cells += 1;
      }
    }
  }
  expect(cells).toBeGreaterThan(rows.length * 8);
});

test('agencies and ministries that are no more say so, what they were called, and who came instead', () => {
  // Statens innkrevingssentral went into Skatteetaten (data/agency-history.csv); ASD became AID; Difi became Digdir.
  const [si, skatteetaten] = [at('agencies', '971648198'), at('agencies', '974761076')];
  expect(said(si, 'owl:deprecated').map(({ value }) => value)).toEqual(['true']);
  expect(said(si, 'dct:isReplacedBy').map(({ value }) => value)).toEqual([skatteetaten]);
  expect(texts(si, 'skos:historyNote').nb).toBe('Statens innkrevingssentral til og med 30. juni 2020.');
  expect(said(skatteetaten, 'owl:deprecated')).toEqual([]);
  expect(said(skatteetaten, 'skos:exactMatch').map(({ value }) => value)).toEqual([
    `${config.publisher.organisations}/974761076`,
  ]);
  expect(said(at('ministries', 'ASD'), 'dct:isReplacedBy').map(({ value }) => value)).toEqual([
    at('ministries', 'AID'),
  ]);
  const digdir = at('agencies', '991825827');
  expect(texts(digdir, 'skos:prefLabel').nb).toContain('Digitaliseringsdirektoratet');
  expect(texts(digdir, 'skos:altLabel').nb).toBe('Direktoratet for forvaltning og ikt (Difi)');
  expect(texts(digdir, 'skos:historyNote').nn).toBe(
    'Direktoratet for forvaltning og ikt (Difi) til og med 31. desember 2019.',
  );
  expect(said(digdir, 'owl:deprecated')).toEqual([]);
});

test('a list has an address of its own, in every format; one that is not there is not found', async () => {
  const phase = quads.filter(({ subject }) => subject.value.split('#')[0] === `${base}/codelists/phase`);
  expect(phase.length).toBeGreaterThan(20);
  for (const ending of ['ttl', 'jsonld', 'rdf'] as const) {
    const reply = await app.inject(`/codelists/phase.${ending}`);
    expect([reply.statusCode, reply.headers['access-control-allow-origin']]).toEqual([200, '*']);
    expect(isomorphic(await readers[ending](reply.body, base), phase), ending).toBe(true);
  }
  for (const path of ['/codelists/nothing', '/codelists/nothing.ttl', '/codelists/phase.html'])
    expect((await app.inject(path)).json(), path).toMatchObject({ status: 404, code: 'notFound' });
});
