import { v7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from './access/auth/testing.ts';
import { buildApp } from './app.ts';
import { testDatabase } from './platform/db/testing.ts';
import { completeAnswers, digdir, nav } from './responses/testing.ts';
import { delegation, measure, measureRound, population, revision, round } from './schema.ts';
import { bodiesOf } from './testing-requests.ts';
import { claim, ids, now, plantState } from './testing-states.ts';
import { everyTable } from './testing-undo.ts';

// What is of one round, agency or measure is asked for in the address of another, by people who may do it where it belongs.
// It is not there, and nothing is changed.

const { db, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});

await plantState(db, 'published');
/** Another measure of the same agency and round, and one of another agency. */
const [other, foreign, delegated] = [v7(), v7(), v7()];
const rounds = await db.select().from(round);
const roundOf = (year: number) => rounds.find((one) => one.year === year)?.id ?? '';
const names = { nameNb: 'n', nameNn: 'n', nameEn: 'n', ministry: 'DFD', facts: { skate: 'yes' } };
for (const { id, orgnr } of [digdir, nav])
  await db.insert(population).values({ roundId: roundOf(2019), agencyId: id, orgnr, ...names });
await db.insert(measure).values([
  { id: other, number: '2026-0002' },
  { id: foreign, number: '2026-0003' },
]);
const parts = [
  { measureId: other, roundId: roundOf(2026), agencyId: digdir.id, edition: '2026' },
  { measureId: foreign, roundId: roundOf(2026), agencyId: nav.id, edition: '2026' },
  { measureId: ids.measure, roundId: roundOf(2019), agencyId: digdir.id, edition: '2019' },
];
for (const { edition, ...part } of parts) {
  await db.insert(measureRound).values(part);
  const { measureId, roundId } = part;
  const written = { version: 1, answers: completeAnswers, origins: {}, authors: {} };
  await db.insert(revision).values({ id: v7(), measureId, roundId, edition, ...written });
}
await db.insert(delegation).values({
  ...{ id: delegated, measureId: ids.measure, roundId: roundOf(2026), agencyId: digdir.id, personId: ids.person },
  ...{ dueOn: '2026-04-01', createdAt: now, createdBy: ids.person },
});
const mine = [digdir, nav].map(({ id: agency }) => ({ role: 'submit' as const, agency }));
const { headers: admin } = await signInAs(db, { roles: [{ role: 'admin' }], now });
const { headers: sender } = await signInAs(db, { roles: mine, now });

const bodies = bodiesOf(ids.measure);
const wrongPlaces = [
  [other, 2026],
  [foreign, 2026],
  [ids.measure, 2019],
] as const;
const aboutMeasure = [
  ['POST', `queries/${ids.query}/close`, admin, {}],
  ['POST', `queries/${ids.query}/answer`, sender, { text: 'Ja' }],
  ['POST', `corrections/${ids.correction}/decide`, admin, { text: 'Slik er det.' }],
  ['POST', `corrections/${ids.correction}/drop`, admin, undefined],
  ['POST', `corrections/${ids.correction}/answer`, sender, { accept: true }],
  ['DELETE', `delegations/${delegated}`, sender, undefined],
] as const;
const reason = { nb: 'Feil', nn: 'Feil', en: 'Wrong' };

