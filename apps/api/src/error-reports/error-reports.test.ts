import { type ErrorReport, errorReportLength, type HeldRole, type Problem } from '@samblikk/contract';
import { eq, like } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { pseudonymsFrom } from '../platform/erasure/index.ts';
import { mailContextOf } from '../platform/mail/index.ts';
import { testDelivery } from '../platform/mail/testing-delivery.ts';
import { secretsOf } from '../platform/secrets/index.ts';
import { freezeRound } from '../releases/index.ts';
import { plantRound } from '../releases/testing.ts';
import { agency, agencySuccession, agencyVersion, auditEvent, errorReport, mail, population } from '../schema.ts';
import { errorReportsBefore } from './erasures.ts';
import { deleteAnswerLetters, tellAgencies } from './tell-job.ts';

const { db, close } = await testDatabase();
const config = testConfig({
  publicUrl: 'https://samblikk.example',
  session: { idleMinutes: 9_999_999, totalMinutes: 9_999_999 },
});
// A Monday; fifteen working days later is 23 November.
const monday = new Date('2026-11-02T09:00:00Z');
let now = monday;
const app = await buildApp({ config, db, clock: () => now, limits: false });
const context = await mailContextOf({ config, wake: async () => undefined })();
const secrets = await secretsOf(config)();
const delivery = await testDelivery(db, secrets);
afterAll(async () => {
  await delivery.close();
  await app.close();
  await close();
});

const skatt = { id: 'skatt', orgnr: '974761076', ministry: 'FIN', name: 'Skatt' };
const toll = { id: 'toll', orgnr: '974761343', ministry: 'FIN', name: 'Toll' };
const answers = (name: string, more: object = {}) => ({
  name,
  deliverable: 'Noe',
  publishable: 'yes',
  phase: 'idea',
  ...more,
});
const secret = 'Hvalrosshemmelighet';
await plantRound(db, {
  ...{ year: 2026, edition: '2026', agencies: [skatt, toll] },
  measures: [
    { number: '2026-0001', agency: 'skatt', answers: answers('Skattekort') },
    {
      number: '2026-0002',
      agency: 'skatt',
      answers: { ...answers(secret), publishable: 'no', exemptionBasis: 'OFFL_13' },
    },
    {
      number: '2026-0003',
      agency: 'skatt',
      answers: answers('Delvis', {
        publishable: 'partly',
        exemptFields: ['totalCost'],
        exemptionBasis: 'OFFL_13',
        totalCost: 5,
      }),
    },
    { number: '2026-0004', agency: 'toll', answers: answers('Grensen') },
  ],
});
const versions = [skatt, toll].map(({ id, orgnr, name }) => ({
  ...{ id: v7(), agencyId: id, orgnr, source: 'test' },
  ...{ nameNb: name, nameNn: name, nameEn: name },
}));
await db.insert(agencyVersion).values(versions);
await freezeRound(db, { year: 2026, actor: 'system:test', now });

const signIn = (roles: readonly HeldRole[], email = 'x@x.example', name = 'Navn') =>
  signInAs(db, { roles, email, name, now, config });
const kari = await signIn([{ role: 'fill', agency: 'skatt' }], 'kari@skatt.example', 'Kari Skatt');
const reads = await signIn([{ role: 'read', agency: 'skatt' }]);
const other = await signIn([{ role: 'submit', agency: 'toll' }], 'tor@toll.example', 'Tor Toll');
const admin = await signIn([{ role: 'admin' }], 'ada@digdir.example', 'Ada Admin');
type Who = typeof kari;

async function call<T>(method: 'GET' | 'POST', url: string, payload?: object, who?: Who) {
  const reply = await app.inject({
    method,
    url: `/api/v1${url}`,
    headers: who?.headers ?? {},
    ...(payload && { payload }),
  });
  return { status: reply.statusCode, body: reply.json() as T & Pick<Problem, 'code' | 'detail'>, text: reply.body };
}
const said = { question: 'phase', text: 'Tiltaket er ferdig.', language: 'nn' } as const;
const report = (what: object = {}, number = '2026-0001') =>
  call<{ agency: string; dueAt: string }>('POST', `/register/${number}/error-reports`, { ...said, ...what });
const list = async (who = kari, orgnr = skatt.orgnr) =>
  (await call<{ reports: ErrorReport[] }>('GET', `/agencies/${orgnr}/error-reports`, undefined, who)).body.reports;
const answer = (id: string, what: object = {}, who = kari, orgnr = skatt.orgnr) =>
  call<ErrorReport>(
    'POST',
    `/agencies/${orgnr}/error-reports/${id}/answer`,
    { outcome: 'accepted', text: 'Ja, vi retter det.', ...what },
    who,
  );
