import type { DoublesToJudge, DoubleVerdict, LikelyDoubles, SimilarToMeasure } from '@samblikk/contract';
import type { Answers } from '@samblikk/questionnaire';
import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { freezeRound } from '../../releases/index.ts';
import { plantRound } from '../../releases/testing.ts';
import { agencyVersion, auditEvent, ministry, ministryVersion } from '../../schema.ts';

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
  ...['rapportering', 'adgangskort', 'høringer', 'fakturaer', 'tilgjengelighet'].map(
    (what) => ['digdir', { name: `Ny løsning for ${what}`, deliverable: 'En løsning som tas i bruk.' }] as const,
  ),
  // In so small a round any word is rare, also those that say nothing.
  ['digdir', { name: 'Utskifting av system for datadeling', deliverable: 'En løsning som tas i bruk.' }],
  ['kartverket', { name: 'Utskifting av system for datadeling', deliverable: 'En løsning som tas i bruk.' }],
];
const withheld: typeof open = agencies.flatMap(({ id }) =>
  open.map(([, answers]) => [id, { ...answers, publishable: 'no' }] as const),
);
const planted = new Map<number, string[]>();
for (const [year, measures] of [
  [2026, open],
  [2027, [...open, ...withheld]],
] as const) {
  const ids = await plantRound(db, {
    ...{ year, edition: '2026', agencies },
    measures: measures.map(([agency, answers], at) => ({
      ...{ number: `${year}-${String(at + 1).padStart(4, '0')}`, agency },
      answers: { phase: 'execution', involvesOthers: 'yes', publishable: 'yes', ...answers },
    })),
  });
  planted.set(year, ids);
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

test('a measure is looked for in the newest round it is public in, unless a round is told', async () => {
  expect(await of('number=2026-0002')).toEqual(await of('round=2026&number=2026-0002'));
  expect(await of('number=2027-0002')).toMatchObject({ year: 2027 });
  for (const query of ['round=2027&number=2026-0002', 'number=2027-0011', 'number=2027-0099'])
    expect((await ask(query)).statusCode, query).toBe(404);
});

describe('coordinators', async () => {
  // NIBIO is under another ministry today than it was in the rounds.
  const names = { nameNb: 'n', nameNn: 'n', nameEn: 'n', source: 'test' };
  await db.insert(ministry).values(['LMD', 'KDD', 'DFD', 'KLD'].map((id) => ({ id })));
  await db
    .insert(ministryVersion)
    .values(['LMD', 'KDD', 'DFD', 'KLD'].map((id) => ({ id: v7(), ministryId: id, code: id, ...names })));
  const today = { agencyId: 'nibio', orgnr: '988983837', ministryId: 'KLD', ...names };
  await db.insert(agencyVersion).values({ id: v7(), ...today });
  const coordinator = (of: string) =>
    signInAs(db, { roles: [{ role: 'coordinator', ministry: of }], name: `Fra ${of}` });
  const [kdd, kld, lmd] = [await coordinator('KDD'), await coordinator('KLD'), await coordinator('LMD')];
  const ada = await signInAs(db, { roles: [{ role: 'admin' }], name: 'Ada' });
  type Who = typeof kdd;

  const list = async ({ headers }: Who, of: string, query = ''): Promise<DoublesToJudge> => {
    const reply = await app.inject({ url: `/api/v1/ministries/${of}/likely-doubles?round=2026${query}`, headers });
    expect(reply.statusCode, reply.body).toBe(200);
    return reply.json();
  };
  const say = async (
    { headers }: Who,
    of: string,
    [measures, verdict, reason]: [string[], DoubleVerdict | null, string?],
  ) => {
    const payload = { measures, verdict, ...(reason !== undefined && { reason }) };
    const url = `/api/v1/ministries/${of}/likely-doubles/verdicts`;
    const reply = await app.inject({ method: 'POST', url, headers, payload });
    return { status: reply.statusCode, body: reply.json() };
  };
  const numbers = ({ pairs }: LikelyDoubles | DoublesToJudge) =>
    pairs.map(({ measures }) => measures.map(({ number }) => number).join());
  const similar = async (number: string): Promise<SimilarToMeasure> =>
    (await app.inject(`/api/v1/register/${number}/similar`)).json();
  const [first, second] = [
    ['2026-0002', '2026-0003'],
    ['2026-0001', '2026-0002'],
  ];

  test('judge pairs with a measure of an agency that is under their ministry today, and no others', async () => {
    expect((await list(kdd, 'KDD')).counts).toEqual({ waiting: 2, same: 0, related: 0, not: 0 });
    expect((await list(kld, 'KLD')).counts.waiting).toBe(2);
    expect((await list(lmd, 'LMD')).counts.waiting).toBe(0);
    expect(await say(lmd, 'LMD', [first, 'not'])).toMatchObject({ status: 403, body: { code: 'notAllowed' } });
    expect(await say(lmd, 'KDD', [first, 'not'])).toMatchObject({ status: 403, body: { code: 'notAllowed' } });
    // Neither what is withheld nor what there is not can be judged, and both are told alike.
    for (const hidden of ['2027-0011', '2027-0099'])
      expect(await say(ada, 'DFD', [['2026-0001', hidden], 'same'])).toMatchObject({ status: 404 });
    expect(await say(ada, 'DFD', [['2026-0001', '2026-0001'], 'same'])).toMatchObject({ status: 400 });
  });

  test('are believed at once by the public list and the measure’s page; the last word counts, and can be taken back', async () => {
    const before = await of('round=2026');
    expect(before.judged).toEqual({ same: 0, related: 0, not: 0 });
    expect(await say(kdd, 'KDD', [second, 'same', 'Samme tjeneste'])).toEqual({ status: 200, body: { before: null } });
    expect(await say(kld, 'KLD', [first, 'not'])).toMatchObject({ status: 200 });
    const after = await of('round=2026');
    expect(numbers(after)).toEqual([second.join()]);
    expect(after).toMatchObject({ total: 1, judged: { same: 1, related: 0, not: 1 }, pairs: [{ verdict: 'same' }] });
    expect(after.agencies.map(({ pairs }) => pairs)).toEqual([1, 1]);
    // Who said it, and why, is told to nobody outside.
    const said = JSON.stringify([after, await similar('2026-0002')]);
    for (const closed of ['Fra K', 'Samme tjeneste']) expect(said).not.toContain(closed);
    expect((await similar('2026-0002')).map(({ number, verdict }) => [number, verdict])[0]).toEqual([
      '2026-0001',
      'same',
    ]);
    expect((await similar('2026-0002')).map(({ number }) => number)).not.toContain('2026-0003');
    expect(await list(kdd, 'KDD', '&show=judged')).toMatchObject({
      counts: { waiting: 0, same: 1, related: 0, not: 1 },
      pairs: [
        { verdict: { verdict: 'not' } },
        { verdict: { verdict: 'same', reason: 'Samme tjeneste', by: 'Fra KDD' } },
      ],
    });
    // Said again it is one verdict; another replaces it, and can itself be undone.
    const events = () => db.$count(auditEvent, eq(auditEvent.action, 'double.judged'));
    const so = await events();
    expect(await say(ada, 'KDD', [second.toReversed(), 'same', 'Samme tjeneste'])).toMatchObject({ status: 200 });
    expect(await events()).toBe(so);
    expect((await say(ada, 'DFD', [second, 'related'])).body.before).toEqual({
      verdict: 'same',
      reason: 'Samme tjeneste',
    });
    expect(await events()).toBe(so + 1);
    expect((await of('round=2026')).pairs.map(({ verdict }) => verdict)).toEqual(['related']);
    await say(ada, 'DFD', [first, null]);
    expect(numbers(await of('round=2026'))).toEqual([second.join(), first.join()]);
  });

  test('are believed of pairs that no words have found, and in every round the two are public in', async () => {
    const unlike = ['2026-0001', '2026-0004'];
    await say(kld, 'KLD', [unlike, 'same']);
    const { pairs } = await of('round=2026');
    expect(pairs[0]).toMatchObject({ verdict: 'same', likeness: null, measures: unlike.map((number) => ({ number })) });
    expect((await of('round=2026&number=2026-0004')).pairs).toHaveLength(1);
    // (The ids are by agency.) The next round has the one under another name, and has withheld the other; the round after has both.
    const [one = '', , , , other = ''] = planted.get(2026) ?? [];
    for (const [year, publishable] of [
      [2028, 'no'],
      [2029, 'yes'],
    ] as const) {
      const answers = { name: 'Et annet navn', deliverable: 'Noe helt annet.', publishable: 'yes' };
      await plantRound(db, {
        ...{ year, edition: '2026', agencies },
        measures: [
          { number: '2026-0001', id: one, agency: 'nibio', answers },
          { number: '2026-0004', id: other, agency: 'digdir', answers: { ...answers, name: 'Rapporter', publishable } },
        ],
      });
      await freezeRound(db, { year, actor: 'system:test', now: new Date(`${year}-10-01T10:00:00Z`) });
    }
    expect((await of('round=2028')).pairs).toEqual([]);
    expect((await of('round=2029')).pairs).toMatchObject([{ verdict: 'same' }]);
    // Of one that is withdrawn nothing is told, and nothing more can be said.
    const reason = { nb: 'Et navn', nn: 'Eit namn', en: 'A name' };
    for (const year of [2026, 2029]) {
      const url = `/api/v1/rounds/${year}/withdrawn-measures`;
      const payload = { number: '2026-0004', reason };
      expect((await app.inject({ method: 'POST', url, headers: ada.headers, payload })).statusCode).toBeLessThan(300);
    }
    expect((await of('round=2029')).pairs).toEqual([]);
    expect(JSON.stringify(await similar('2026-0001'))).not.toContain('2026-0004');
    expect(await say(ada, 'DFD', [unlike, 'not'])).toMatchObject({ status: 410 });
  });
});
