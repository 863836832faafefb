import type { Draft, ResponseView } from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { digdir, nav, openRound } from '../../responses/testing.ts';
import { auditEvent, measureRound, revision, upload } from '../../schema.ts';
import { spreadsheetOf } from './testing.ts';

const { db, close } = await testDatabase();
let now = new Date('2026-03-02T09:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
await openRound(db, {
  opensAt: new Date('2026-03-01T00:00:00Z'),
  deadline: new Date('2026-03-20T22:59:59Z'),
  lateUntil: null,
});
const kari = await signInAs(db, { roles: [{ role: 'fill', agency: digdir.id }], name: 'Kari Nordmann', now });
const stranger = await signInAs(db, { roles: [{ role: 'submit', agency: nav.id }], now });
const base = `/api/v1/agencies/${digdir.orgnr}/rounds/2026`;
const list = spreadsheetOf(app, kari.headers, base);

afterAll(async () => {
  await app.close();
  await close();
});
beforeEach(() => {
  now = new Date('2026-03-02T09:00:00Z');
});

const hub = async () => (await app.inject({ url: `${base}/response`, headers: kari.headers })).json() as ResponseView;
const draft = async (id: string) =>
  (await app.inject({ url: `/api/v1/measures/${id}/rounds/2026`, headers: kari.headers })).json() as Draft;

describe('a list with our own headings', () => {
  const csv = `externalId,name,deliverable,contactEmail,publishable,totalCost,effects
A-1,Felles adresseoppslag,Et oppslag for alle,kari@digdir.example,yes,12500000,efficiency|other
A-2,Nytt arkiv,"Et arkiv, med søk",ola@digdir.example,no,,
`;

  test('is guessed, previewed, and taken in: nothing is written before', async () => {
    const sent = await list.upload(csv, 'liste.csv');
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    expect(sent.body.columns.map(({ how }) => how)).toEqual(Array(7).fill('own'));
    const preview = await list.preview(sent.body);
    expect(preview.status, JSON.stringify(preview.body)).toBe(200);
    expect(preview.body.counts).toMatchObject({ new: 2, changed: 0, faulty: 0, errors: 0 });
    expect(preview.body.rows[0]).toMatchObject({ row: 2, kind: 'new', title: 'Felles adresseoppslag', how: 'new' });
    expect((await hub()).measures).toHaveLength(0);

    const taken = await list.importRows(sent.body.id, preview.body.plan);
    expect(taken).toMatchObject({ status: 200, body: { created: 2, changed: 0, skipped: 0 } });
    const { measures } = await hub();
    expect(measures.map(({ title, state }) => [title, state])).toEqual([
      ['Felles adresseoppslag', 'ready'],
      ['Nytt arkiv', 'inProgress'],
    ]);
    const first = await draft(measures[0]?.id ?? '');
    expect(first.answers).toMatchObject({
      totalCost: 12_500_000,
      effects: ['efficiency', 'other'],
      publishable: 'yes',
    });
    expect(new Set(Object.values(first.origins))).toEqual(new Set(['imported']));
    const [event] = await db.select().from(auditEvent).where(eq(auditEvent.action, 'spreadsheet.takenIn'));
    expect(event).toMatchObject({ actor: kari.personId, details: { created: 2, year: 2026 } });
  });

  test('the same list again changes nothing; a changed cell is shown from and to', async () => {
    const revisions = await db.$count(revision);
    const again = await list.upload(csv, 'liste.csv');
    const same = await list.preview(again.body);
    expect(same.body.counts).toMatchObject({ unchanged: 2, new: 0, changed: 0 });
    expect(same.body.rows.map(({ how }) => how)).toEqual(['externalId', 'externalId']);
    await list.importRows(again.body.id, same.body.plan);
    expect(await db.$count(revision)).toBe(revisions);

    const changed = await list.upload(csv.replace('12500000', '13 mill').replace('A-1,', ','), 'liste.csv');
    const preview = await list.preview(changed.body);
    expect(preview.body.counts).toMatchObject({ unchanged: 1, changed: 1 });
    expect(preview.body.rows[0]).toMatchObject({
      how: 'name',
      changes: [{ question: 'totalCost', from: '12\u00a0500\u00a0000\u00a0kr', to: '13\u00a0000\u00a0000\u00a0kr' }],
    });
    await list.importRows(changed.body.id, preview.body.plan);
    expect((await draft((await hub()).measures[0]?.id ?? '')).answers).toMatchObject({ totalCost: 13_000_000 });
  });

  test('what is in a list is forgotten when it is taken in, and taking in twice is refused', async () => {
    const sent = await list.upload(csv, 'liste.csv');
    const { plan } = (await list.preview(sent.body)).body;
    await list.importRows(sent.body.id, plan);
    const [row] = await db.select().from(upload).where(eq(upload.id, sent.body.id));
    expect(row).toMatchObject({ sheets: [], takenInAt: now });
    expect((await list.importRows(sent.body.id, plan)).body.code).toBe('alreadyDone');
  });

  test('something saved after the preview is not overwritten', async () => {
    const [first] = (await hub()).measures;
    const sent = await list.upload(csv.replace('Et oppslag for alle', 'Noe annet'), 'liste.csv');
    const { plan } = (await list.preview(sent.body)).body;
    const saved = await app.inject({
      method: 'PUT',
      url: `/api/v1/measures/${first?.id}/answers/2026`,
      headers: kari.headers,
      payload: { year: 2026, basedOn: first?.version, changes: { deliverable: 'Skrevet i skjemaet' } },
    });
    expect(saved.statusCode).toBe(200);
    expect((await list.importRows(sent.body.id, plan)).body.code).toBe('conflict');
    expect((await draft(first?.id ?? '')).answers).toMatchObject({ deliverable: 'Skrevet i skjemaet' });
  });

  test('rows with errors stop the list, unless they wait', async () => {
    const before = (await hub()).measures.length;
    const faulty = 'name,phase,totalCost\nTiltak uten feil,idea,5\nTiltak med feil,pågår,mange\n,idea,7\n';
    const sent = await list.upload(faulty, 'liste.csv');
    const preview = await list.preview(sent.body);
    expect(preview.body.counts).toMatchObject({ new: 1, faulty: 2, errors: 3 });
    const issues = preview.body.rows.flatMap((row) => row.issues.filter(({ level }) => level === 'error'));
    expect(issues).toMatchObject([
      { row: 3, column: 'B (phase)', value: 'pågår', code: 'unknownOption' },
      { row: 3, column: 'C (totalCost)', value: 'mange', code: 'notANumber' },
      { row: 4, code: 'noTitle' },
    ]);
    for (const { text } of issues) expect(text).toMatch(/^\p{Lu}.{20,}/u);
    const refused = await list.importRows(sent.body.id, preview.body.plan);
    expect(refused).toMatchObject({ status: 422, body: { code: 'fileAtFault' } });
    expect(refused.body.issues?.map(({ row }) => row)).toEqual([3, 3, 4]);
    expect((await hub()).measures).toHaveLength(before);
    const taken = await list.importRows(sent.body.id, preview.body.plan, true);
    expect(taken.body).toMatchObject({ created: 1, skipped: 0, waiting: 2 });
    expect((await hub()).measures).toHaveLength(before + 1);

    // The two are still in the list, and those that were taken in are not.
    const rest = await list.preview(sent.body, { rows: { 4: 'skip' }, leaveOutCells: true });
    expect(rest.body.rows.map(({ row, kind }) => [row, kind])).toEqual([
      [3, 'new'],
      [4, 'skipped'],
    ]);
    expect((await list.importRows(sent.body.id, rest.body.plan)).body).toMatchObject({ created: 1, waiting: 0 });
    expect((await list.importRows(sent.body.id, rest.body.plan)).body.code).toBe('alreadyDone');
  });

  test('a word that is told is translated, and remembered for the next list', async () => {
    const sent = await list.upload('name,phase\nTiltak som pågår,pågår\n', 'liste.csv');
    const unknown = await list.preview(sent.body);
    expect(unknown.body.words).toMatchObject([
      { question: 'phase', word: 'pågår', code: null, how: 'unknown', cells: 1 },
    ]);
    const words = [{ question: 'phase', word: 'pågår', code: 'execution' }];
    const chosen = await list.preview(sent.body, { words });
    expect(chosen.body.words).toMatchObject([{ word: 'pågår', code: 'execution', how: 'chosen' }]);
    await list.importRows(sent.body.id, chosen.body.plan);
    const next = await list.upload('name;phase\nEnda et tiltak;Pågår\n', 'liste.csv');
    expect((await list.preview(next.body)).body.counts).toMatchObject({ new: 1, faulty: 0 });
  });

  test('what a column held is remembered for the next list', async () => {
    const csvOf = (title: string) => `Tittel;Hurra\n${title};Noe å levere\n`;
    const first = await list.upload(csvOf('Første'), 'liste.csv');
    expect(first.body.columns[1]).toMatchObject({ how: 'none' });
    const columns = [first.body.columns[0]?.target, { as: 'answer', question: 'deliverable' }];
    const { plan } = (await list.preview(first.body, { columns })).body;
    await list.importRows(first.body.id, plan);
    const second = await list.upload(csvOf('Andre'), 'liste.csv');
    expect(second.body.columns[1]).toMatchObject({ how: 'remembered', target: { question: 'deliverable' } });
  });

  test('a row can be left out, or be new though it resembles another', async () => {
    const sent = await list.upload('name\nNytt arkiv!\nBli borte\n', 'liste.csv');
    expect((await list.preview(sent.body)).body.rows.map(({ kind }) => kind)).toEqual(['changed', 'new']);
    const chosen = await list.preview(sent.body, { rows: { 2: 'new', 3: 'skip' } });
    expect(chosen.body.rows.map(({ kind }) => kind)).toEqual(['new', 'skipped']);
  });
});

describe('who may', () => {
  test('another agency’s list is not found, and another agency may not send one here', async () => {
    const sent = await list.upload('name\nTiltak\nTo\n', 'liste.csv');
    const theirs = spreadsheetOf(app, stranger.headers, `/api/v1/agencies/${nav.orgnr}/rounds/2026`);
    expect((await theirs.read(sent.body.id)).body.code).toBe('notFound');
    expect((await spreadsheetOf(app, stranger.headers, base).upload('name\nx\n', 'liste.csv')).body.code).toBe(
      'notAllowed',
    );
  });

  test('a list that has expired is gone', async () => {
    const sent = await list.upload('name\nTiltak\nTo\n', 'liste.csv');
    now = new Date('2026-03-03T09:00:01Z');
    const later = await signInAs(db, { roles: [{ role: 'fill', agency: digdir.id }], now });
    expect((await spreadsheetOf(app, later.headers, base).read(sent.body.id)).body.code).toBe('notFound');
  });

  test('a closed round takes no lists', async () => {
    now = new Date('2026-04-20T09:00:00Z');
    const later = await signInAs(db, { roles: [{ role: 'fill', agency: digdir.id }], now });
    expect((await spreadsheetOf(app, later.headers, base).upload('name\nTiltak\n', 'x.csv')).body.code).toBe(
      'roundNotOpen',
    );
  });

  test('a mapping that holds what nobody asks is refused', async () => {
    const sent = await list.upload('name\nTiltak\nTo\n', 'liste.csv');
    const columns = [{ as: 'answer', question: 'agency' }];
    expect((await list.preview(sent.body, { columns })).body.code).toBe('invalidRequest');
    const words = [{ question: 'phase', word: 'x', code: 'nonsense' }];
    expect((await list.preview(sent.body, { words })).body.code).toBe('invalidRequest');
  });
});

test('a measure with the agency’s own number keeps it', async () => {
  const rows = await db.select().from(measureRound);
  expect(
    rows
      .map(({ externalId }) => externalId)
      .filter(Boolean)
      .sort(),
  ).toEqual(['A-1', 'A-2']);
});