const at = (time: string) => {
  now = new Date(time);
  return tellAgencies(db, context, now);
};
const arrived = () => delivery.arrived(now);
const made = async (what: object = {}, number?: string) => {
  await report(what, number);
  return (await db.select().from(errorReport)).at(-1)?.id ?? '';
};

beforeEach(async () => {
  now = monday;
  await db.delete(errorReport);
  await db.delete(mail);
});

describe('a reader who reports an error', () => {
  test('is told who answers and by when; the agency reads it, answers, and the reader is sent the answer', async () => {
    const reported = await report({ email: 'leser@avis.example' });
    expect(reported).toMatchObject({ status: 201, body: { agency: 'Skatt', dueAt: '2026-11-23T22:59:59.000Z' } });
    const [shown] = await list();
    expect(shown).toMatchObject({
      ...{ number: '2026-0001', year: 2026, title: 'Skattekort', text: 'Tiltaket er ferdig.', overdue: false },
      ...{ question: { id: 'phase', label: { en: 'Phase' } }, wantsReply: true, answer: null },
      agency: { orgnr: skatt.orgnr, name: { nb: 'Skatt' } },
    });
    expect(JSON.stringify(await db.select().from(errorReport))).not.toContain('leser@avis');

    expect((await answer(shown?.id ?? '')).body).toMatchObject({
      wantsReply: false,
      answer: { outcome: 'accepted', text: 'Ja, vi retter det.', by: 'Kari Skatt', at: now.toISOString() },
    });
    expect((await answer(shown?.id ?? '')).body.code).toBe('alreadyDone');
    const [letter, ...rest] = await arrived();
    expect(rest).toEqual([]);
    expect(letter?.to).toBe('leser@avis.example');
    expect(letter?.text).toContain('«Tiltaket er ferdig.»');
    expect(letter?.text).toContain('Skatt er samd');
    expect(letter?.text).toContain('tiltak 2026-0001 («Kva fase er tiltaket i?»)');
    expect(letter?.text).toContain('«Ja, vi retter det.»');
    expect(letter?.links).toEqual(['https://samblikk.example/nn/tiltak/2026-0001']);
    await deleteAnswerLetters(db, new Date('2026-12-01T00:00:00Z'));
    expect(await db.select().from(mail)).toHaveLength(1);
    await deleteAnswerLetters(db, new Date('2026-12-03T00:00:00Z'));
    expect(await db.select().from(mail)).toEqual([]);
  });

  test('and leaves no address is sent nothing', async () => {
    const id = await made();
    expect((await answer(id, { outcome: 'rejected' })).status).toBe(200);
    expect(await arrived()).toEqual([]);
  });

  test('learns nothing of what is kept back: such a measure, and such a question, are as if they were not', async () => {
    const [withheld, none] = [await report({}, '2026-0002'), await report({}, '2026-0999')];
    expect(withheld.text.replaceAll('2026-0002', 'N')).toBe(none.text.replaceAll('2026-0999', 'N'));
    expect(none.status).toBe(404);
    for (const question of ['comments', 'contactEmail', 'noSuch'])
      expect((await report({ question })).status, question).toBe(404);
    expect((await report({ question: 'totalCost' }, '2026-0003')).status).toBe(201);
    expect(await list()).toMatchObject([{ number: '2026-0003', title: 'Delvis' }]);
  });

  test('is refused with words when nothing is said, too much, or the address is none', async () => {
    for (const wrong of [
      { text: '  ' },
      { text: '\u200b\u2060\ufeff \u00ad' },
      { text: 'x'.repeat(errorReportLength + 1) },
      { email: 'ingen' },
      { round: 1990 },
    ])
      expect((await report(wrong)).body.code, JSON.stringify(wrong)).toBe('invalidRequest');
    expect(await list()).toEqual([]);
  });

  test('twice is one report, and a measure takes so many until some are answered', async () => {
    await Promise.all([report(), report(), report()]);
    expect(await list()).toHaveLength(1);
    for (let n = 2; n <= 20; n++) expect((await report({ text: `Feil ${n}` })).status).toBe(201);
    expect(await report({ text: 'En til' })).toMatchObject({ status: 409, body: { code: 'manyErrorReports' } });
    expect((await report({ text: 'En til' }, '2026-0004')).status).toBe(201);
    await answer((await list())[0]?.id ?? '');
    expect((await report({ text: 'En til' })).status).toBe(201);
  });
});

