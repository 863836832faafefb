import type { LikelyDoubles } from '@samblikk/contract';
import type { Answers } from '@samblikk/questionnaire';
import { afterAll, expect, test } from 'vitest';
import { testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { freezeRound } from '../../releases/index.ts';
import { plantRound } from '../../releases/testing.ts';

// Two rounds with the same public measures. In the second, measures that are withheld say all that the public ones say, and more.
const { db, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});

const agencies = [
  { id: 'nibio', orgnr: '988983837', ministry: 'LMD' },
  { id: 'kartverket', orgnr: '971040238', ministry: 'KDD' },
  { id: 'digdir', orgnr: '991825827', ministry: 'DFD' },
];
const partner = '974760673';
const open: readonly (readonly [agency: string, answers: Answers])[] = [
  [
    'nibio',
    {
      name: 'Skogsdata',
      deliverable: 'En karttjeneste med skogsdata fra flyfoto.',
      partners: [partner],
      lifeEvents: ['FA_BARN'],
    },
  ],
  [
    'kartverket',
    {
      name: 'Skogsdata i kartet',
      deliverable: 'Karttjenesten viser skogsdata.',
      ...{ partners: [partner], lifeEvents: ['FA_BARN'], publishable: 'partly', exemptFields: ['partners'] },
    },
  ],
  ['nibio', { name: 'Skogsdata for kartet', deliverable: 'Karttjenesten viser skogsdata.' }],
  ...['rapportering', 'adgangskort', 'høringer', 'fakturaer', 'tilgjengelighet', 'fullmakter', 'meldinger'].map(
    (what) => ['digdir', { name: `Ny løsning for ${what}`, deliverable: 'En løsning som tas i bruk.' }] as const,
  ),
];
const withheld: typeof open = agencies.flatMap(({ id }) =>
  open.map(([, answers]) => [id, { ...answers, publishable: 'no' }] as const),
);
for (const [year, measures] of [
  [2026, open],
  [2027, [...open, ...withheld]],
] as const) {
  await plantRound(db, {
    ...{ year, edition: '2026', agencies },
    measures: measures.map(([agency, answers], at) => ({
      ...{ number: `${year}-${String(at + 1).padStart(4, '0')}`, agency },
      answers: { phase: 'execution', involvesOthers: 'yes', publishable: 'yes', ...answers },
    })),
  });
  await freezeRound(db, { year, actor: 'system:test', now: new Date(`${year}-10-01T10:00:00Z`) });
}

const ask = async (query: string) => app.inject(`/api/v1/register/likely-doubles?${query}`);
const of = async (query: string): Promise<LikelyDoubles> => {
  const reply = await ask(query);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json();
};

test('a pair is of two agencies, with the words and answers that both may tell', async () => {
  const { pairs } = await of('round=2026');
  expect(pairs.map(({ measures }) => measures.map(({ number }) => number))).toEqual([
    ['2026-0002', '2026-0003'],
    ['2026-0001', '2026-0002'],
  ]);
  const [, second] = pairs;
  expect(second?.words).toContain('skogsdata');
  // The life event, and not the partner that one of them keeps back.
  expect(second?.shared.map(({ id }) => id)).toEqual(['lifeEvents']);
});

test('what is withheld gives no pair, no reason, and no likeness more or less', async () => {
  const plain = ({ year: _, years: __, release: ___, ...rest }: LikelyDoubles) => rest;
  const later = JSON.stringify(plain(await of('round=2027')));
  expect(later.replaceAll('2027-', '2026-')).toBe(JSON.stringify(plain(await of('round=2026'))));
  for (const number of ['2027-0011', '2027-0099'])
    expect((await ask(`round=2027&number=${number}`)).statusCode).toBe(404);
});
