import type { PopulationProposal, Problem, Round } from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import {
  agency,
  agencySuccession,
  agencyVersion,
  auditEvent,
  ministry,
  ministryVersion,
  population,
} from '../schema.ts';

// Six agencies asked in 2025; before 2026 opens, one has a new name, one is under another ministry with another number, two have
// merged into a new one, one is gone, one is as it was; and one is new.

const { db, close } = await testDatabase();
const now = new Date('2026-01-10T09:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});

const until2025 = { validFrom: null, validTo: '2025-12-31' };
const since2026 = { validFrom: '2026-01-01', validTo: null };
const always = { validFrom: null, validTo: null };
const numbers = {
  same: '974760673',
  renamed: '974761076',
  moved: '971040238',
  movedNow: '983544622',
  one: '985399077',
  other: '987464291',
  merged: '991825827',
  gone: '889640782',
  added: '971526920',
};
const named = (name: string) => ({ nameNb: name, nameNn: name, nameEn: name, source: 'test' });
for (const id of ['FIN', 'KDD']) {
  await db.insert(ministry).values({ id });
  await db.insert(ministryVersion).values({ id: uuid(), ministryId: id, code: id, ...named(id), ...always });
}
type Validity = { validFrom: string | null; validTo: string | null };
async function addVersions(id: string, ...versions: [string, string, string, Validity][]): Promise<void> {
  await db.insert(agency).values({ id });
  for (const [name, orgnr, ministryId, valid] of versions)
    await db.insert(agencyVersion).values({ id: uuid(), agencyId: id, orgnr, ministryId, ...named(name), ...valid });
}
await addVersions('same', ['Etaten som er lik', numbers.same, 'FIN', always]);
await addVersions(
  'renamed',
  ['Gammelt navn', numbers.renamed, 'FIN', until2025],
  ['Nytt navn', numbers.renamed, 'FIN', since2026],
);
await addVersions(
  'moved',
  ['Flyttet', numbers.moved, 'FIN', until2025],
  ['Flyttet', numbers.movedNow, 'KDD', since2026],
);
await addVersions('one', ['Del én', numbers.one, 'FIN', until2025]);
await addVersions('other', ['Del to', numbers.other, 'FIN', until2025]);
await addVersions('merged', ['Sammenslått', numbers.merged, 'FIN', since2026]);
await addVersions('gone', ['Nedlagt', numbers.gone, 'FIN', until2025]);
await addVersions('added', ['Ny etat', numbers.added, 'KDD', since2026]);
for (const predecessorId of ['one', 'other'])
  await db.insert(agencySuccession).values({ predecessorId, successorId: 'merged', source: 'test' });

const admin = await signInAs(db, { roles: [{ role: 'admin' }], now });
async function call<T>(method: 'GET' | 'PUT' | 'DELETE', path: string, payload?: object, who = admin) {
  const url = `/api/v1/rounds/${path}`;
  const reply = await app.inject({ method, url, headers: who.headers, ...(payload && { payload }) });
  return { status: reply.statusCode, body: (reply.body === '' ? null : reply.json()) as T & Problem };
}
const chosen = (orgnrs: readonly string[], more: object = {}) => ({
  agencies: orgnrs.map((orgnr) => ({ orgnr, ...more })),
});
const write = (year: number, orgnrs: readonly string[], more: object = {}) =>
  call<PopulationProposal>('PUT', `${year}/population`, chosen(orgnrs, more));

await call('PUT', '2025', { edition: '2026', opensAt: '2025-02-01T08:00:00Z' });
const first = ['same', 'renamed', 'moved', 'one', 'other', 'gone'] as const;
await write(
  2025,
  first.map((id) => numbers[id]),
  { contactEmail: 'post@etat.example' },
);
await call('PUT', '2026', { opensAt: '2026-02-01T08:00:00Z', deadline: '2026-03-01T22:59:00Z' });

test('the population of the round before is carried over, with what has changed told of each', async () => {
  const { status, body } = await call<PopulationProposal>('GET', '2026/population/proposal');
  expect(status).toBe(200);
  expect(body.from).toBe(2025);
  const said = body.agencies.map(({ name, orgnr, ministry: code, changes, asked }) => [
    name.nb,
    orgnr,
    code,
    changes,
    asked,
  ]);
  expect(said).toEqual([
    ['Etaten som er lik', numbers.same, 'FIN', [], true],
    ['Flyttet', numbers.movedNow, 'KDD', ['movedMinistry', 'newNumber'], true],
    ['Ny etat', numbers.added, 'KDD', ['added'], false],
    ['Nytt navn', numbers.renamed, 'FIN', ['renamed'], true],
    ['Sammenslått', numbers.merged, 'FIN', ['merged'], true],
  ]);
  expect(body.agencies[3]?.before?.name.nb).toBe('Gammelt navn');
  expect(body.agencies[4]?.mergedFrom.map(({ name }) => name.nb)).toEqual(['Del én', 'Del to']);
  expect(body.gone.map(({ name }) => name.nb)).toEqual(['Nedlagt']);
  expect(new Set(body.agencies.map(({ contactEmail }) => contactEmail))).toEqual(new Set(['post@etat.example', null]));
});

test('a round that asks nobody cannot open; one with a population can', async () => {
  const refused = await call('PUT', '2026', { state: 'open' });
  expect(refused).toMatchObject({ status: 400, body: { detail: expect.stringContaining('spør ingen virksomheter') } });
  const { body } = await write(2026, [numbers.same, numbers.renamed, numbers.merged, numbers.added]);
  expect(body.agencies.filter(({ asked }) => asked).map(({ name }) => name.nb)).toEqual([
    ...['Etaten som er lik', 'Ny etat', 'Nytt navn', 'Sammenslått'],
  ]);
  expect((await call<Round>('PUT', '2026', { state: 'open' })).body).toMatchObject({ state: 'open', invited: 4 });
});

test('a round that is opened before its day takes answers from now on; one that is given a day keeps it', async () => {
  const [planned, opensAt] = [{ state: 'planned' }, '2026-01-10T10:00:00.000Z'];
  await call('PUT', '2026', { ...planned, opensAt });
  expect((await call<Round>('PUT', '2026', { state: 'open', opensAt })).body.opensAt).toBe(opensAt);
  await call('PUT', '2026', planned);
  expect((await call<Round>('PUT', '2026', { state: 'open' })).body.opensAt).toBe(now.toISOString());
  await call('PUT', '2026', { opensAt: null });
});

test('an agency is taken out, or given another mailbox; one that has measures stays', async () => {
  const { body } = await write(2026, [numbers.same, numbers.renamed], { contactEmail: 'ny@etat.example' });
  const asked = body.agencies.filter((one) => one.asked);
  expect(asked.map(({ orgnr, contactEmail }) => [orgnr, contactEmail])).toEqual([
    [numbers.same, 'ny@etat.example'],
    [numbers.renamed, 'ny@etat.example'],
  ]);
  const events = await db.select().from(auditEvent).where(eq(auditEvent.action, 'population.changed'));
  expect(events.at(-1)?.details).toEqual({ year: 2026, asked: 2, added: 0, removed: 2 });

  const kari = await signInAs(db, { roles: [{ role: 'fill', agency: 'same' }], now: new Date('2026-02-02T09:00:00Z') });
  const url = `/api/v1/agencies/${numbers.same}/rounds/2026/measures`;
  await call('PUT', '2026', { opensAt: '2026-01-05T08:00:00Z' });
  expect((await app.inject({ method: 'POST', url, headers: kari.headers, payload: {} })).statusCode).toBe(201);
  const refused = await write(2026, [numbers.renamed]);
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'alreadyDone', detail: expect.stringContaining('Etaten som er lik') },
  });
});

