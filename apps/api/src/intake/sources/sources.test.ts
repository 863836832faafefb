import type { DeliveryReport, Problem, ReplyOf, readSource, Source } from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { mailContextOf } from '../../platform/mail/index.ts';
import { measuresOf } from '../../responses/index.ts';
import { digdir, nav, openRound } from '../../responses/testing.ts';
import { agency, agencyVersion, mail, ministry, ministryVersion, round, source, submission } from '../../schema.ts';
import { runSources } from './job.ts';
import { listServer } from './testing-list.ts';

// An agency has its measures in a list on the net. The list changes, people type in the form, the server is away: what becomes of
// the drafts, and what people are told.

const { db, close } = await testDatabase();
const list = await listServer();
const config = testConfig({ watchedFilesFrom: list.origin, session: { idleMinutes: 999_999, totalMinutes: 999_999 } });
let now = new Date('2026-03-02T09:00:00Z');
const app = await buildApp({ config, db, clock: () => now, limits: false });
const mailContext = mailContextOf({ config, wake: async () => undefined });
const rounds = await openRound(db, { opensAt: new Date(0), deadline: new Date('2100-01-01'), lateUntil: null });
afterAll(async () => {
  list.close();
  await app.close();
  await close();
});

const base = `/api/v1/agencies/${digdir.orgnr}/sources`;
let kari: { headers: { cookie: string } };
const call = async <T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path = '',
  payload?: object,
  headers = kari.headers,
) => {
  const reply = await app.inject({ method, url: `${base}${path}`, headers, ...(payload && { payload }) });
  return { status: reply.statusCode, body: (reply.body === '' ? {} : reply.json()) as T & Problem };
};
const measures = async () => {
  const found = await measuresOf(db, rounds.id, digdir.id);
  return found.map(({ id, number, revision }) => ({
    ...{
      id,
      number,
      version: revision?.version ?? 0,
      answers: revision?.answers ?? {},
      origins: revision?.origins ?? {},
    },
  }));
};
const named = async (name: string) => {
  const found = (await measures()).find(({ answers }) => answers.name === name);
  if (!found) throw new Error(`No measure called ${name}.`);
  return found;
};
const type = async (name: string, changes: object) => {
  const { id, version } = await named(name);
  const payload = { year: 2026, basedOn: version, changes };
  const reply = await app.inject({
    method: 'PUT',
    url: `/api/v1/measures/${id}/answers/2026`,
    headers: kari.headers,
    payload,
  });
  expect(reply.statusCode, reply.body).toBe(200);
};
/** What the job does after so many hours. */
const later = async (hours: number) => {
  now = new Date(now.getTime() + hours * 60 * 60_000);
  return runSources(db, await mailContext(), config, () => now);
};
const letters = () => db.$count(mail, eq(mail.subject, `agency:${digdir.id}`));
const lastReport = async (id: string) => {
  const { body } = await call<ReplyOf<typeof readSource>>('GET', `/${id}`);
  return (await call<DeliveryReport>('GET', `/${id}/deliveries/${body.deliveries[0]?.id}`)).body;
};

beforeAll(async () => {
  const names = { nameNb: 'n', nameNn: 'n', nameEn: 'n', source: 'test' };
  await db.insert(ministry).values({ id: 'DFD' }).onConflictDoNothing();
  await db.insert(ministryVersion).values({ id: v7(), ministryId: 'DFD', code: 'DFD', ...names });
  await db.insert(agency).values({ id: digdir.id }).onConflictDoNothing();
  await db.insert(agencyVersion).values({ id: v7(), agencyId: digdir.id, orgnr: digdir.orgnr, ...names });
  kari = await signInAs(db, {
    roles: [{ role: 'fill', agency: digdir.id }],
    email: 'kari@digdir.example',
    now,
    config,
  });
});

