import type { SimilarMeasure } from '@samblikk/contract';
import { afterAll, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound } from '../releases/index.ts';
import { plantRound } from '../releases/testing.ts';

const { db, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});

const measure = (number: string, name: string, deliverable: string, publishable = 'yes') => ({
  number,
  agency: 'nibio',
  answers: { name, deliverable, publishable, contactEmail: 'a@b.example', exemptionBasis: 'offentleglova § 13' },
});
await plantRound(db, {
  year: 2019,
  edition: '2019',
  agencies: [{ id: 'nibio', orgnr: '988983837', ministry: 'LMD' }],
  measures: [
    measure('2019-0001', 'Digital skogsdata for næringslivet', 'En karttjeneste med skogsdata fra flyfoto.'),
    measure('2019-0002', 'Ny løsning for rapportering', 'En løsning som tas i bruk av brukerne.'),
    measure('2019-0003', 'Ny løsning for søknader', 'En løsning som tas i bruk av brukerne.'),
    measure('2019-0004', 'Hemmelig skogsdata fra flyfoto', 'En karttjeneste med skogsdata fra flyfoto.', 'no'),
  ],
});
await freezeRound(db, { year: 2019, actor: 'system:test', now: new Date('2019-10-01T10:00:00Z') });

async function similar(payload: Record<string, string>): Promise<SimilarMeasure[]> {
  const reply = await app.inject({ method: 'POST', url: '/api/v1/similar', payload });
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json();
}
const numbers = async (query: Record<string, string>) => (await similar(query)).map(({ number }) => number);

test('finds what shares telling words, in either written standard, and nothing that is withheld', async () => {
  expect(await numbers({ text: 'Kartteneste for skogsdata' })).toEqual(['2019-0001']);
  const [found] = await similar({ text: 'Karttjeneste for skogsdata' });
  expect(found).toMatchObject({ title: 'Digital skogsdata for næringslivet', year: 2019 });
  expect(found?.likeness).toBeGreaterThan(0.9);
});

test('one common word is no likeness, nor is the measure like itself', async () => {
  expect(await numbers({ text: 'Ny løsning for helsedata om laboratorieprøver' })).toEqual([]);
  expect(await numbers({ text: 'skogsdata' })).toEqual([]);
  expect(await numbers({ text: 'Karttjeneste for skogsdata', except: '2019-0001' })).toEqual([]);
});

test('the name finds what it finds, whatever is written below it', async () => {
  const title = 'Kartteneste for skogsdata';
  const text =
    'Saksbehandlere og hundeeiere får en oversikt over laboratorieprøver, kuldegrader og ferjeruter hele året.';
  expect(await numbers({ title, text })).toEqual(['2019-0001']);
  expect(await numbers({ title: 'Noe nytt', text: `${text} Bygger på skogsdata i en karttjeneste.` })).toEqual([
    '2019-0001',
  ]);
});

test('an agency’s own measures are no news to it', async () => {
  expect(await numbers({ title: 'Karttjeneste for skogsdata', agency: '988983837' })).toEqual([]);
  expect(await numbers({ title: 'Karttjeneste for skogsdata', agency: '974760673' })).toEqual(['2019-0001']);
});

test('takes any text', async () => {
  for (const text of ['', "'; drop table release_measure; --", '| & ! ( ) :*', 'og i det som er'])
    expect(await numbers({ text })).toEqual([]);
});
