import {
  batchBytes,
  batchLimit,
  type batchMeasures,
  type Draft,
  type Problem,
  type ReplyOf,
  type readRevisions,
} from '@samblikk/contract';
import { and, eq, isNotNull } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { startTestProvider } from '../../access/auth/testing-provider.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { completeAnswers, digdir, nav, openRound } from '../../responses/testing.ts';
import { auditEvent, measureRound, measure as measureTable, revision, source, sourceDelivery } from '../../schema.ts';

type Reply = ReplyOf<typeof batchMeasures>;

const maskinporten = await startTestProvider();
const { issuer } = maskinporten;
const scope = 'digdir:digitaliseringstiltak.write';

const { db, close } = await testDatabase();
const clock = () => new Date('2026-03-02T09:00:00Z');
const app = await buildApp({
  config: testConfig({ maskinporten: { issuer, jwks: `${issuer}/jwks`, scope } }),
  db,
  clock,
});
const off = await buildApp({ config: testConfig(), db, clock });
const rounds = await openRound(db, {
  opensAt: new Date('2026-03-01'),
  deadline: new Date('2026-03-20'),
  lateUntil: null,
});
const kari = await signInAs(db, { roles: [{ role: 'fill', agency: digdir.id }], name: 'Kari', now: clock() });
afterAll(async () => {
  await Promise.all([app.close(), off.close()]);
  await maskinporten.close();
  await close();
});

const consumerOf = (orgnr: string) => ({ authority: 'iso6523-actorid-upis', ID: `0192:${orgnr}` });

const tokenOf = (claims: object = {}, by?: 'stranger') =>
  maskinporten.token(
    {
      aud: undefined,
      client_id: 'fagsystem',
      scope: `openid ${scope}`,
      consumer: consumerOf(digdir.orgnr),
      ...claims,
    },
    by,
  );

const url = (agency = digdir) => `/api/v1/agencies/${agency.orgnr}/rounds/2026/measures/batch`;
async function send<T = Reply>(measures: object[], token: string, { to = app, agency = digdir } = {}) {
  const headers = { authorization: `Bearer ${token}`, 'accept-language': 'en' };
  const reply = await to.inject({ method: 'POST', url: url(agency), headers, payload: { measures } });
  return { status: reply.statusCode, body: reply.json() as T, headers: reply.headers };
}
const row = (externalId: string, answers: object = {}) => ({ externalId, answers: { ...completeAnswers, ...answers } });

test('makes, changes and leaves alone by the agency’s own id; the same request again changes nothing', async () => {
  const token = await tokenOf();
  const first = await send([row('A-1'), row('A-2', { name: 'Kart' })], token);
  expect(first).toMatchObject({ status: 200, body: { created: 2, changed: 0, unchanged: 0 } });
  const again = await send([row('A-1'), row('A-2', { name: 'Kart' })], token);
  expect(again.body).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
  expect(again.body.measures.map(({ id }) => id)).toEqual(first.body.measures.map(({ id }) => id));
  const third = await send([row('A-1'), row('A-2', { name: 'Kart og data' }), row('A-3')], token);
  expect(third.body.measures.map(({ result, version }) => [result, version])).toEqual([
    ['unchanged', 1],
    ['changed', 2],
    ['created', 1],
  ]);
  const measure = third.body.measures[1]?.id;
  const base = `/api/v1/measures/${measure}/rounds/2026`;
  const draft = (await app.inject({ url: base, headers: kari.headers })).json() as Draft;
  expect(draft).toMatchObject({
    answers: { name: 'Kart og data' },
    origins: { name: 'imported' },
    savedBy: 'Maskinporten fagsystem',
  });
  const history = (await app.inject({ url: `${base}/revisions`, headers: kari.headers })).json() as ReplyOf<
    typeof readRevisions
  >;
  expect(history).toHaveLength(2);
});

test('the system stands among the sources of the agency, with what each delivery brought, and those that were refused', async () => {
  const deliveries = () =>
    db
      .select({
        outcome: sourceDelivery.outcome,
        counts: sourceDelivery.counts,
        report: sourceDelivery.report,
        kind: source.kind,
        name: source.name,
      })
      .from(sourceDelivery)
      .innerJoin(source, eq(source.id, sourceDelivery.sourceId))
      .orderBy(sourceDelivery.at, sourceDelivery.id);
  const before = await deliveries();
  // The same request again is no delivery.
  expect(before.map(({ counts }) => [counts.created, counts.changed])).toEqual([
    [2, 0],
    [1, 1],
  ]);
  expect(before[1]).toMatchObject({ kind: 'system', name: 'Maskinporten fagsystem', outcome: 'taken' });
  const changed = before[1]?.report?.rows.find(({ result }) => result === 'changed');
  expect(changed).toMatchObject({ title: 'Kart og data' });
  expect(JSON.stringify(before)).not.toContain(completeAnswers.contactEmail);
  await send([row('A-1', { totalCost: -5 })], await tokenOf());
  expect((await deliveries()).at(-1)).toMatchObject({ outcome: 'refused', counts: { left: 1 }, report: null });
});