describe('the agency', () => {
  test('is told in one letter, without what was reported, and of more the next day', async () => {
    await report();
    await report({ text: 'Navnet er feil', question: 'name' });
    expect(await at('2026-11-02T09:05:00Z')).toBe(1);
    const [letter, ...rest] = await arrived();
    expect(rest).toEqual([]);
    expect(letter?.to).toBe('kari@skatt.example');
    expect(letter?.text).toContain('meldt 2 feil i tiltakene til Skatt. Svar innen 23. november 2026.');
    expect(letter?.text).not.toMatch(/ferdig|Navnet|Skattekort/);
    expect(letter?.links).toEqual([`https://samblikk.example/svar/meldte-feil?virksomhet=${skatt.orgnr}`]);
    expect((await list()).map(({ told }) => told)).toEqual([true, true]);
    await report({ text: 'Og beløpet' });
    expect(await at('2026-11-02T15:00:00Z')).toBe(0);
    expect(await at('2026-11-03T09:06:00Z')).toBe(1);
  });

  test('is reminded the morning before its last day and the morning after, and no more once it has answered', async () => {
    const id = await made();
    expect(await at('2026-11-02T09:05:00Z')).toBe(1);
    expect(await at('2026-11-22T06:59:00Z')).toBe(0);
    expect(await at('2026-11-22T07:01:00Z')).toBe(1);
    expect(await at('2026-11-23T12:00:00Z')).toBe(0);
    await arrived();
    expect(await at('2026-11-24T07:01:00Z')).toBe(1);
    expect((await arrived())[0]?.text).toContain('Fristen for å svare var 23. november 2026.');
    expect((await list())[0]?.overdue).toBe(true);
    expect(await at('2026-11-30T07:01:00Z')).toBe(0);
    await answer(id);
    expect((await list())[0]?.overdue).toBe(false);
  });

  test('is written to once by two copies, and one whom nobody can be written to at is not noted as told', async () => {
    await report();
    const both = await Promise.all([tellAgencies(db, context, now), tellAgencies(db, context, now)]);
    expect(both.toSorted()).toEqual([0, 1]);
    expect(await arrived()).toHaveLength(1);
    await db.insert(agency).values({ id: 'tom' });
    const [version] = versions;
    if (version) await db.insert(agencyVersion).values({ ...version, id: v7(), agencyId: 'tom', orgnr: '974760673' });
    await db.update(errorReport).set({ toldAt: null, agencyId: 'tom' });
    expect(await at('2026-11-02T10:00:00Z')).toBe(0);
    expect((await db.select().from(errorReport))[0]?.toldAt).toBeNull();
    await db.update(errorReport).set({ toldAt: null, agencyId: 'toll' });
    expect(await at('2026-11-02T10:00:00Z')).toBe(1);
    expect((await arrived()).map(({ to }) => to)).toEqual(['tor@toll.example']);
  });

  test('has its mailbox written to too', async () => {
    await db.update(population).set({ contactEmail: 'post@skatt.example' }).where(eq(population.agencyId, 'skatt'));
    await report();
    expect(await tellAgencies(db, context, now)).toBe(1);
    expect((await arrived()).flatMap(({ to }) => to).toSorted()).toEqual(['kari@skatt.example', 'post@skatt.example']);
    await db.update(population).set({ contactEmail: null });
  });

  test('that was merged is answered for by the one it went into', async () => {
    const id = await made();
    await db.update(agencyVersion).set({ validTo: '2026-11-10' }).where(eq(agencyVersion.agencyId, 'skatt'));
    await db
      .insert(agencySuccession)
      .values({ predecessorId: 'skatt', successorId: 'toll', from: '2026-11-11', source: 'test' });
    now = new Date('2026-11-12T09:00:00Z');
    expect((await report({ text: 'Og mer' })).body.agency).toBe('Toll');
    await db.delete(errorReport).where(eq(errorReport.text, 'Og mer'));
    expect(await list(other, toll.orgnr)).toMatchObject([{ id, agency: { orgnr: toll.orgnr, name: { nb: 'Toll' } } }]);
    await tellAgencies(db, context, now);
    expect((await arrived()).map(({ to }) => to)).toEqual(['tor@toll.example']);
    expect((await answer(id, {}, other, toll.orgnr)).status).toBe(200);
    await db.delete(agencySuccession);
    await db.update(agencyVersion).set({ validTo: null });
  });
});