const head = ['Prosjekt-ID', 'Navn på tiltaket', 'Fase', 'Samlet kostnadsramme', 'Hovedleveranse'];
const adresser = ['P-1', 'Felles adresseoppslag', 'Gjennomføring', '1000000', 'Et oppslag'];
const arkiv = ['P-2', 'Nytt arkiv', 'Planlegging', '2000000', 'Et arkiv'];
let id = '';

test('a list is tried without a change, taken in as drafts, and told of row by row', async () => {
  list.put(head, adresser, arkiv);
  const address = `${list.origin}/prosjekter.csv?key=hemmelig`;
  const added = await call<Source>('POST', '', { kind: 'address', name: 'Prosjektlisten', address, pace: 'daily' });
  expect(added).toMatchObject({ status: 201, body: { kind: 'address', address, checkedAt: null, last: null } });
  id = added.body.id;
  const tried = await call<DeliveryReport>('POST', `/${id}/runs`, { dryRun: true });
  expect(tried.body).toMatchObject({
    delivery: { outcome: 'taken', year: 2026, counts: { created: 2, changed: 0, left: 0, conflicts: 0 } },
    rows: [
      { title: 'Felles adresseoppslag', result: 'created', measure: null },
      { title: 'Nytt arkiv', result: 'created' },
    ],
  });
  expect(await measures()).toEqual([]);
  expect(await later(0)).toEqual({ looked: 1, delivered: 1 });
  const { answers, origins } = await named('Felles adresseoppslag');
  expect(answers).toMatchObject({ phase: 'execution', totalCost: 1_000_000, deliverable: 'Et oppslag' });
  expect(new Set(Object.values(origins))).toEqual(new Set(['imported']));
  expect(await db.$count(submission)).toBe(0);
  const report = await lastReport(id);
  expect(report).toMatchObject({ delivery: { counts: { created: 2 } }, fault: null });
  expect(report.words).toContainEqual(
    expect.objectContaining({
      question: 'phase',
      word: 'Gjennomføring',
      code: 'execution',
      codeLabel: 'Gjennomføring',
    }),
  );
  expect(report.columns).toMatchObject([
    { heading: 'Prosjekt-ID', target: { as: 'externalId' }, read: true },
    {},
    {},
    {},
    {},
  ]);
  expect(await letters()).toBe(0);
});

test('a list that is as before does nothing, and is not looked at before its time', async () => {
  const before = await measures();
  expect(await later(12)).toEqual({ looked: 0, delivered: 0 });
  expect(await later(12)).toEqual({ looked: 1, delivered: 0 });
  expect(await measures()).toEqual(before);
  const { body } = await call<ReplyOf<typeof readSource>>('GET', `/${id}`);
  expect(body.deliveries).toHaveLength(1);
  expect(body.source).toMatchObject({ checkedAt: now.toISOString(), fault: null, needsPeople: false });
});

test('what the list changes is taken; what a person typed since stands, and both are shown, once told by letter', async () => {
  await type('Nytt arkiv', { totalCost: 5_000_000 });
  // The list changes the phase and the same cost of one, and of the other only what nobody has touched.
  list.put(
    head,
    ['P-1', 'Felles adresseoppslag', 'Gjennomføring', '1500000', 'Et oppslag'],
    [...['P-2', 'Nytt arkiv', 'Gjennomføring', '2500000', 'Et arkiv']],
  );
  expect(await later(24)).toEqual({ looked: 1, delivered: 1 });
  expect((await named('Felles adresseoppslag')).answers).toMatchObject({ totalCost: 1_500_000 });
  expect((await named('Nytt arkiv')).answers).toMatchObject({ phase: 'execution', totalCost: 5_000_000 });
  const report = await lastReport(id);
  expect(report.delivery.counts).toMatchObject({ changed: 2, conflicts: 1 });
  expect(report.rows[1]?.conflicts).toMatchObject([{ question: 'totalCost', settled: false }]);
  expect(report.rows[1]?.taken).toMatchObject([{ question: 'phase', from: 'Planlegging', to: 'Gjennomføring' }]);
  expect(await letters()).toBe(1);
  // The list is changed elsewhere: the same conflict waits, and nobody is written to again.
  list.put(
    head,
    ['P-1', 'Felles adresseoppslag', 'Gjennomføring', '1600000', 'Et oppslag'],
    [...['P-2', 'Nytt arkiv', 'Gjennomføring', '2500000', 'Et arkiv']],
  );
  await later(24);
  expect((await lastReport(id)).delivery.counts).toMatchObject({ changed: 1, conflicts: 1 });
  expect(await letters()).toBe(1);
  // The person gives in: nothing differs any more.
  await type('Nytt arkiv', { totalCost: 2_500_000 });
  list.put(head, adresser, ['P-2', 'Nytt arkiv', 'Gjennomføring', '2500000', 'Et arkiv']);
  await later(24);
  expect((await lastReport(id)).delivery.counts).toMatchObject({ conflicts: 0 });
});