test('a report names row, own id and question of every fault, and then nothing is saved', async () => {
  const before = await db.$count(measureRound);
  const rows = [row('B-1'), row('B-2', { totalCost: -5 }), row('B-3', { phase: 'nowhere', nonsense: 1 }), row('B-1')];
  const { status, body } = await send<Problem>(rows, await tokenOf());
  expect([status, body.code]).toEqual([422, 'answersAtFault']);
  expect(body.issues?.map((issue) => [issue.row, issue.measure, issue.question]).sort()).toEqual([
    [2, 'B-2', 'totalCost'],
    [3, 'B-3', 'nonsense'],
    [3, 'B-3', 'phase'],
    [4, 'B-1', ''],
  ]);
  expect(body.issues?.every(({ text }) => text)).toBe(true);
  expect(await db.$count(measureRound)).toBe(before);
});

test('a version that is old is a conflict, by row and own id, and what people wrote is not overwritten', async () => {
  const { body } = await send([row('C-1'), row('C-2'), row('C-3')], await tokenOf());
  for (const { id } of body.measures.slice(1)) {
    const payload = { year: 2026, basedOn: 1, changes: { name: 'Omdøpt av Kari' } };
    await app.inject({ method: 'PUT', url: `/api/v1/measures/${id}/answers/2026`, headers: kari.headers, payload });
  }
  const rows = ['C-1', 'C-2', 'C-3'].map((id) => ({ ...row(id, { name: 'Fra systemet' }), basedOn: 1 }));
  const late = await send<Problem>(rows, await tokenOf());
  expect([late.status, late.body.code]).toEqual([409, 'conflict']);
  expect(late.body.conflicts).toMatchObject([
    { row: 2, measure: 'C-2', question: 'name', yours: 'Fra systemet', theirs: 'Omdøpt av Kari', author: 'Kari' },
    { row: 3, measure: 'C-3', question: 'name' },
  ]);
  const [first] = body.measures;
  const kept = await app.inject({ url: `/api/v1/measures/${first?.id}/rounds/2026`, headers: kari.headers });
  expect((kept.json() as Draft).answers.name).toBe(completeAnswers.name);
});

test('what is too much is told with the limit, in the error and in the description of the API', async () => {
  const many = Array.from({ length: batchLimit + 1 }, (_, at) => ({ externalId: `L-${at}`, answers: {} }));
  const rows = await send<Problem>(many, await tokenOf());
  expect([rows.status, rows.body.code]).toEqual([400, 'invalidRequest']);
  expect(rows.body.detail).toBe('Body: measures at most 500');
  const large = (bytes: number) => [{ externalId: 'L', answers: { comments: 'x'.repeat(bytes) } }];
  const bytes = await send<Problem>(large(batchBytes), await tokenOf());
  expect([bytes.status, bytes.body.code]).toEqual([413, 'tooLarge']);
  expect(bytes.body.detail).toContain(`${batchBytes} bytes`);
  expect((await send(large(batchBytes - 200), await tokenOf())).status).toBe(422);
  const { paths, components } = (await app.inject('/api/v1/openapi.json')).json();
  const { description } = paths['/api/v1/agencies/{orgnr}/rounds/{year}/measures/batch'].post;
  expect(description).toContain('At most 500 measures and 1 MB (1048576 bytes)');
  expect(paths['/api/v1/agencies/{orgnr}/rounds/{year}/measures/batch'].post.security).toEqual([
    { session: [] },
    { maskinporten: [] },
  ]);
  expect(Object.keys(components.securitySchemes)).toEqual(['session', 'maskinporten']);
});

