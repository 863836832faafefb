import type { RegisterList } from '@samblikk/contract';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound } from '../releases/index.ts';
import { plantAgain, plantRound } from '../releases/testing.ts';

const { db, close } = await testDatabase();
const now = new Date('2026-10-02T09:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});

const nav = { id: 'nav', orgnr: '889640782', ministry: 'AID' };
const answersOf = (name: string, phase = 'idea') => ({ name, deliverable: 'Et oppslag', publishable: 'yes', phase });
const planted = (year: number, n: number) =>
  Array.from({ length: n }, (_, at) => ({
    number: `${year}-000${at + 1}`,
    agency: 'nav',
    answers: answersOf(`Tiltak ${at}`),
  }));
await plantRound(db, { year: 2019, edition: '2019', agencies: [nav], measures: planted(2019, 4) });
await plantRound(db, { year: 2026, edition: '2026', agencies: [nav], measures: planted(2026, 7) });
const freeze = (year: number) => freezeRound(db, { year, actor: 'system:test', now });
await freeze(2019);
await freeze(2026);

const list = async (url: string) => {
  const reply = await app.inject(url);
  expect(reply.statusCode, `${url} ${reply.body}`).toBe(200);
  return { ...(reply.json() as RegisterList), link: String(reply.headers.link ?? '') };
};
const refused = async (url: string) => {
  const reply = await app.inject(url);
  return [reply.statusCode, reply.json().code, reply.headers['content-type']];
};

const problem = (status: number, code: string) => [status, code, 'application/problem+json; charset=utf-8'];

/** Follows `Link: rel="next"` to the end, as a program does that knows nothing else. */
async function walk(first: string, between: (page: number) => Promise<unknown> = async () => undefined) {
  const numbers: string[] = [];
  const pages: number[] = [];
  for (let url: string | undefined = first; url; ) {
    const { items, link, next, page } = await list(url);
    numbers.push(...items.map(({ number }) => number));
    pages.push(page);
    url = /^<([^>]+)>; rel="next"$/.exec(link)?.[1];
    expect(next === null).toBe(url === undefined);
    if (url !== undefined) expect(url.startsWith(`${testConfig().publicUrl}/api/`)).toBe(true);
    await between(pages.length);
  }
  return { numbers, pages };
}

const all = [...planted(2026, 7), ...planted(2019, 4)].map(({ number }) => number);

test('all pages by cursor give each measure once, in the order of the pages by number', async () => {
  for (const query of ['', '&sort=name', '&q=tiltak', '&phase=idea&sort=-number', '&lang=en&round=2026,2019']) {
    const whole = (await list(`/api/v1/register?size=100${query}`)).items.map(({ number }) => number);
    const { numbers, pages } = await walk(`/api/v1/register?size=3${query}`);
    expect([numbers, pages]).toEqual([whole, [1, 2, 3, 4]]);
    expect(numbers.toSorted()).toEqual(all.toSorted());
  }
});

test('a walk may begin on any page, and pages may grow on the way', async () => {
  const { next } = await list('/api/v1/register?size=3&page=2');
  const rest = await list(`/api/v1/register?size=100&cursor=${next}`);
  expect(rest.items.map(({ number }) => number)).toEqual(all.slice(6));
  expect(rest.next).toBeNull();
});

test('a cursor that is none, or of another search, is refused', async () => {
  const { next } = await list('/api/v1/register?size=3&phase=idea');
  const bad = problem(400, 'badCursor');
  const forged = (said: unknown) => Buffer.from(JSON.stringify(said)).toString('base64url');
  const cursors = ['x', '%F0%9F', forged(null), forged([3, 11, 'x', [2026, 1]]), forged([-1, 11, 'x', [2026, 1]])];
  for (const cursor of [...cursors, forged([3, 11, 'x', [2019, 1], [2026, 1]]), forged([3, 11, 'x'])])
    expect(await refused(`/api/v1/register?size=3&phase=idea&cursor=${cursor}`), cursor).toEqual(bad);
  for (const other of ['', '&phase=idea&q=tiltak', '&phase=idea&sort=name', '&phase=idea&lang=nn', '&phase=concept'])
    expect(await refused(`/api/v1/register?size=3${other}&cursor=${next}`), other).toEqual(bad);
  // The right search, and a place that is not there.
  const [, , search] = JSON.parse(Buffer.from(next ?? '', 'base64url').toString());
  for (const said of [
    [11, 11],
    [3, 12],
  ])
    expect(
      await refused(`/api/v1/register?size=3&phase=idea&cursor=${forged([...said, search, [2026, 1], [2019, 1]])}`),
    ).toEqual(bad);
  expect(await refused(`/api/v1/register?cursor=${forged([3, 11, search, [2026, 9], [2019, 1]])}`)).toEqual(
    problem(404, 'notFound'),
  );
});

test('a walk goes on in the releases it began in when a new one is published', async () => {
  const { numbers } = await walk('/api/v1/register?size=3&sort=name', async (page) => {
    if (page !== 2) return;
    await plantAgain(db, {
      year: 2026,
      agency: 'nav',
      measures: [{ number: '2026-0009', answers: answersOf('AAA ny') }],
    });
    await freeze(2026);
  });
  expect(numbers.toSorted()).toEqual(all.toSorted());
  const begunNow = await walk('/api/v1/register?size=3&sort=name');
  expect(begunNow.numbers.toSorted()).toEqual([...all, '2026-0009'].toSorted());
});

test('a walk in a release that is withdrawn meanwhile ends, and says why', async () => {
  const { next } = await list('/api/v1/register?size=3');
  const { headers } = await signInAs(db, { roles: [{ role: 'admin' }], now });
  const reason = { nb: 'Feil', nn: 'Feil', en: 'Wrong' };
  const withdrawn = await app.inject({
    method: 'POST',
    url: '/api/v1/rounds/2026/releases/2/withdraw',
    headers,
    payload: { reason },
  });
  expect(withdrawn.statusCode).toBe(200);
  expect(await refused(`/api/v1/register?size=3&cursor=${next}`)).toEqual(problem(410, 'releaseWithdrawn'));
});