test('one that has sent in that it has nothing to report stays too, and an open round asks somebody', async () => {
  const { headers } = await signInAs(db, { roles: [{ role: 'submit', agency: 'renamed' }], now });
  const url = `/api/v1/agencies/${numbers.renamed}/rounds/2026/submissions`;
  const sent = { headers: { ...headers, 'idempotency-key': 'nothing-1' }, payload: { nothingToReport: true } };
  expect((await app.inject({ method: 'POST', url, ...sent })).statusCode).toBe(201);
  const refused = await write(2026, [numbers.same]);
  expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('Nytt navn har svart') } });
  expect((await call<Round>('GET', '2026')).body).toMatchObject({ invited: 2, answered: 1 });

  await call('PUT', '2024', { edition: '2026' });
  await write(2024, [numbers.same]);
  await call('PUT', '2024', { state: 'open' });
  expect(await write(2024, [])).toMatchObject({
    status: 400,
    body: { detail: expect.stringContaining('spør ingen virksomheter') },
  });
});

test('what the round calls an agency, as a file may have said, is not undone by a choice on screen', async () => {
  const own = { nameNb: 'Som i fila', nameNn: 'Som i fila', nameEn: 'As in the file', ministry: 'KDD' };
  await db.update(population).set(own).where(eq(population.orgnr, numbers.renamed));
  const { body } = await write(2026, [numbers.same, numbers.renamed], { contactEmail: 'enda@en.example' });
  expect(body.agencies.find(({ orgnr }) => orgnr === numbers.renamed)).toMatchObject({
    name: { nb: 'Som i fila', en: 'As in the file' },
    ministry: 'KDD',
    contactEmail: 'enda@en.example',
  });
  const kept = await db.select().from(population).where(eq(population.contactEmail, 'enda@en.example'));
  expect(kept.find(({ orgnr }) => orgnr === numbers.renamed)).toMatchObject(own);
});

test('a number that no agency has is refused, and nothing is changed', async () => {
  expect((await write(2026, [numbers.same, numbers.gone])).status).toBe(400);
  const { body } = await call<PopulationProposal>('GET', '2026/population/proposal');
  expect(body.agencies.filter(({ asked }) => asked)).toHaveLength(2);
});

test('a round that nobody has answered is deleted; one that somebody has is not', async () => {
  expect(await call('DELETE', '2026')).toMatchObject({ status: 409, body: { code: 'alreadyDone' } });
  expect((await call('DELETE', '2025')).status).toBe(204);
  const { headers } = await signInAs(db, { roles: [{ role: 'fill', agency: 'same' }], now });
  const begun = {
    method: 'POST',
    url: `/api/v1/agencies/${numbers.same}/rounds/2024/measures`,
    headers,
    payload: {},
  } as const;
  const id = (await app.inject(begun)).json().id;
  const saved = { year: 2024, basedOn: 0, changes: { name: 'Et tiltak' } };
  const answers = { method: 'PUT', url: `/api/v1/measures/${id}/answers/2026`, headers, payload: saved } as const;
  expect((await app.inject(answers)).statusCode).toBe(200);
  expect((await app.inject({ method: 'DELETE', url: `/api/v1/measures/${id}/rounds/2024`, headers })).statusCode).toBe(
    204,
  );
  expect(await call('DELETE', '2024')).toMatchObject({ status: 409, body: { code: 'alreadyDone' } });
  expect((await call('GET', '2025')).status).toBe(404);
});