describe('who may', () => {
  test('the agency’s own answer, readers there read, staff see all, and nobody else anything', async () => {
    const id = await made();
    expect(await list(reads)).toHaveLength(1);
    expect((await answer(id, {}, reads)).status).toBe(403);
    expect((await call('GET', `/agencies/${skatt.orgnr}/error-reports`, undefined, other)).status).toBe(403);
    expect((await answer(id, {}, other)).status).toBe(403);
    expect((await answer(id, {}, other, toll.orgnr)).status).toBe(404);
    for (const who of [kari, other]) expect((await call('GET', '/error-reports', undefined, who)).status).toBe(403);
    expect((await call('GET', '/error-reports')).status).toBe(401);
    expect(
      (await call<{ reports: ErrorReport[] }>('GET', '/error-reports', undefined, admin)).body.reports,
    ).toHaveLength(1);
    expect((await answer(id, { outcome: 'irrelevant', text: 'Ikke noe å svare på.' }, admin)).body.answer?.by).toBe(
      'Ada Admin',
    );
  });
});

describe('staff', () => {
  const all = (query = '') =>
    call<{ reports: ErrorReport[]; counts: object; pages: number }>('GET', `/error-reports${query}`, undefined, admin);

  test('read a page at a time, of each kind', async () => {
    const first = await made();
    await answer(first);
    for (let n = 0; n < 5; n++) await report({ text: `Feil ${n}` }, n < 3 ? '2026-0001' : '2026-0004');
    const counts = { overdue: 0, open: 5, answered: 1, all: 6 };
    const pages = [await all('?show=open&size=2'), await all('?show=open&size=2&page=3')];
    expect(pages.map(({ body }) => [body.reports.length, body.pages, body.counts])).toEqual([
      [2, 3, counts],
      [1, 3, counts],
    ]);
    expect((await all('?show=answered')).body.reports.map(({ id }) => id)).toEqual([first]);
    now = new Date('2026-12-01T09:00:00Z');
    expect((await all('?show=overdue&size=1')).body).toMatchObject({ counts: { ...counts, overdue: 5 }, pages: 5 });
  });

  test('put aside what is none: nobody is written to, and the measure takes reports again', async () => {
    for (let n = 0; n < 20; n++) await report({ text: `Reklame ${n}`, email: 'offer@avis.example' });
    expect((await report()).status).toBe(409);
    const ids = (await all('?show=open')).body.reports.map(({ id }) => id);
    expect((await call('POST', '/error-reports/discard', { reports: ids }, kari)).status).toBe(403);
    const discarded = () => call('POST', '/error-reports/discard', { reports: ids }, admin);
    expect((await discarded()).body).toEqual({ discarded: 20 });
    expect((await discarded()).body).toEqual({ discarded: 0 });
    expect((await report()).status).toBe(201);
    expect(await arrived()).toEqual([]);
    const rows = await db.select().from(errorReport);
    expect(rows.filter(({ sealed }) => sealed !== null)).toEqual([]);
    expect((await all('?show=answered')).body.reports[0]?.answer).toMatchObject({
      outcome: 'discarded',
      by: 'Ada Admin',
    });
  });
});

test('the audit tells of both, without a word of what was said', async () => {
  const id = await made({ email: 'leser@avis.example' });
  await answer(id);
  const events = (
    await db.select().from(auditEvent).where(like(auditEvent.action, 'errorReport.%')).orderBy(auditEvent.sequence)
  ).slice(-2);
  expect(events.map(({ action, actor, details }) => [action, actor, details])).toEqual([
    ['errorReport.made', 'system:reader', { year: 2026, question: 'phase' }],
    ['errorReport.answered', kari.personId, { year: 2026, question: 'phase', outcome: 'accepted' }],
  ]);
  expect(JSON.stringify(events)).not.toMatch(/ferdig|retter|avis/);
});

test('two years after the answer, or the report when there is none, the words, names and addresses are gone', async () => {
  const id = await made();
  await answer(id);
  await report({ text: 'Ikke besvart', email: 'leser@avis.example' });
  const pseudonyms = pseudonymsFrom(secrets);
  const erase = (before: string) => db.transaction((tx) => errorReportsBefore(new Date(before)).erase(tx, pseudonyms));
  expect(await erase('2026-11-02T08:59:00Z')).toBe(0);
  expect(await errorReportsBefore(new Date('2026-11-02T09:01:00Z')).count(db)).toBe(3);
  expect(await erase('2026-11-02T09:01:00Z')).toBe(3);
  expect(await erase('2026-11-02T09:01:00Z')).toBe(0);
  const rows = await db.select().from(errorReport);
  expect(rows.map(({ text, answer: words, sealed }) => [text, words ?? 'none', sealed]).toSorted()).toEqual([
    ['', '', null],
    ['', 'none', null],
  ]);
  expect(JSON.stringify(rows)).not.toContain('Kari Skatt');
});