test('what a person changes while the list is as it was is theirs: told, and nothing to settle', async () => {
  await type('Felles adresseoppslag', { deliverable: null, phase: 'operation' });
  list.put(head, adresser, ['P-2', 'Nytt arkiv', 'Gjennomføring', '2600000', 'Et arkiv']);
  await later(24);
  const { answers } = await named('Felles adresseoppslag');
  expect(answers).toMatchObject({ phase: 'operation' });
  expect(answers.deliverable).toBeUndefined();
  const report = await lastReport(id);
  expect(report.delivery.counts).toMatchObject({ conflicts: 0, changed: 1 });
  expect(report.rows.find(({ title }) => title === 'Felles adresseoppslag')?.conflicts).toMatchObject([
    { question: 'phase', settled: true },
    { question: 'deliverable', settled: true },
  ]);
});

test('what is not clear waits for a person: words nobody knows, rows that are over or like another, and what would become public', async () => {
  await type('Nytt arkiv', { publishable: 'no', exemptionBasis: 'OFFL_13' });
  const head6 = [...head, 'Kan publiseres', 'Finansiert'];
  list.put(
    head6,
    ['P-1', 'Felles adresseoppslag', 'Gjennomføring', 'omtrent en million', 'Et oppslag', '', 'Bortimot'],
    ['P-2', 'Nytt arkiv', 'Gjennomføring', '2600000', 'Et arkiv', 'yes', ''],
    ['', '', 'Idé', '', 'Noe uten navn', '', ''],
  );
  await later(24);
  const report = await lastReport(id);
  expect(report.rows.map(({ result, why }) => [result, why])).toContainEqual(['left', 'becomesPublic']);
  expect(report.rows.map(({ why }) => why)).toContain('faulty');
  expect((await named('Nytt arkiv')).answers.publishable).toBe('no');
  expect(await measures()).toHaveLength(2);
  expect(report.rows[0]?.issues.map(({ text }) => text).join()).toContain('Cellen blir ikke tatt med');
  expect(report.words.filter(({ code }) => code === null)).toMatchObject([{ word: 'Bortimot' }]);
  expect(await letters()).toBe(2);
  // What the agency says of a word holds from the next time, and the list is read again at once.
  const said = await call('PUT', `/${id}/mapping`, {
    words: [{ question: 'funding', word: 'Bortimot', code: 'partly' }],
  });
  expect(said.status).toBe(204);
  expect((await call('PUT', `/${id}/mapping`, { words: [{ question: 'funding', word: 'x', code: 'y' }] })).status).toBe(
    400,
  );
  expect(await later(0)).toEqual({ looked: 1, delivered: 1 });
  expect((await named('Felles adresseoppslag')).answers.funding).toBe('partly');
  // Only like it in name: nothing tells whether it is the same.
  list.put(head, ['', 'Felles adresseoppslagg', 'Idé', '', '']);
  await later(24);
  const alike = await lastReport(id);
  expect(alike.rows).toMatchObject([{ result: 'left', why: 'alike', number: '2026-0001' }]);
  // The other is no longer in the list: told, and left as it is.
  expect(alike.gone).toEqual([{ number: '2026-0002', title: 'Nytt arkiv' }]);
  expect(await measures()).toHaveLength(2);
});