type Case = readonly ['GET' | 'POST' | 'PUT' | 'DELETE', string, Record<string, string>, object | undefined, string?];
const cases: Case[] = [
  ...wrongPlaces.flatMap(([id, year]) =>
    aboutMeasure.map(([method, path, who, body]): Case => [method, `measures/${id}/rounds/${year}/${path}`, who, body]),
  ),
  [
    'POST',
    `measures/${ids.measure}/rounds/2019/exemptions/decisions`,
    admin,
    { ...claim, step: 'accepted' },
    'claimChanged',
  ],
  ['POST', `measures/${other}/rounds/2026/exemptions/decisions`, admin, { ...claim, step: 'accepted' }, 'claimChanged'],
  ['PUT', `rounds/2019/quality/${other}/look`, admin, { version: 1, note: '' }],
  ['DELETE', `rounds/2019/quality/${foreign}/look`, admin, undefined],
  ['GET', `rounds/2019/quality/${other}`, admin, undefined],
  ['PUT', `agencies/${nav.orgnr}/rounds/2026/notes/${ids.note}`, admin, { text: 'Annet' }],
  ['GET', `rounds/2019/messages/${ids.message}`, admin, undefined],
  ['POST', `rounds/2019/messages/${ids.message}/returned`, admin, {}],
  ['POST', `rounds/2019/messages/${ids.message}/settle`, admin, { email: 'ny@etat.example' }],
  ['POST', 'rounds/2019/releases/1/publish', admin, undefined],
  ['POST', 'rounds/2019/releases/1/withdraw', admin, { reason }],
  ['PUT', 'rounds/2019/releases/1/schedule', admin, { publishAt: '2027-01-01T00:00:00Z' }],
  ['GET', 'rounds/2019/releases/1/register/2026-0001', admin, undefined],
  ['POST', 'rounds/2019/withdrawn-measures', admin, { number: '2026-0001', reason }, 'measureNotPublic'],
  ['POST', 'rounds/2026/withdrawn-measures', admin, { number: '2026-0002', reason }, 'measureNotPublic'],
  ['DELETE', `agencies/${nav.orgnr}/invitations/${ids.invitation}`, sender, undefined],
  ['DELETE', `agencies/${nav.orgnr}/people/${ids.person}/roles/submit`, sender, undefined],
  ['GET', `agencies/${nav.orgnr}/rounds/2026/submissions/SB-2026-0001`, sender, undefined],
  ['GET', `agencies/${nav.orgnr}/rounds/2026/submissions/SB-2026-0001.pdf`, sender, undefined],
  ['POST', `agencies/${nav.orgnr}/rounds/2026/submissions/SB-2026-0001/mail`, sender, undefined],
  ['POST', `agencies/${digdir.orgnr}/rounds/2019/submissions/SB-2026-0001/mail`, sender, undefined],
  ['GET', `agencies/${digdir.orgnr}/rounds/2019/submissions/SB-2026-0001/effort`, sender, undefined],
  ['DELETE', `agencies/${nav.orgnr}/rounds/2019/declination`, admin, undefined],
  [
    'PUT',
    'agencies/974760673/rounds/2026/reopening',
    admin,
    bodies['PUT /api/v1/agencies/:orgnr/rounds/:year/reopening'],
  ],
];

for (const [method, path, headers, payload, code = 'notFound'] of cases)
  test(`${method} ${path}`, async () => {
    const before = await everyTable(db);
    const reply = await app.inject({ method, url: `/api/v1/${path}`, headers, ...(payload && { payload }) });
    expect([reply.statusCode < 500, reply.json().code], reply.body).toEqual([true, code]);
    expect(await everyTable(db)).toEqual(before);
  });

// A page of another site can send a form, and odd requests come from anywhere.
const oddly = [
  ['another site', { origin: 'https://evil.example' }, 403],
  ['a page that says it is of another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
  ['a text', { 'content-type': 'text/plain' }, 400],
] as const;

test.each(oddly)('what staff do is not done for %s', async (_what, more, status) => {
  const before = await everyTable(db);
  for (const [url, payload] of [
    ['rounds/2026/freeze', { confirmed: true }],
    ['rounds/2026/messages', { kind: 'thanks' }],
    ['rounds/2026/withdrawn-measures', { number: '2026-0001', reason }],
    ['directory/ministries', bodies['POST /api/v1/directory/ministries']],
    [`agencies/${digdir.orgnr}/rounds/2026/notes`, { text: 'Hei' }],
  ] as const) {
    const headers = { 'content-type': 'application/json', ...admin, 'idempotency-key': 'odd-key-1', ...more };
    const reply = await app.inject({
      method: 'POST',
      url: `/api/v1/${url}`,
      headers,
      payload: JSON.stringify(payload),
    });
    expect(reply.statusCode, `${url} ${reply.body}`).toBe(status);
  }
  expect(await everyTable(db)).toEqual(before);
});