test('ties an own id to a measure that is there, by number, and no second one', async () => {
  const previous = v7();
  await db.insert(measureTable).values({ id: previous, number: '2019-0042' });
  await db.insert(measureRound).values({ measureId: previous, roundId: rounds.earlier, agencyId: digdir.id });
  const saved = { version: 1, edition: '2019', answers: {}, origins: {}, authors: {} };
  await db.insert(revision).values({ id: v7(), measureId: previous, roundId: rounds.earlier, ...saved });
  const made = await app.inject({
    method: 'POST',
    url: url().replace('/batch', ''),
    headers: kari.headers,
    payload: {},
  });
  const { id, number } = made.json() as Draft;
  const { body } = await send([{ ...row('D-1'), number }], await tokenOf());
  expect(body.measures).toMatchObject([{ id, number, result: 'changed' }]);
  expect((await send([row('D-1')], await tokenOf())).body.measures[0]?.id).toBe(id);
  const twice = await app.inject({
    method: 'POST',
    url: url().replace('/batch', ''),
    headers: kari.headers,
    payload: {},
  });
  const both = ['D-3', 'D-4'].map((own) => ({ ...row(own), number: (twice.json() as Draft).number }));
  expect((await send<Problem>(both, await tokenOf())).body.issues).toMatchObject([
    { row: 2, measure: 'D-4', code: 'otherId' },
  ]);
  const last = ['D-5', 'D-6'].map((own) => ({ ...row(own), number: '2019-0042' }));
  expect((await send<Problem>(last, await tokenOf())).body.issues).toMatchObject([
    { row: 2, measure: 'D-6', code: 'otherId' },
  ]);
  const wrong = await send<Problem>([{ ...row('D-2'), number: '2001-0001' }], await tokenOf());
  expect(wrong.body.issues).toMatchObject([{ row: 1, code: 'unknownNumber' }]);
});

test.each([
  ['another agency', () => tokenOf({ consumer: consumerOf(nav.orgnr) }), `is for ${nav.orgnr}`],
  [
    'an agency of another scheme',
    () => tokenOf({ consumer: { authority: 'other', ID: `0192:${digdir.orgnr}` } }),
    'names no agency',
  ],
  ['no agency', () => tokenOf({ consumer: undefined }), 'names no agency'],
  ['another scope', () => tokenOf({ scope: `${scope}.not` }), `lacks the scope ${scope}`],
])('a token of %s is refused, with the reason, and it is in the audit', async (_, token, detail) => {
  const before = await db.$count(auditEvent, eq(auditEvent.action, 'access.refused'));
  const { status, body, headers } = await send<Problem>([row('E-1')], await token());
  expect([status, body.code]).toEqual([403, 'notAllowed']);
  expect(body.detail).toContain(detail);
  expect(headers['www-authenticate']).toBe('Bearer realm="samblikk", error="insufficient_scope"');
  const refused = await db.select().from(auditEvent).where(eq(auditEvent.action, 'access.refused'));
  expect(refused).toHaveLength(before + 1);
  expect(refused.at(-1)).toMatchObject({
    actor: 'system:Maskinporten fagsystem',
    details: { action: 'measures.write' },
  });
});

test.each([
  ['signed with another key', () => tokenOf({}, 'stranger')],
  ['of another issuer', () => tokenOf({ iss: 'https://elsewhere.test/' })],
  ['for another audience', () => tokenOf({ aud: 'https://elsewhere.test' })],
  ['that has expired', () => tokenOf({ exp: Math.floor(Date.now() / 1000) - 60 })],
  ['without a client', () => tokenOf({ client_id: undefined })],
  ['that is none', async () => 'abc.def.ghi'],
  ['without a signature', async () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`],
])('a token %s is nobody', async (_, token) => {
  const { status, body, headers } = await send<Problem>([row('F-1')], await token());
  expect([status, body.code]).toEqual([401, 'notSignedIn']);
  expect(headers['www-authenticate']).toBe('Bearer realm="samblikk", error="invalid_token"');
});

test('a token that was made for us alone is taken', async () => {
  const { status } = await send([row('H-1')], await tokenOf({ aud: ['https://elsewhere.test', 'http://localhost'] }));
  expect(status).toBe(200);
});

test('tokens are refused when Maskinporten is not set up, and count for nothing at other addresses', async () => {
  expect((await send([row('G-1')], await tokenOf(), { to: off })).status).toBe(401);
  const headers = { authorization: `Bearer ${await tokenOf()}` };
  expect((await app.inject({ url: url().replace('/measures/batch', '/response'), headers })).statusCode).toBe(401);
  // A token that does not hold is not helped by a cookie.
  const both = { ...kari.headers, authorization: 'Bearer abc' };
  const reply = await app.inject({ method: 'POST', url: url(), headers: both, payload: { measures: [row('G-1')] } });
  expect(reply.statusCode).toBe(401);
  const made = await db.$count(
    measureRound,
    and(isNotNull(measureRound.externalId), eq(measureRound.externalId, 'G-1')),
  );
  expect(made).toBe(0);
});