test('a measure that was taken out is not brought back, and undoing a delivery is as undoing any list', async () => {
  const { id: measure } = await named('Nytt arkiv');
  await app.inject({ method: 'DELETE', url: `/api/v1/measures/${measure}/rounds/2026`, headers: kari.headers });
  list.put(head, adresser, arkiv, ['P-3', 'Ny port', 'Idé', '', 'En port']);
  await later(24);
  expect((await lastReport(id)).rows.map(({ title, result, why }) => [title, result, why])).toEqual(
    expect.arrayContaining([
      ['Nytt arkiv', 'left', 'withdrawn'],
      ['Ny port', 'created', null],
    ]),
  );
  const imports = `/api/v1/agencies/${digdir.orgnr}/rounds/2026/spreadsheet-imports`;
  const [last] = (await app.inject({ url: imports, headers: kari.headers })).json<{ id: string; created: number }[]>();
  expect(last).toMatchObject({ created: 1 });
  await app.inject({ method: 'POST', url: `${imports}/${last?.id}/undo`, headers: kari.headers });
  expect((await measures()).map(({ answers }) => answers.name)).toEqual(['Felles adresseoppslag']);
});

test('a server that is away is told at once, asked again sooner, and written about the third time', async () => {
  const before = await letters();
  list.state.status = 404;
  expect(await later(24)).toEqual({ looked: 1, delivered: 0 });
  const failing = async () => (await call<ReplyOf<typeof readSource>>('GET', `/${id}`)).body.source;
  expect(await failing()).toMatchObject({ failures: 1, fault: 'Adressen svarer med feil 404 (finnes ikke).' });
  await later(1);
  expect(await letters()).toBe(before);
  await later(2);
  expect(await failing()).toMatchObject({ failures: 3 });
  expect(await letters()).toBe(before + 1);
  await later(4);
  expect(await letters()).toBe(before + 1);
  list.state.status = 200;
  await later(8);
  expect(await failing()).toMatchObject({ failures: 0, fault: null });
});

test('a file that is no list, or names no measures, is refused with the reason, and takes nothing', async () => {
  list.state.csv = '<html><body>Logg inn</body></html>';
  await later(24);
  expect(await lastReport(id)).toMatchObject({
    delivery: { outcome: 'refused' },
    fault: expect.stringContaining('regneark'),
  });
  list.put(['Farge', 'Vekt'], ['rød', '3'], ['blå', '4']);
  await later(24);
  const report = await lastReport(id);
  expect(report).toMatchObject({ delivery: { outcome: 'refused' }, rows: [] });
  expect(report.columns).toMatchObject([
    { heading: 'Farge', read: false },
    { heading: 'Vekt', read: false },
  ]);
});

test('a file is sent to a source again and again, and only to one that takes files', async () => {
  const { body: made } = await call<Source>('POST', '', { kind: 'upload', name: 'Regnearket vårt' });
  const send = async (source: string, dryRun: boolean) => {
    const form = new FormData();
    form.append('file', new Blob([`${head.join(';')}\nP-9;Ny løsning;Idé;;Noe nytt\n`]), 'liste.csv');
    const request = new Request('http://localhost', { method: 'POST', body: form });
    const headers = { ...kari.headers, 'content-type': request.headers.get('content-type') ?? '' };
    const payload = Buffer.from(await request.arrayBuffer());
    const url = `${base}/${source}/file?dryRun=${dryRun}`;
    const reply = await app.inject({ method: 'POST', url, headers, payload });
    return { status: reply.statusCode, body: reply.json<DeliveryReport>() };
  };
  expect(await send(id, true)).toMatchObject({ status: 400 });
  expect(await send(made.id, true)).toMatchObject({ status: 200, body: { delivery: { counts: { created: 1 } } } });
  expect(await measures()).toHaveLength(1);
  expect(await send(made.id, false)).toMatchObject({ status: 200, body: { delivery: { counts: { created: 1 } } } });
  // The same file once more is the same delivery.
  await send(made.id, false);
  expect((await call<ReplyOf<typeof readSource>>('GET', `/${made.id}`)).body.deliveries).toHaveLength(1);
  expect((await named('Ny løsning')).answers).toMatchObject({ phase: 'idea' });
});

