import { background, type Draft, type ResponseView } from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { digdir, nav, openRound } from '../../responses/testing.ts';
import { presence, session } from '../../schema.ts';
import { deletePassedPresence } from './store.ts';

const { db, close } = await testDatabase();
let now = new Date('2026-03-02T09:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now });
await openRound(db, { opensAt: new Date('2026-03-01T00:00:00Z'), deadline: new Date('2026-03-20'), lateUntil: null });
const kari = await signInAs(db, { roles: [{ role: 'fill', agency: digdir.id }], name: 'Kari Nordmann', now });
const ola = await signInAs(db, { roles: [{ role: 'submit', agency: digdir.id }], name: 'Ola Nordmann', now });
const reader = await signInAs(db, { roles: [{ role: 'read', agency: digdir.id }], name: 'Per Lesar', now });
const stranger = await signInAs(db, { roles: [{ role: 'fill', agency: nav.id }], name: 'Siri Nilsen', now });
afterAll(async () => {
  await app.close();
  await close();
});

const created = await app.inject({
  method: 'POST',
  url: `/api/v1/agencies/${digdir.orgnr}/rounds/2026/measures`,
  headers: kari.headers,
  payload: {},
});
const measure = created.json<Draft>();

async function tell(who: typeof kari, section: string | null) {
  const url = `/api/v1/measures/${measure.id}/rounds/2026/presence`;
  const reply = await app.inject({ method: 'POST', url, headers: who.headers, payload: { section } });
  const body = reply.json();
  return { status: reply.statusCode, body, others: body.others, version: body.version };
}
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

test('two people see each other, where they are, for a minute; not themselves, and not one who only reads', async () => {
  expect((await tell(kari, 'cost')).others).toEqual([]);
  const sections = (await tell(ola, 'no-such-section')).others;
  expect(sections).toMatchObject([{ name: 'Kari Nordmann' }]);
  expect((await tell(kari, null)).others).toEqual([{ name: 'Ola Nordmann', section: null }]);
  expect((await tell(reader, null)).others).toHaveLength(2);
  expect((await tell(kari, null)).others).toHaveLength(1);
  later(61);
  expect((await tell(kari, null)).others).toEqual([]);
  expect(await deletePassedPresence(db, now)).toBe(1);
  expect(await db.$count(presence)).toBe(1);
});

test('the list of measures says who is in each now, but not to themselves', async () => {
  const editing = async (who: typeof kari) => {
    const url = `/api/v1/agencies/${digdir.orgnr}/rounds/2026/response`;
    const view = (await app.inject({ url, headers: who.headers })).json<ResponseView>();
    return view.measures.map((card) => card.editing);
  };
  await tell(kari, 'cost');
  await tell(ola, null);
  expect(await editing(kari)).toEqual([['Ola Nordmann']]);
  expect(await editing(reader)).toEqual([['Kari Nordmann', 'Ola Nordmann']]);
  later(61);
  expect(await editing(reader)).toEqual([[]]);
});

test('being present does not make the session last longer, and is refused to those who may not read', async () => {
  const seen = async () =>
    (await db.select().from(session).where(eq(session.personId, ola.personId))).map(({ lastSeenAt }) => lastSeenAt);
  const before = await seen();
  later(300);
  expect((await tell(ola, null)).status).toBe(200);
  expect(await seen()).toEqual(before);
  const url = `/api/v1/agencies/${digdir.orgnr}/rounds/2026/response`;
  // What a page asks for by itself is no use of the session either; the same asked by a person is.
  expect((await app.inject({ url, headers: { ...ola.headers, ...background } })).statusCode).toBe(200);
  expect(await seen()).toEqual(before);
  await app.inject({ url, headers: ola.headers });
  expect(await seen()).not.toEqual(before);
  expect((await tell(stranger, null)).status).toBe(403);
});

test('it tells how new the answers are, and who took the measure out; a stranger learns nothing', async () => {
  expect((await tell(kari, null)).version).toBe(0);
  const url = '/api/v1/measures/:measure/answers/2026'.replace(':measure', measure.id);
  const payload = { year: 2026, basedOn: 0, changes: { name: 'Et navn' } };
  await app.inject({ method: 'PUT', url, headers: ola.headers, payload });
  expect((await tell(kari, null)).version).toBe(1);

  const draft = `/api/v1/measures/${measure.id}/rounds/2026`;
  await app.inject({ method: 'DELETE', url: draft, headers: ola.headers });
  const told = { code: 'measureWithdrawn', withdrawn: { by: 'Ola Nordmann', at: now.toISOString() } };
  expect(await tell(kari, null)).toMatchObject({ status: 410, body: told });
  expect((await app.inject({ url: draft, headers: kari.headers })).json()).toMatchObject(told);
  const saved = await app.inject({ method: 'PUT', url, headers: kari.headers, payload: { ...payload, basedOn: 1 } });
  expect(saved.json()).toMatchObject(told);
  const other = await app.inject({ url: draft, headers: stranger.headers });
  expect(other.statusCode).toBe(403);
  expect(other.body).not.toContain('Ola');
});