test('what people say of a source, or of the round, while its list is fetched counts: nothing is taken of what was asked before', async () => {
  const before = await measures();
  const rows = async () => (await db.select().from(source).where(eq(source.id, id)))[0];
  const fetching = async (meanwhile: () => Promise<unknown>) => {
    list.state.meanwhile = async () => {
      list.state.meanwhile = async () => undefined;
      await meanwhile();
    };
    list.put(head, ['P-9', `Nytt tiltak ${list.state.asked}`, 'Idé', '', 'Noe']);
    return later(24 * 8);
  };
  const elsewhere = `${list.origin}/andre.csv`;
  expect(await fetching(() => call('PUT', `/${id}`, { address: elsewhere }))).toEqual({ looked: 1, delivered: 0 });
  expect(await measures()).toEqual(before);
  // The other address is looked at at once, with nothing known of what it has.
  expect(await rows()).toMatchObject({ address: elsewhere, etag: null, contentHash: null, nextAt: now });
  expect(await fetching(() => call('PUT', `/${id}`, { paused: true }))).toEqual({ looked: 1, delivered: 0 });
  await call('PUT', `/${id}`, { paused: false });
  const closes = () => db.update(round).set({ state: 'closed' }).where(eq(round.id, rounds.id));
  expect(await fetching(closes)).toEqual({ looked: 1, delivered: 0 });
  expect((await rows())?.fault).toMatchObject({ code: 'noRound' });
  await db.update(round).set({ state: 'open' }).where(eq(round.id, rounds.id));
  expect(await measures()).toEqual(before);
});

test('addresses inside are refused with the reason; a source that is removed is asked no more; others see nothing', async () => {
  const inside = { kind: 'address', name: 'x', address: 'https://169.254.169.254/', pace: 'weekly' };
  const refused = await call('POST', '', inside);
  expect(refused).toMatchObject({ status: 400, body: { detail: expect.stringContaining('ikke på det åpne nettet') } });
  const ola = await signInAs(db, { roles: [{ role: 'submit', agency: nav.id }], now, config });
  expect((await call('GET', `/${id}`, undefined, ola.headers)).status).toBe(403);
  expect((await call('DELETE', `/${id}`)).status).toBe(204);
  const asked = list.state.asked;
  expect(await later(24 * 8)).toEqual({ looked: 0, delivered: 0 });
  expect(list.state.asked).toBe(asked);
  const [row] = await db.select().from(source).where(eq(source.id, id));
  expect(row).toMatchObject({ address: null });
  expect((await call('GET', `/${id}`)).status).toBe(404);
});

test('when no round takes answers nothing is taken, and the source waits', async () => {
  await db.update(round).set({ state: 'closed' }).where(eq(round.id, rounds.id));
  list.put(head, adresser);
  const address = `${list.origin}/to.csv`;
  const { body } = await call<Source>('POST', '', { kind: 'address', name: 'To', address, pace: 'weekly' });
  expect(await call('POST', `/${body.id}/runs`, { dryRun: true })).toMatchObject({
    status: 409,
    body: { code: 'roundNotOpen' },
  });
  await later(0);
  const { body: read } = await call<ReplyOf<typeof readSource>>('GET', `/${body.id}`);
  expect(read).toMatchObject({
    deliveries: [],
    source: { fault: expect.stringContaining('Ingen kartlegging'), failures: 0 },
  });
});
